import type { DeliveryException, DeliveryLeg, DeliveryStatus } from "@askonce/spec";

/** What one of Shopify's words for a parcel means. */
export interface DeliveryWord {
  status: DeliveryStatus;
  exception?: DeliveryException;
  leg?: DeliveryLeg;
  /** Somebody handled the parcel: such an event is a scan, a label or a click in the admin is none. */
  isScan?: true;
}

/**
 * `FulfillmentEventStatus` and `FulfillmentDisplayStatus` (Admin API 2026-10), and the further words of the Customer Account API.
 * FULFILLED and MARKED_AS_FULFILLED say that the shop handed something over or that somebody clicked a button: no carrier said anything.
 */
const words: Readonly<Record<string, DeliveryWord>> = {
  CONFIRMED: { status: "label_created" },
  LABEL_PURCHASED: { status: "label_created" },
  LABEL_PRINTED: { status: "label_created" },
  SUBMITTED: { status: "label_created" },
  FULFILLED: { status: "label_created" },
  MARKED_AS_FULFILLED: { status: "label_created" },
  CARRIER_PICKED_UP: { status: "handed_over", isScan: true },
  IN_TRANSIT: { status: "in_transit", isScan: true },
  DELAYED: { status: "in_transit", exception: "late", isScan: true },
  OUT_FOR_DELIVERY: { status: "out_for_delivery", isScan: true },
  ATTEMPTED_DELIVERY: { status: "delivery_attempted", isScan: true },
  READY_FOR_PICKUP: { status: "ready_for_pickup", isScan: true },
  READY_FOR_RECIPIENT_PICKUP: { status: "ready_for_pickup", exception: "locker_ready", isScan: true },
  BUYER_ACTION_REQUIRED: { status: "on_hold" },
  DELIVERED: { status: "delivered", isScan: true },
  PICKED_UP: { status: "delivered", isScan: true },
  NOT_DELIVERED: { status: "failed", exception: "undeliverable" },
  // "The fulfillment request failed": not proof that a parcel is lost.
  FAILURE: { status: "failed" },
  RETURNING_TO_SENDER: { status: "returning", exception: "returned_to_sender", leg: "return", isScan: true },
  CANCELED: { status: "cancelled" },
  CANCELLED: { status: "cancelled" },
  LABEL_VOIDED: { status: "cancelled" },
};

/** A word that is not in the table is `unknown`: the enums grow between versions. */
export function deliveryWord(word: string | null | undefined): DeliveryWord {
  return (word && words[word.toUpperCase()]) || { status: "unknown" };
}
