import type { SourceRef } from "./values.ts";

/** Joins the adapter's id and the vendor's id: `sourceRef("woocommerce", "1042")` is `woocommerce:1042`. */
export function sourceRef(adapterId: string, vendorId: string): SourceRef {
  return `${adapterId}:${vendorId}`;
}

/** Takes a {@link SourceRef} apart; `null` when the text is not one. The vendor's part may itself contain colons. */
export function parseSourceRef(reference: string): { adapterId: string; vendorId: string } | null {
  const colon = reference.indexOf(":");
  if (colon < 1 || colon === reference.length - 1) return null;
  return { adapterId: reference.slice(0, colon), vendorId: reference.slice(colon + 1) };
}
