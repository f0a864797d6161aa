import type { OrderStatus } from "@askonce/spec";

const statuses: ReadonlyMap<string, OrderStatus> = new Map([
  ["pending", "open"],
  ["processing", "open"],
  ["on-hold", "open"],
  ["completed", "closed"],
  ["refunded", "closed"],
  ["cancelled", "cancelled"],
  ["failed", "failed"],
  ["checkout-draft", "draft"],
  ["auto-draft", "draft"],
  // Advanced Shipment Tracking's own, which it can be told to register.
  ["shipped", "open"],
  ["partial-shipped", "open"],
  ["updated-tracking", "open"],
  ["delivered", "closed"],
]);

/** The shop's own table goes first. A status that nobody knows is `unknown`; its word stays in `raw.status`. */
export function mapOrderStatus(status: string, statusMap: Readonly<Record<string, OrderStatus>>): OrderStatus {
  const slug = status.replace(/^wc-/, "");
  const own = Object.hasOwn(statusMap, slug) ? statusMap[slug] : undefined;
  return own ?? statuses.get(slug) ?? "unknown";
}
