import { parseMoney } from "@askonce/adapter-kit";
import { type OrderCustomer, sourceRef } from "@askonce/spec";
import type { CustomerAnswer } from "../documents/customer-answer.ts";
import { normalizeGid } from "./gid.ts";
import { instantOrNull } from "./instant.ts";
import { languageOrNull, textOrNull } from "./text.ts";

export function mapCustomer(adapterId: string, customer: CustomerAnswer): OrderCustomer {
  const count = Number(customer.numberOfOrders ?? Number.NaN);
  const spent = customer.amountSpent;
  return {
    ref: sourceRef(adapterId, normalizeGid("Customer", customer.id) ?? customer.id),
    name: fullName(customer),
    email: textOrNull(customer.defaultEmailAddress?.emailAddress),
    phone: textOrNull(customer.defaultPhoneNumber?.phoneNumber),
    language: languageOrNull(customer.locale),
    since: instantOrNull(customer.createdAt),
    ordersCount: Number.isSafeInteger(count) && count >= 0 ? count : null,
    totalSpent: spent ? parseMoney(spent.amount, spent.currencyCode) : null,
    tags: customer.tags ?? [],
    note: textOrNull(customer.note),
  };
}

export function fullName(person: { firstName?: string | null | undefined; lastName?: string | null | undefined }): string | null {
  return textOrNull(
    [person.firstName, person.lastName]
      .map((part) => part?.trim() ?? "")
      .filter(Boolean)
      .join(" "),
  );
}
