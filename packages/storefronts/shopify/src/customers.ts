import { type AdapterContext, normalizeEmail, normalizePhone, type OrderCustomer } from "@askonce/spec";
import { readCustomer } from "./documents/read-customer.ts";
import type { AdminApi } from "./graphql/admin-api.ts";
import { missingData } from "./graphql/graphql-error.ts";
import { mapCustomer } from "./map/customer.ts";

interface CustomerOptions {
  api: AdminApi;
  adapterId: string;
}

export async function getCustomer(gid: string, options: CustomerOptions, context: AdapterContext): Promise<OrderCustomer | null> {
  return readByIdentifier({ id: gid }, options, context);
}

/** Everything given must match: an e-mail with somebody else's phone finds nobody. */
export async function findCustomers(
  query: { email?: string; phone?: string },
  options: CustomerOptions & { countryCode: string | undefined },
  context: AdapterContext,
): Promise<OrderCustomer[]> {
  const email = query.email === undefined ? null : normalizeEmail(query.email);
  const phone = query.phone === undefined ? null : normalizePhone(query.phone, options.countryCode);
  if ((query.email !== undefined && email === null) || (query.phone !== undefined && phone === null)) return [];
  if (email === null && phone === null) return [];
  const customer = await readByIdentifier(email === null ? { phoneNumber: phone } : { emailAddress: email }, options, context);
  if (!customer) return [];
  const hasEmail = email === null || (customer.email !== null && normalizeEmail(customer.email) === email);
  const hasPhone = phone === null || (customer.phone !== null && normalizePhone(customer.phone, options.countryCode) === phone);
  return hasEmail && hasPhone ? [customer] : [];
}

async function readByIdentifier(
  identifier: Readonly<Record<string, string | null>>,
  options: CustomerOptions,
  context: AdapterContext,
): Promise<OrderCustomer | null> {
  const answer = await options.api.read(readCustomer, { identifier }, context);
  const customer = answer.data.customerByIdentifier;
  if (customer) return mapCustomer(options.adapterId, customer);
  if (answer.denied.length > 0) throw missingData(answer.denied);
  return null;
}
