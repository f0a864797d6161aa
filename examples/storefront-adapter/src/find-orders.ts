import { readVendorResponse } from "@askonce/adapter-kit";
import {
  type AdapterContext,
  type FoundOrders,
  normalizeEmail,
  normalizeOrderNumber,
  normalizePhone,
  type Order,
  type OrderQuery,
} from "@askonce/spec";
import { mapOrder } from "./map-order.ts";
import type { Settings } from "./options.ts";
import { request } from "./request.ts";
import { vendorList } from "./vendor-schemas.ts";

export async function findOrders(settings: Settings, query: OrderQuery, context: AdapterContext): Promise<FoundOrders> {
  const wanted = readQuery(query, settings);
  if (wanted === null) return { orders: [], gaps: [] };
  const answer = await request(settings, `orders?${new URLSearchParams(wanted)}`, context);
  const { rows, more } = readVendorResponse(vendorList, answer, "list of orders");
  // Believe no search: compare what came back with what was asked.
  const orders = rows.map((row) => mapOrder(row, settings)).filter((order) => matchesQuery(order, wanted, settings));
  orders.sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt));
  const isTruncated = more || orders.length > 20;
  return { orders: orders.slice(0, 20), gaps: isTruncated ? [{ field: "orders", reason: "truncated", remedy: null }] : [] };
}

/** `null` when something cannot be what it should be, and when nothing is left to search for: that would list the shop. */
function readQuery(query: OrderQuery, { countryCode }: Settings): Record<string, string> | null {
  const { orderNumber, email, phone } = query;
  const wanted = Object.entries({
    number: orderNumber === undefined ? undefined : normalizeOrderNumber(orderNumber),
    mail: email === undefined ? undefined : normalizeEmail(email),
    tel: phone === undefined ? undefined : normalizePhone(phone, countryCode),
  }).filter((entry): entry is [string, string | null] => entry[1] !== undefined);
  const readable = wanted.filter((entry): entry is [string, string] => entry[1] !== null);
  return readable.length === 0 || readable.length < wanted.length ? null : Object.fromEntries(readable);
}

/** Everything that was asked for has to match: a number together with an e-mail finds only an order that has both. */
function matchesQuery(order: Order, wanted: Record<string, string>, { countryCode }: Settings): boolean {
  const phones = [order.phone, order.shippingAddress?.phone, order.billingAddress?.phone];
  const country = order.shippingAddress?.countryCode ?? countryCode;
  return (
    (wanted.number === undefined || normalizeOrderNumber(order.number) === wanted.number) &&
    (wanted.mail === undefined || normalizeEmail(order.email ?? "") === wanted.mail) &&
    (wanted.tel === undefined || phones.some((phone) => normalizePhone(phone ?? "", country) === wanted.tel))
  );
}
