import type { CustomerPromise, IncidentEvidence, Order, OrderDelivery, Parcel, ParcelDelivery } from "@askonce/spec";
import { at, checkpoint, deliveryOf, exception, hourMs, incidentOf, orderDeliveryOf, orderOf, parcelOf, start } from "../../incidents/__fixtures__/parcels.ts";
import type { AnswerKey } from "../answer-plan.ts";

/** A state of an order with the answer it must get. `start` is Monday 16 November 2026, ten in the morning in Bucharest. */
export interface State {
  name: string;
  key: AnswerKey;
  order: Order | null;
  delivery: OrderDelivery | null;
  now: number;
}

function one(name: string, key: AnswerKey, hours: number, parcel: Parcel, delivery: ParcelDelivery = deliveryOf(), more: Partial<OrderDelivery> = {}, order: Partial<Order> = {}): State {
  return { name, key, now: start + hours * hourMs, order: orderOf([parcel], order), delivery: orderDeliveryOf([delivery], more) };
}
function none(name: string, key: AnswerKey, order: Partial<Order>, promises: CustomerPromise[] = [], hours = 6): State {
  return { name, key, now: start + hours * hourMs, order: orderOf([], order), delivery: orderDeliveryOf([], { promises }) };
}
const promised = (hours: number): CustomerPromise => ({
  id: "promise1",
  ticketId: null,
  orderRef: "shop:1",
  parcelId: null,
  kind: "delivery",
  source: "checkout",
  madeBy: "shop",
  madeAt: at(-4),
  dueAt: at(hours),
  dueDate: null,
  zone: "Europe/Bucharest",
  shownToBuyer: true,
  state: "open",
  settledAt: null,
});
const evidence = (by: IncidentEvidence["by"]): IncidentEvidence[] => [{ by, at: at(30), code: `${by}_report`, values: {}, text: null }];
const with_ = (kind: Parameters<typeof incidentOf>[0], more: Parameters<typeof incidentOf>[1] = {}) => ({ incidents: [incidentOf(kind, more)] });
const noPromise = { state: "unknown_promise", promiseId: null, dueAt: null } as const;
const scanned = { checkpoints: [checkpoint(24, "in_transit"), checkpoint(4, "handed_over")] };
const moving = parcelOf("in_transit", scanned);
const fresh = { lastScanAt: null, shippedAt: null, checkpoints: [] };

const boxes = (...all: [Parcel, ParcelDelivery][]) => ({
  parcels: all.map(([parcel], index) => ({ ...parcel, id: `parcel${index + 1}` })),
  deliveries: all.map(([, delivery], index) => ({ ...delivery, parcelId: `parcel${index + 1}` })),
});
function several(name: string, key: AnswerKey, all: [Parcel, ParcelDelivery][], more: Partial<OrderDelivery> = {}, hours = 30): State {
  const { parcels, deliveries } = boxes(...all);
  return { name, key, now: start + hours * hourMs, order: orderOf(parcels), delivery: orderDeliveryOf(deliveries, more) };
}

export const states: State[] = [
  { name: "no such order", key: "order_unknown", order: null, delivery: null, now: start },
  none("cancelled", "cancelled", { status: "cancelled", cancelledAt: at(2), paymentStatus: "refunded" }),
  none("cancelled, no day, not refunded", "cancelled", { status: "cancelled" }),
  one("cancelled on its way", "cancelled", 30, moving, deliveryOf(), {}, { status: "cancelled", cancelledAt: at(25) }),
  none("never completed", "not_completed", { status: "failed" }),
  none("not shipped, no promise", "not_shipped", {}),
  none("not shipped, promised", "not_shipped", {}, [promised(96)]),
  none("not shipped, promise passed", "not_shipped_late", {}, [promised(4)]),
  none("partly shipped, no parcel known", "partly_shipped", { fulfillmentStatus: "partly_fulfilled" }, [promised(96)]),
  none("fulfilled, no parcel known", "shipped_untracked", { fulfillmentStatus: "fulfilled" }, [promised(96)]),
  none("fulfilled, no parcel known, promise passed", "shipped_untracked", { fulfillmentStatus: "fulfilled" }, [promised(4)]),
  one("fulfilled, a parcel without number", "shipped_untracked", 6, parcelOf("unknown", { ...fresh, trackingNumber: null, trackingUrl: null, rawStatus: "fulfilled" })),
  one("label only", "label_only", 6, parcelOf("label_created", fresh)),
  one("label only, no promise", "label_only", 6, parcelOf("label_created", fresh), deliveryOf({ lateness: noPromise })),
  one("number unknown to the courier", "number_unknown", 6, parcelOf("unknown", fresh)),
  one("unknown word of the courier", "unclear", 30, parcelOf("unknown", scanned)),
  one("in transit, on time", "in_transit", 30, moving),
  one("in transit, with an estimate", "in_transit", 30, { ...moving, estimatedAt: at(76) }),
  one("in transit, nothing promised", "in_transit", 30, { ...moving, trackingUrl: null, promisedAt: null, checkpoints: [] }, deliveryOf({ lateness: noPromise })),
  one("in transit, rest of the order not shipped", "in_transit", 30, moving, deliveryOf(), {}, { fulfillmentStatus: "partly_fulfilled" }),
  one("in transit into the next year", "in_transit", 30, { ...moving, estimatedAt: "2027-01-04T15:00:00Z" }),
  one("at risk", "at_risk", 80, moving, deliveryOf({ lateness: { state: "at_risk", risk: "not_on_the_van" } })),
  one("at risk by the courier's estimate", "at_risk", 80, { ...moving, estimatedAt: at(124) }, deliveryOf({ lateness: { state: "at_risk", risk: "carrier_estimate" } })),
  one("stalled", "stalled", 97, moving, deliveryOf({ lateness: { dueAt: at(200), state: "at_risk", risk: "stalled", stalledSince: at(96) } })),
  one("stalled before the first scan", "stalled", 60, parcelOf("label_created", fresh), deliveryOf({ lateness: { state: "at_risk", risk: "stalled", stalledSince: at(52) } })),
  one("late with a new date", "late_new_date", 97, { ...moving, estimatedAt: at(124) }, deliveryOf({ lateness: { state: "late", lateByMs: hourMs } }), with_("late")),
  one("late without a date", "late", 97, moving, deliveryOf({ lateness: { state: "late", lateByMs: hourMs } }), with_("late")),
  one("late before the first scan", "late", 97, parcelOf("label_created", fresh), deliveryOf({ lateness: { state: "late", lateByMs: hourMs } })),
  one("very late", "very_late", 180, moving, deliveryOf({ lateness: { state: "very_late", lateByMs: 84 * hourMs } }), with_("late")),
  one("very late with a new date", "very_late", 180, { ...moving, estimatedAt: at(220) }, deliveryOf({ lateness: { state: "very_late", lateByMs: 84 * hourMs } })),
  one("out for delivery", "out_for_delivery", 51, parcelOf("out_for_delivery", { lastScanAt: at(48) })),
  one("out for delivery, late", "out_for_delivery", 99, parcelOf("out_for_delivery", { lastScanAt: at(98) }), deliveryOf({ lateness: { state: "late", lateByMs: hourMs } }), with_("late")),
  one("out for delivery since yesterday, late", "out_for_delivery", 122, parcelOf("out_for_delivery", { lastScanAt: at(98) }), deliveryOf({ lateness: { state: "late", lateByMs: hourMs } })),
  one("attempted", "attempted", 54, parcelOf("delivery_attempted", { checkpoints: [checkpoint(52, "delivery_attempted")], lastScanAt: at(52) })),
  one("attempted, next one planned", "attempted", 54, parcelOf("delivery_attempted", { checkpoints: [checkpoint(52, "delivery_attempted")], estimatedAt: at(76) })),
  one("attempted, time not told", "attempted", 54, parcelOf("delivery_attempted", { checkpoints: [], trackingUrl: null })),
  one("ready for pickup", "ready_for_pickup", 54, parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: "easybox  Piața\nUnirii", until: at(104), untilAssumed: false } })),
  one("ready for pickup, deadline assumed", "ready_for_pickup", 54, parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: "Locker 7", until: at(104), untilAssumed: true } })),
  one("ready for pickup, nothing more known", "ready_for_pickup", 54, parcelOf("ready_for_pickup"), deliveryOf()),
  one("pickup expiring", "pickup_expiring", 82, parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: "Locker 7", until: at(104), untilAssumed: false } }), with_("pickup_expiring")),
  one("pickup expiring, deadline assumed", "pickup_expiring", 82, parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: null, until: at(104), untilAssumed: true } }), with_("pickup_expiring", { state: "suspected" })),
  one("pickup over", "pickup_over", 105, parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: "Locker 7", until: at(104), untilAssumed: false } }), with_("pickup_expiring")),
  one("delivered today", "delivered_today", 54, parcelOf("delivered", { lastScanAt: at(52) })),
  one("delivered earlier", "delivered", 99, parcelOf("delivered", { lastScanAt: at(52) })),
  one("delivered earlier, late", "delivered", 130, parcelOf("delivered", { lastScanAt: at(104) }), deliveryOf({ lateness: { state: "delivered_late", lateByMs: 8 * hourMs, stoppedAt: at(104) } })),
  one("delivered, time not told", "delivered", 99, parcelOf("delivered", { deliveredAt: null })),
  one("delivered, rest of the order not shipped", "delivered", 99, parcelOf("delivered", { lastScanAt: at(52) }), deliveryOf(), {}, { fulfillmentStatus: "partly_fulfilled" }),
  one("delivered, the customer says no", "delivered_not_received", 99, parcelOf("delivered", { lastScanAt: at(52) }), deliveryOf(), with_("delivered_not_received", { evidence: evidence("customer") })),
  one("returning", "returning", 99, parcelOf("returning", { checkpoints: [checkpoint(90, "returning", { leg: "return" }), checkpoint(20, "in_transit")] })),
  one("returned", "returned", 150, parcelOf("returned", { checkpoints: [checkpoint(140, "returned", { leg: "return" }), checkpoint(20, "in_transit")] })),
  one("lost", "lost", 300, moving, deliveryOf({ exceptions: [exception("lost", "carrier", 290)] }), with_("lost", { evidence: evidence("carrier") })),
  one("perhaps lost", "lost", 450, moving, deliveryOf({ lateness: { state: "very_late", lateByMs: 350 * hourMs, stalledSince: at(96) } }), with_("lost", { state: "suspected" })),
  one("damaged, says the courier", "damaged", 40, moving, deliveryOf(), with_("damaged", { evidence: evidence("carrier") })),
  one("damaged, says the customer", "damaged", 99, parcelOf("delivered", { lastScanAt: at(52) }), deliveryOf(), with_("damaged", { evidence: evidence("customer") })),
  one("something missing", "missing_items", 99, parcelOf("delivered"), deliveryOf(), with_("missing_items", { evidence: evidence("customer") })),
  one("wrong item", "wrong_item", 99, parcelOf("delivered"), deliveryOf(), with_("wrong_item", { parcelId: null, evidence: evidence("customer") })),
  one("held for the address", "on_hold_address", 40, parcelOf("on_hold", scanned), deliveryOf({ exceptions: [exception("address_issue", "carrier", 30)] }), with_("address_problem")),
  one("held at customs", "on_hold_customs", 40, parcelOf("on_hold", scanned), deliveryOf({ exceptions: [exception("customs_hold", "carrier", 30)] }), with_("customs_hold")),
  one("held for a payment", "on_hold_payment", 40, parcelOf("on_hold", scanned), deliveryOf({ exceptions: [exception("payment_due", "carrier", 30)] })),
  one("held", "on_hold", 40, parcelOf("on_hold", scanned), deliveryOf({ exceptions: [exception("customs_hold", "carrier", 30, 31)] })),
  one("failed", "failed", 99, parcelOf("failed")),
  one("contradictory sources", "contradictory", 60, parcelOf("delivered"), deliveryOf({ contradictory: true })),
  several("partial delivery", "partial_delivery", [
    [parcelOf("delivered", { lastScanAt: at(26) }), deliveryOf()],
    [moving, deliveryOf()],
    [parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: "Locker 7", until: at(104), untilAssumed: false } })],
  ]),
  several("several parcels on their way", "several_parcels", [
    [moving, deliveryOf()],
    [parcelOf("label_created", fresh), deliveryOf()],
  ]),
  several("several parcels, one late", "several_parcels", [
    [moving, deliveryOf({ lateness: { state: "late", lateByMs: hourMs } })],
    [{ ...moving, estimatedAt: at(124) }, deliveryOf({ lateness: { state: "late", lateByMs: hourMs } })],
    [parcelOf("out_for_delivery"), deliveryOf()],
    [parcelOf("delivery_attempted"), deliveryOf()],
  ], {}, 97),
  several("several parcels, all delivered", "several_parcels", [
    [parcelOf("delivered", { lastScanAt: at(26) }), deliveryOf()],
    [parcelOf("delivered", { deliveredAt: null }), deliveryOf()],
  ]),
  several("several parcels, something missing", "missing_items", [
    [parcelOf("delivered", { lastScanAt: at(26) }), deliveryOf()],
    [moving, deliveryOf()],
  ], with_("missing_items", { parcelId: null, evidence: evidence("customer") })),
  several("very many parcels", "several_parcels", [
    ...Array.from({ length: 20 }, (): [Parcel, ParcelDelivery] => [moving, deliveryOf({ lateness: noPromise })]),
    [parcelOf("returning", { checkpoints: [checkpoint(20, "in_transit")] }), deliveryOf()],
    [parcelOf("on_hold", scanned), deliveryOf()],
    [parcelOf("failed"), deliveryOf()],
  ]),
  several("several parcels, some of them in trouble", "several_parcels", [
    [moving, deliveryOf({ lateness: noPromise })],
    [parcelOf("returning", { checkpoints: [checkpoint(20, "in_transit")] }), deliveryOf()],
    [parcelOf("on_hold", scanned), deliveryOf()],
    [parcelOf("ready_for_pickup"), deliveryOf()],
    [parcelOf("ready_for_pickup"), deliveryOf({ pickup: { name: null, until: at(104), untilAssumed: false } })],
  ]),
];
