import type { FactKey } from "@askonce/spec";

/**
 * Of these a matter can have several that are all true: two orders, two addresses, several things that were tried. Of every other key two
 * different values cannot both be right.
 */
const manyValued: ReadonlySet<FactKey> = new Set<FactKey>([
  "orderNumber",
  "item",
  "trackingNumber",
  "carrier",
  "email",
  "phone",
  "problem",
  "tried",
  "photoOfItem",
  "photoOfPackaging",
  "photoOfLabel",
  "quantity",
  "deliveryDate",
]);

/** Whether a newer value from the same source takes the place of an older one. */
export function isSingleValued(key: FactKey): boolean {
  return !manyValued.has(key) && !key.includes(".");
}
