import type { FactKey } from "@askonce/spec";

/** Keys that are spoken of alike: what makes an ask of one a fair one mostly does so for the others. */
export type KeyKind = "identifier" | "photo" | "story" | "choice";

const keysOf: Readonly<Record<Exclude<KeyKind, "choice">, readonly FactKey[]>> = {
  identifier: ["orderNumber", "trackingNumber", "email", "phone", "name", "shippingAddress", "postcode", "invoiceData"],
  photo: ["photoOfItem", "photoOfPackaging", "photoOfLabel"],
  story: ["problem", "since", "damageExtent", "tried", "returnReason", "item", "deliveryDate"],
};
const kinds = new Map(Object.entries(keysOf).flatMap(([kind, keys]) => keys.map((key) => [key, kind as KeyKind] as const)));

/** The kind of a key; what a plugin adds is a choice. */
export function kindOfKey(key: FactKey): KeyKind {
  return kinds.get(key) ?? "choice";
}
