import * as z from "zod";

/** Where a parcel is, in thirteen words. `unknown` is an honest answer and never an error. */
export const deliveryStatuses = [
  "unknown",
  "label_created",
  "handed_over",
  "in_transit",
  "on_hold",
  "out_for_delivery",
  "delivery_attempted",
  "ready_for_pickup",
  "delivered",
  "returning",
  "returned",
  "cancelled",
  "failed",
] as const;
export const deliveryStatusSchema = z.enum(deliveryStatuses).meta({ id: "DeliveryStatus" });
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

/** The way to the buyer, or the way back to the shop. Delivered on the way back is `returned`. */
export const deliveryLegSchema = z.enum(["forward", "return"]).meta({ id: "DeliveryLeg" });
export type DeliveryLeg = z.infer<typeof deliveryLegSchema>;

/** Who says so. Carriers hardly ever say "damaged" and never "late", so an exception without its source is worth little. */
export const evidenceSourceSchema = z.enum(["carrier", "derived", "customer", "agent", "storefront"]).meta({ id: "EvidenceSource" });
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>;

/** What can be wrong with a parcel, beside its status. */
export const deliveryExceptions = [
  "late",
  "stalled",
  "damaged",
  "missing_items",
  "wrong_item",
  "lost",
  "destroyed",
  "compensated",
  "refused",
  "cod_unpaid",
  "recipient_absent",
  "recipient_unreachable",
  "address_issue",
  "access_problem",
  "id_required",
  "rescheduled",
  "redirected",
  "customs_hold",
  "payment_due",
  "carrier_hold",
  "missorted",
  "weather_delay",
  "security_issue",
  "data_issue",
  "locker_full",
  "locker_unavailable",
  "locker_ready",
  "pickup_expiring",
  "pickup_expired",
  "not_collected_by_carrier",
  "partial_delivery",
  "delivered_elsewhere",
  "delivered_not_received",
  "returned_to_sender",
  "recalled_by_sender",
  "undeliverable",
] as const;
export const deliveryExceptionSchema = z.enum(deliveryExceptions).meta({ id: "DeliveryException" });
export type DeliveryException = z.infer<typeof deliveryExceptionSchema>;
