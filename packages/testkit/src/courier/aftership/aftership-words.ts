import type { CourierEventKind } from "../courier-event.ts";

export interface AftershipWord {
  tag: string;
  subtag: string;
  message: string;
}

/** Tags and subtags of AfterShip's documentation (2026-07); the messages are a made-up courier's. */
export const aftershipWords: Partial<Record<CourierEventKind, AftershipWord>> = {
  registered: word("InfoReceived", "001", "Shipping information received"),
  picked_up: word("InTransit", "002", "Accepted by the courier"),
  at_hub: word("InTransit", "003", "Arrived at the depot"),
  left_hub: word("InTransit", "007", "Departed from the depot"),
  border: word("InTransit", "001", "Crossing a border"),
  out_for_delivery: word("OutForDelivery", "001", "Out for delivery"),
  attempt_failed: word("AttemptFail", "001", "Delivery attempted"),
  refused: word("Exception", "003", "Refused by the recipient"),
  held: word("Exception", "001", "Held at the depot"),
  customs_hold: word("Exception", "018", "Customs ask for documents"),
  damaged: word("Exception", "012", "Found damaged"),
  lost: word("Exception", "013", "Declared lost"),
  redirected: word("InTransit", "009", "Forwarded to another address"),
  ready_for_pickup: word("AvailableForPickup", "001", "Ready for pickup"),
  pickup_expired: word("Exception", "008", "Not picked up in time"),
  delivered: word("Delivered", "001", "Delivered"),
  collected: word("Delivered", "002", "Picked up by the customer"),
  return_started: word("Exception", "010", "On the way back to the sender"),
  return_in_transit: word("Exception", "010", "On the way back to the sender"),
  returned: word("Exception", "011", "Returned to the sender"),
  unheard_of: { tag: "Teleported", subtag: "Teleported_001", message: "A step nobody has seen" },
};

function word(tag: string, number: string, message: string): AftershipWord {
  return { tag, subtag: `${tag}_${number}`, message };
}
