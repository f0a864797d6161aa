import type { DeliveryException, DeliveryLeg, DeliveryStatus } from "@askonce/spec";

export interface MemoryWord {
  status: DeliveryStatus;
  exceptions: DeliveryException[];
  leg: DeliveryLeg;
}

const word = (status: DeliveryStatus, ...exceptions: DeliveryException[]): MemoryWord => ({ status, exceptions, leg: "forward" });
const back = (status: DeliveryStatus, ...exceptions: DeliveryException[]): MemoryWord => ({ status, exceptions, leg: "return" });

/** The memory courier's codes in our words. */
export const memoryWords: Readonly<Record<string, MemoryWord>> = {
  registered: word("label_created"),
  picked_up: word("handed_over"),
  at_hub: word("in_transit"),
  left_hub: word("in_transit"),
  border: word("in_transit"),
  out_for_delivery: word("out_for_delivery"),
  attempt_failed: word("delivery_attempted", "recipient_absent"),
  refused: word("delivery_attempted", "refused"),
  held: word("on_hold", "carrier_hold"),
  customs_hold: word("on_hold", "customs_hold"),
  damaged: word("on_hold", "damaged"),
  lost: word("failed", "lost"),
  redirected: word("in_transit", "redirected"),
  ready_for_pickup: word("ready_for_pickup", "locker_ready"),
  pickup_expired: word("ready_for_pickup", "pickup_expired"),
  delivered: word("delivered"),
  collected: word("delivered"),
  return_started: back("returning", "returned_to_sender"),
  return_in_transit: back("returning", "returned_to_sender"),
  returned: back("returned", "returned_to_sender"),
};
