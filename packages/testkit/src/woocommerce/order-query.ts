import { isTrue, type QueryParameters } from "./parameters.ts";
import { dateParameterMs } from "./site-time.ts";
import type { StoredOrder } from "./store.ts";
import { validate } from "./validation.ts";

export const orderStatuses = [
  ["pending", "Pending payment"],
  ["processing", "Processing"],
  ["on-hold", "On hold"],
  ["completed", "Completed"],
  ["cancelled", "Cancelled"],
  ["refunded", "Refunded"],
  ["failed", "Failed"],
  ["checkout-draft", "Draft"],
] as const;

const slugs = orderStatuses.map(([slug]) => slug);
const listable = ["any", "trash", "auto-draft", ...slugs];
/** What an order's status may be set to; the list in the refusal of anything else. */
export const settableStatuses = ["auto-draft", ...slugs];

export interface OrderQuery {
  page: number;
  perPage: number;
  offset: number | null;
  status: string[];
  matches(stored: StoredOrder): boolean;
  compare(a: StoredOrder, b: StoredOrder): number;
}

/**
 * Reads the query of the orders list.
 *
 * @throws {RestError} 400 `rest_invalid_param`
 */
export function readOrderQuery(query: QueryParameters, timeZone: string): OrderQuery {
  const check = validate(query);
  const datesAreGmt = isTrue(query.text("dates_are_gmt"));
  const date = (name: string): number | null => check.date(name, (text) => dateParameterMs(text, datesAreGmt, timeZone));
  const page = check.integer("page", 1, { minimum: 1 });
  const perPage = check.integer("per_page", 10, { minimum: 1, maximum: 100 });
  const search = query.text("search")?.trim().toLowerCase() ?? "";
  const after = date("after");
  const before = date("before");
  const modifiedAfter = date("modified_after");
  const modifiedBefore = date("modified_before");
  const exclude = check.integers("exclude");
  const include = check.integers("include");
  const offset = query.text("offset") === undefined ? null : check.integer("offset", 0, { minimum: 0 });
  const direction = check.oneOf("order", ["asc", "desc"], "desc");
  const orderBy = check.oneOf("orderby", ["date", "id", "include", "title", "slug", "modified"], "date");
  const status = check.listOf("status", listable, ["any"]);
  const customer = query.text("customer") === undefined ? null : check.integer("customer", 0, { minimum: 0 });
  const product = query.text("product") === undefined ? null : check.integer("product", 0, { minimum: 0 });
  check.finish();
  const any = status.includes("any");
  return {
    page,
    perPage,
    offset,
    status,
    matches({ order, createdMs, modifiedMs }) {
      if (any ? order.status === "trash" || order.status === "auto-draft" : !status.includes(order.status)) return false;
      if (include !== null && include.length > 0 && !include.includes(order.id)) return false;
      if (exclude?.includes(order.id)) return false;
      if (customer !== null && order.customer_id !== customer) return false;
      if (product !== null && !order.line_items.some((item) => item.product_id === product)) return false;
      const created = wholeSeconds(createdMs);
      const modified = wholeSeconds(modifiedMs);
      // All four bounds are exclusive, with the precision of one second.
      if (after !== null && created <= after) return false;
      if (before !== null && created >= before) return false;
      if (modifiedAfter !== null && modified <= modifiedAfter) return false;
      if (modifiedBefore !== null && modified >= modifiedBefore) return false;
      return search === "" || matchesSearch(order, search);
    },
    compare(a, b) {
      const sign = direction === "asc" ? 1 : -1;
      if (orderBy === "include" && include !== null) return include.indexOf(a.order.id) - include.indexOf(b.order.id);
      const by = orderBy === "modified" ? a.modifiedMs - b.modifiedMs : orderBy === "date" ? a.createdMs - b.createdMs : 0;
      return sign * (Math.sign(by) || a.order.id - b.order.id);
    },
  };
}

function wholeSeconds(instantMs: number): number {
  return Math.floor(instantMs / 1000) * 1000;
}

/**
 * With high-performance order storage a search looks for the term as the exact id, and as a part of the addresses, the billing e-mail,
 * the product names, and the number that a sequential-number plugin adds. So a search for `1001` also finds order number `11001`.
 */
function matchesSearch(order: StoredOrder["order"], term: string): boolean {
  if (String(order.id) === term) return true;
  if (order.number !== String(order.id) && order.number.toLowerCase().includes(term)) return true;
  const billing = Object.values(order.billing).join(" ").toLowerCase();
  const shipping = Object.values(order.shipping).join(" ").toLowerCase();
  return billing.includes(term) || shipping.includes(term) || order.line_items.some((item) => item.name.toLowerCase().includes(term));
}
