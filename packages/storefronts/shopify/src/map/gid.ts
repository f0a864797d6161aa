/** The object types whose global ids are read. */
export type GidType = "Order" | "Customer";

/**
 * A global id in its plain form: `gid://shopify/Order/820982911946154508`. A `?query` part, which some fields add, is dropped, so that
 * one order has one reference. Digits alone are completed.
 *
 * @returns `null` for another type or another shape
 */
export function normalizeGid(type: GidType, text: string): string | null {
  const match = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/)?(\d{1,20})(?:\?.*)?$/.exec(text.trim());
  if (!match?.[2] || (match[1] !== undefined && match[1] !== type)) return null;
  return `gid://shopify/${type}/${match[2]}`;
}

/** The digits of a global id, for links and for searches, which do not take global ids. */
export function gidDigits(gid: string): string {
  return /(\d+)(?:\?.*)?$/.exec(gid)?.[1] ?? "";
}
