import type { CourierEventKind } from "../courier-event.ts";

export interface EasypostWord {
  status: string;
  detail: string;
  message: string;
}

/**
 * Values of `status` and `status_detail` in @easypost/api 8.9.0 (MIT); the messages are a made-up courier's. There is none for a parcel that
 * was handed back, for customs, a redirection or an expired hold.
 */
export const easypostWords: Partial<Record<CourierEventKind, EasypostWord>> = {
  registered: { status: "pre_transit", detail: "label_created", message: "Label created" },
  picked_up: { status: "in_transit", detail: "received_at_origin_facility", message: "Accepted by the courier" },
  at_hub: { status: "in_transit", detail: "arrived_at_facility", message: "Arrived at the depot" },
  left_hub: { status: "in_transit", detail: "departed_facility", message: "Departed from the depot" },
  border: { status: "in_transit", detail: "in_transit", message: "Crossing a border" },
  out_for_delivery: { status: "out_for_delivery", detail: "out_for_delivery", message: "Out for delivery" },
  attempt_failed: { status: "in_transit", detail: "delivery_exception", message: "Delivery attempted" },
  refused: { status: "in_transit", detail: "refused", message: "Refused by the recipient" },
  held: { status: "in_transit", detail: "held", message: "Held at the depot" },
  damaged: { status: "failure", detail: "damaged", message: "Found damaged" },
  lost: { status: "failure", detail: "lost", message: "Declared lost" },
  ready_for_pickup: { status: "available_for_pickup", detail: "arrived_at_pickup_location", message: "Ready for pickup" },
  delivered: { status: "delivered", detail: "arrived_at_destination", message: "Delivered" },
  collected: { status: "delivered", detail: "arrived_at_destination", message: "Picked up by the customer" },
  return_started: { status: "return_to_sender", detail: "return", message: "On the way back to the sender" },
  return_in_transit: { status: "return_to_sender", detail: "return", message: "On the way back to the sender" },
  unheard_of: { status: "teleported", detail: "teleported", message: "A step nobody has seen" },
};
