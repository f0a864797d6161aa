import type { CourierEventKind } from "../courier-event.ts";

/**
 * Status codes of MyGLS, from community code. 5 is "delivered" and also what a parcel gets that is handed back to its sender: only the codes
 * before it (17, 23, 90) tell. A code on which tables disagree (14: refused, or reception closed; 25) is not used, and none is known for a
 * border, customs or an expired hold.
 */
export const glsWords: Partial<Record<CourierEventKind, { code: string; description: string }>> = {
  registered: { code: "51", description: "Data of the parcel entered" },
  picked_up: { code: "1", description: "Handed over to GLS" },
  at_hub: { code: "3", description: "Arrived at the depot" },
  left_hub: { code: "2", description: "Left the depot" },
  out_for_delivery: { code: "4", description: "In delivery" },
  attempt_failed: { code: "12", description: "Not delivered: consignee absent" },
  refused: { code: "17", description: "Not delivered: acceptance refused" },
  redirected: { code: "80", description: "Forwarded to the desired address" },
  held: { code: "6", description: "Stored" },
  ready_for_pickup: { code: "54", description: "Delivered to a parcel locker" },
  delivered: { code: "5", description: "Delivered" },
  collected: { code: "5", description: "Delivered" },
  return_started: { code: "90", description: "Return started" },
  return_in_transit: { code: "23", description: "On the way back to the sender" },
  returned: { code: "5", description: "Delivered" },
  unheard_of: { code: "777", description: "A step nobody has seen" },
};
