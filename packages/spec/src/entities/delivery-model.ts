import type { DeliveryException, DeliveryStatus, EvidenceSource } from "./delivery.ts";
import type { FactKey } from "./fact.ts";

/** How far a parcel has come, and whether anything more can be expected. */
export interface DeliveryStatusRule {
  /** Grows with the way to the buyer; of several parcels the lowest one is the order's. */
  rank: number;
  /** Nothing more is expected, unless the courier says otherwise later. */
  terminal: boolean;
}

export const deliveryStatusRules: Readonly<Record<DeliveryStatus, DeliveryStatusRule>> = {
  unknown: { rank: 0, terminal: false },
  label_created: { rank: 10, terminal: false },
  handed_over: { rank: 20, terminal: false },
  in_transit: { rank: 30, terminal: false },
  on_hold: { rank: 35, terminal: false },
  out_for_delivery: { rank: 50, terminal: false },
  delivery_attempted: { rank: 45, terminal: false },
  ready_for_pickup: { rank: 55, terminal: false },
  delivered: { rank: 90, terminal: true },
  returning: { rank: 60, terminal: false },
  returned: { rank: 95, terminal: true },
  cancelled: { rank: 96, terminal: true },
  failed: { rank: 97, terminal: true },
};

/** Who may say it, how much it weighs, and what may still be asked of the customer when it happens. */
export interface DeliveryExceptionRule {
  by: readonly EvidenceSource[];
  /** 0: information, 1: to be watched, 2: the customer is affected, 3: goods or money are at stake. */
  severity: 0 | 1 | 2 | 3;
  /** Everything else is known already: whoever asks for it asks twice. */
  mayAsk: readonly FactKey[];
}

export const deliveryExceptionRules: Readonly<Record<DeliveryException, DeliveryExceptionRule>> = {
  late: { by: ["derived", "carrier"], severity: 2, mayAsk: [] },
  stalled: { by: ["derived"], severity: 2, mayAsk: [] },
  damaged: { by: ["carrier", "customer"], severity: 3, mayAsk: ["photoOfPackaging", "photoOfLabel", "photoOfItem", "damageExtent"] },
  missing_items: { by: ["customer"], severity: 3, mayAsk: ["item", "quantity", "photoOfPackaging"] },
  wrong_item: { by: ["customer"], severity: 2, mayAsk: ["photoOfItem", "photoOfLabel"] },
  lost: { by: ["carrier", "agent"], severity: 3, mayAsk: [] },
  destroyed: { by: ["carrier"], severity: 3, mayAsk: [] },
  compensated: { by: ["carrier"], severity: 3, mayAsk: [] },
  refused: { by: ["carrier"], severity: 2, mayAsk: ["returnReason", "wantedOutcome"] },
  cod_unpaid: { by: ["carrier"], severity: 2, mayAsk: ["paymentMethod"] },
  recipient_absent: { by: ["carrier"], severity: 1, mayAsk: ["deliveryDate", "pickupPoint"] },
  recipient_unreachable: { by: ["carrier"], severity: 1, mayAsk: ["phone"] },
  address_issue: { by: ["carrier"], severity: 2, mayAsk: ["shippingAddress"] },
  access_problem: { by: ["carrier"], severity: 1, mayAsk: ["shippingAddress", "pickupPoint"] },
  id_required: { by: ["carrier"], severity: 1, mayAsk: ["name"] },
  rescheduled: { by: ["carrier"], severity: 0, mayAsk: [] },
  redirected: { by: ["carrier"], severity: 0, mayAsk: [] },
  customs_hold: { by: ["carrier"], severity: 2, mayAsk: ["invoiceData"] },
  payment_due: { by: ["carrier"], severity: 2, mayAsk: ["paymentMethod"] },
  carrier_hold: { by: ["carrier"], severity: 1, mayAsk: [] },
  missorted: { by: ["carrier"], severity: 1, mayAsk: [] },
  weather_delay: { by: ["carrier"], severity: 1, mayAsk: [] },
  security_issue: { by: ["carrier"], severity: 2, mayAsk: [] },
  data_issue: { by: ["carrier"], severity: 2, mayAsk: [] },
  locker_full: { by: ["carrier"], severity: 1, mayAsk: ["pickupPoint"] },
  locker_unavailable: { by: ["carrier"], severity: 1, mayAsk: ["pickupPoint"] },
  locker_ready: { by: ["carrier"], severity: 0, mayAsk: [] },
  pickup_expiring: { by: ["derived"], severity: 1, mayAsk: [] },
  pickup_expired: { by: ["carrier", "derived"], severity: 2, mayAsk: ["wantedOutcome"] },
  not_collected_by_carrier: { by: ["carrier", "derived"], severity: 1, mayAsk: [] },
  partial_delivery: { by: ["carrier", "derived"], severity: 2, mayAsk: ["item"] },
  delivered_elsewhere: { by: ["carrier"], severity: 1, mayAsk: ["tried"] },
  delivered_not_received: { by: ["customer"], severity: 3, mayAsk: ["tried"] },
  returned_to_sender: { by: ["carrier"], severity: 2, mayAsk: ["wantedOutcome"] },
  recalled_by_sender: { by: ["carrier", "agent"], severity: 1, mayAsk: [] },
  undeliverable: { by: ["carrier"], severity: 2, mayAsk: ["wantedOutcome"] },
};
