import { type FactKey, normalizeEmail, normalizeOrderNumber, normalizePhone, normalizePostcode } from "@askonce/spec";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { writeSuggestions } from "./write-suggestions.ts";

/** Orders that a number names; one that many have names none of them. */
const mostOrders = 5;

/**
 * Whoever names an order and a second detail of it is likely the one who placed it, under whatever address they write now: suggests the link to
 * the customer the order belongs to.
 *
 * @param said what the message says, by key
 */
export async function suggestByNamedOrder(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  customerId: string,
  said: readonly { key: FactKey; value: string }[],
): Promise<void> {
  const { shopId } = store;
  const values = (key: FactKey, normalize: (text: string) => string | null) =>
    said.flatMap((fact) => (fact.key === key ? (normalize(fact.value) ?? []) : []));
  const numbers = values("orderNumber", normalizeOrderNumber);
  const details = {
    email_normalized: values("email", normalizeEmail),
    phone_normalized: values("phone", (text) => normalizePhone(text, store.shop.countryCode)),
    postcode_normalized: values("postcode", normalizePostcode),
  } as const;
  if (numbers.length === 0 || Object.values(details).every((found) => found.length === 0)) return;
  const orders = await unit.database
    .selectFrom("orders")
    .select(["email_normalized", "phone_normalized", "postcode_normalized"])
    .where("shop_id", "=", shopId)
    .where("number_normalized", "in", numbers)
    .where("deleted_at", "is", null)
    .limit(mostOrders)
    .execute();
  const columns = Object.keys(details) as (keyof typeof details)[];
  const proven = orders.find((order) => columns.some((column) => details[column].some((value) => value === order[column])));
  if (!proven?.email_normalized) return;
  const owners = await unit.database
    .selectFrom("contact_points")
    .select("customer_id")
    .distinct()
    .where("shop_id", "=", shopId)
    .where("kind", "=", "email")
    .where("normalized", "=", proven.email_normalized)
    .where("unlinked_at", "is", null)
    .limit(mostOrders)
    .execute();
  const [owner, ...others] = owners.map((one) => one.customer_id);
  // Their own, nobody's, or of several people: then it says nothing of who this is.
  if (owner === undefined || others.length > 0 || owner === customerId) return;
  await writeSuggestions(unit, store, platform, customerId, new Map([[owner, [{ kind: "sameOrder", detail: "order" }]]]));
}
