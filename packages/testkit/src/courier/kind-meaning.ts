import type { DeliveryException, DeliveryLeg, DeliveryStatus } from "@askonce/spec";
import type { CourierEventKind } from "./courier-event.ts";

/** What an adapter may make of an event, because couriers cut the world in different places. */
export interface KindMeaning {
  statuses: readonly DeliveryStatus[];
  leg: DeliveryLeg;
  /** At least one of them; empty when none is asked for. */
  exceptions: readonly DeliveryException[];
}

const forward = (statuses: readonly DeliveryStatus[], exceptions: readonly DeliveryException[] = []): KindMeaning => ({
  statuses,
  leg: "forward",
  exceptions,
});
const back = (status: DeliveryStatus): KindMeaning => ({ statuses: [status], leg: "return", exceptions: [] });

/** By the 13 statuses of the delivery model. `refused` may already count as the way back; `null` means that nothing changes. */
export const kindMeanings: Readonly<Record<CourierEventKind, KindMeaning | null>> = {
  registered: forward(["label_created"]),
  picked_up: forward(["handed_over", "in_transit"]),
  at_hub: forward(["in_transit"]),
  left_hub: forward(["in_transit"]),
  border: forward(["in_transit"]),
  out_for_delivery: forward(["out_for_delivery"]),
  attempt_failed: forward(["delivery_attempted"]),
  refused: forward(["delivery_attempted", "on_hold", "returning"], ["refused"]),
  held: forward(["on_hold", "in_transit"]),
  customs_hold: forward(["on_hold", "in_transit"], ["customs_hold"]),
  damaged: forward(["on_hold", "in_transit", "failed"], ["damaged"]),
  lost: forward(["failed"], ["lost", "compensated", "destroyed"]),
  redirected: forward(["in_transit", "on_hold"], ["redirected", "rescheduled"]),
  ready_for_pickup: forward(["ready_for_pickup"]),
  pickup_expired: forward(["ready_for_pickup", "on_hold", "returning"], ["pickup_expired", "returned_to_sender"]),
  delivered: forward(["delivered"]),
  collected: forward(["delivered"]),
  return_started: back("returning"),
  return_in_transit: back("returning"),
  returned: back("returned"),
  unheard_of: null,
};
