import type { FactSource, HandOver, IdentityEvidence } from "@askonce/spec";
import type { FactValueTables } from "./fact-in-words.ts";

/** The core's own fact keys. A plugin's key has a dot and is shown as it is. */
type CoreFactKey =
  | "orderNumber"
  | "item"
  | "quantity"
  | "trackingNumber"
  | "carrier"
  | "email"
  | "phone"
  | "name"
  | "shippingAddress"
  | "postcode"
  | "problem"
  | "since"
  | "damageExtent"
  | "photoOfItem"
  | "photoOfPackaging"
  | "photoOfLabel"
  | "tried"
  | "wantedOutcome"
  | "deliveryDate"
  | "invoiceData"
  | "size"
  | "color"
  | "returnReason"
  | "paymentMethod"
  | "language"
  | "pickupPoint"
  | "giftRecipient";

/** One word for every value of the vocabulary, so that a new one without a translation does not compile. */
export interface KnownWordTables extends FactValueTables {
  /** By what a hand-over is for; the same keys have `{who}` in every language. */
  handedOver: Record<HandOver["purpose"], string>;
  identityEvidence: Record<IdentityEvidence["kind"], string>;
  factKey: Record<CoreFactKey, string>;
  factSource: Record<FactSource["kind"], string>;
}
