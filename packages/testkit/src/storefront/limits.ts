/**
 * What a storefront may honestly not know. A field that is limited has to be empty in every order: a guessed value is worse than none.
 * Everything that is not on this list, every storefront has to know.
 */
export const storefrontFields = [
  /** The status stays one of `unknown`, `label_created`, `handed_over`, `in_transit`, and is never `delivered`. */
  "parcel.status",
  "parcel.shippedAt",
  "parcel.promisedAt",
  "parcel.estimatedAt",
  "parcel.deliveredAt",
  "parcel.lastScanAt",
  "parcel.checkpoints",
  "parcel.items",
  "order.cancelReason",
  /** The amounts of the currency the buyer saw. The order is then in the shop's own currency. */
  "order.presentment",
  "order.notes",
  "refund.items",
  "refund.reason",
] as const;
export type StorefrontField = (typeof storefrontFields)[number];

/** A field the storefront cannot fill, and why, for the capability table of its documentation. */
export interface StorefrontLimit {
  field: StorefrontField;
  /** A sentence for the reader of the table. Must not be empty. */
  reason: string;
}
