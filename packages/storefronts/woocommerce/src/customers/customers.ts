import { readVendorResponse } from "@askonce/adapter-kit";
import {
  type AdapterContext,
  AskonceError,
  normalizeEmail,
  normalizePhone,
  type OrderCustomer,
  parseSourceRef,
  type SourceRef,
} from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import { customerIdOf, mapCustomer } from "../map/customer.ts";
import { readGoodRows } from "../orders/read-rows.ts";
import { type WooCustomer, wooCustomerSchema } from "../schemas/woo-customer.ts";

/** `null` when the reference is no customer's of this adapter, or the account is gone. */
export async function getCustomer(
  client: WooClient,
  ref: SourceRef,
  adapterId: string,
  context: AdapterContext,
): Promise<OrderCustomer | null> {
  const parts = parseSourceRef(ref);
  const id = parts?.adapterId === adapterId ? customerIdOf(parts.vendorId) : null;
  if (id === null) return null;
  try {
    const { body } = await client.get(`customers/${id}`, {}, context);
    return mapCustomer(readVendorResponse(wooCustomerSchema, body, "customer"), adapterId);
  } catch (error) {
    if (AskonceError.is(error, "ADAPTER_REJECTED") && error.details.status === 404) return null;
    throw error;
  }
}

/** Accounts with this e-mail and this phone, compared again after WooCommerce's own search; guests have no account. */
export async function findCustomers(
  client: WooClient,
  query: { email?: string; phone?: string },
  map: { adapterId: string; countryCode: string | null },
  context: AdapterContext,
): Promise<OrderCustomer[]> {
  const email = query.email === undefined ? null : normalizeEmail(query.email);
  const phone = query.phone === undefined ? null : normalizePhone(query.phone, map.countryCode ?? undefined);
  // WooCommerce cannot look for customers by phone, so an e-mail is needed.
  if (email === null || (query.phone !== undefined && phone === null)) return [];
  const { body } = await client.get("customers", { email, role: "all", per_page: 10 }, context);
  return readGoodRows(wooCustomerSchema, body, "customers")
    .filter((customer) => customer.email !== null && normalizeEmail(customer.email) === email)
    .filter((customer) => phone === null || phoneOf(customer, map.countryCode) === phone)
    .map((customer) => mapCustomer(customer, map.adapterId));
}

function phoneOf({ billing }: WooCustomer, countryCode: string | null): string | null {
  return billing.phone === null ? null : normalizePhone(billing.phone, billing.country ?? countryCode ?? undefined);
}
