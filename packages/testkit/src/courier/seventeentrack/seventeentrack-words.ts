import type { CourierEventKind } from "../courier-event.ts";

/** Sub-statuses of 17TRACK 2.2, from public integrations. There is none for a redirection or an expired hold. */
export const seventeentrackWords: Partial<Record<CourierEventKind, { subStatus: string; description: string }>> = {
  registered: { subStatus: "InfoReceived", description: "Shipping information received" },
  picked_up: { subStatus: "InTransit_PickedUp", description: "Accepted by the courier" },
  at_hub: { subStatus: "InTransit_Arrival", description: "Arrived at the depot" },
  left_hub: { subStatus: "InTransit_Departure", description: "Departed from the depot" },
  border: { subStatus: "InTransit_Other", description: "Crossing a border" },
  out_for_delivery: { subStatus: "OutForDelivery_Other", description: "Out for delivery" },
  attempt_failed: { subStatus: "DeliveryFailure_NoBody", description: "Delivery attempted" },
  refused: { subStatus: "DeliveryFailure_Rejected", description: "Refused by the recipient" },
  held: { subStatus: "Exception_Other", description: "Held at the depot" },
  customs_hold: { subStatus: "InTransit_CustomsRequiringInformation", description: "Customs ask for documents" },
  damaged: { subStatus: "Exception_Damage", description: "Found damaged" },
  lost: { subStatus: "Exception_Lost", description: "Declared lost" },
  ready_for_pickup: { subStatus: "AvailableForPickup_Other", description: "Ready for pickup" },
  delivered: { subStatus: "Delivered_Other", description: "Delivered" },
  collected: { subStatus: "Delivered_Other", description: "Picked up by the customer" },
  return_started: { subStatus: "Exception_Returning", description: "On the way back to the sender" },
  return_in_transit: { subStatus: "Exception_Returning", description: "On the way back to the sender" },
  returned: { subStatus: "Exception_Returned", description: "Returned to the sender" },
  unheard_of: { subStatus: "Teleported_Other", description: "A step nobody has seen" },
};
