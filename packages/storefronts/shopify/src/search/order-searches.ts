import { type AdapterContext, AskonceError, type Gap } from "@askonce/spec";
import { readCustomer } from "../documents/read-customer.ts";
import type { AdminApi } from "../graphql/admin-api.ts";
import { gidDigits } from "../map/gid.ts";
import { digitsTerm, searchTerm } from "./search-term.ts";
import type { WantedOrder } from "./verify-match.ts";

/**
 * The searches that together find every order a query can mean. A number is looked for by itself, because it leaves few orders to verify.
 * Without one, the customer with the address or phone is found first: their orders may carry another address, and `orders` has no filter
 * for phones at all.
 */
export async function orderSearches(
  api: AdminApi,
  wanted: WantedOrder,
  context: AdapterContext,
): Promise<{ searches: string[]; gaps: Gap[] }> {
  if (wanted.orderNumber !== null) return { searches: [searchTerm("name", wanted.orderNumber)], gaps: [] };
  if (wanted.email !== null) {
    const { id, gaps } = await customerId(api, { emailAddress: wanted.email }, context);
    return { searches: [[searchTerm("email", wanted.email), ...customerTerm(id)].join(" OR ")], gaps };
  }
  if (wanted.phone !== null) {
    const { id, gaps } = await customerId(api, { phoneNumber: wanted.phone }, context);
    // A guest's phone is on the order or its address only, in any spelling: the free text search knows both.
    return { searches: [[...customerTerm(id), ...spellings(wanted.phone)].join(" OR ")], gaps };
  }
  return { searches: [], gaps: [] };
}

/** Without the permission for customers, orders can still be searched: what is lost is said. */
async function customerId(
  api: AdminApi,
  identifier: Record<string, string>,
  context: AdapterContext,
): Promise<{ id: string | null; gaps: Gap[] }> {
  try {
    const answer = await api.read(readCustomer, { identifier }, context);
    return { id: answer.data.customerByIdentifier?.id ?? null, gaps: [] };
  } catch (error) {
    if (!AskonceError.is(error, "ADAPTER_FORBIDDEN")) throw error;
    return { id: null, gaps: [{ field: "customer", reason: "scope_missing", remedy: "read_customers" }] };
  }
}

function customerTerm(id: string | null): string[] {
  return id === null ? [] : [searchTerm("customer_id", gidDigits(id))];
}

/** The digits with the calling code, and as they are dialled within the country, with and without the leading zero. */
function spellings(phone: string): string[] {
  const digits = digitsTerm(phone);
  const national = digits.slice(callingCodeLength(digits));
  return [digits, `0${national}`, national];
}

/** How many digits the calling code has. Source: ITU-T E.164, list of assigned country codes; what is not listed has three. */
function callingCodeLength(digits: string): number {
  if (/^[17]/.test(digits)) return 1;
  return /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/.test(digits) ? 2 : 3;
}
