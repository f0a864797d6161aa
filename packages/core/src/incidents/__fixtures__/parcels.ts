import type {
  Checkpoint,
  DeliveryException,
  DeliveryStatus,
  EvidenceSource,
  ExceptionFact,
  Incident,
  Lateness,
  Order,
  OrderDelivery,
  Parcel,
  ParcelDelivery,
} from "@askonce/spec";
import { toInstant } from "../../platform/instants.ts";

/** A Monday morning in Bucharest, two hours ahead of UTC. */
export const start = Date.parse("2026-11-16T08:00:00Z");
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** So many hours after `start`, as an instant. */
export const at = (hours: number): string => toInstant(start + hours * hourMs);

export const onTime: Lateness = {
  state: "on_time",
  promiseId: "promise1",
  dueAt: at(96),
  lateByMs: 0,
  risk: null,
  stoppedAt: null,
  stalledSince: null,
  legalOverdue: false,
};

export function checkpoint(hours: number, status: DeliveryStatus, more: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id: `${status}-${hours}`,
    at: at(hours),
    zone: "Europe/Bucharest",
    status,
    leg: "forward",
    exceptions: [],
    rawStatus: `raw ${status}`,
    text: null,
    city: "Cluj-Napoca",
    countryCode: "RO",
    by: "carrier",
    ...more,
  };
}

export function parcelOf(status: DeliveryStatus, more: Partial<Parcel> = {}): Parcel {
  const lastScanAt = more.lastScanAt === undefined ? at(24) : more.lastScanAt;
  return {
    id: "parcel1",
    fulfillmentId: null,
    carrier: "Example Courier",
    trackingNumber: "EX123456789",
    trackingUrl: "https://track.example.test/EX123456789",
    status,
    rawStatus: `raw ${status}`,
    leg: status === "returning" || status === "returned" ? "return" : "forward",
    exceptions: [],
    items: [],
    shippedAt: at(4),
    promisedAt: at(96),
    estimatedAt: null,
    deliveredAt: status === "delivered" ? lastScanAt : null,
    checkpoints: [checkpoint(4, "handed_over")],
    source: "carrier",
    ...more,
    lastScanAt,
  };
}

export function exception(kind: DeliveryException, by: EvidenceSource, since: number, cleared: number | null = null): ExceptionFact {
  return { kind, by, since: at(since), clearedAt: cleared === null ? null : at(cleared) };
}

export function deliveryOf(more: Partial<Omit<ParcelDelivery, "lateness">> & { lateness?: Partial<Lateness> } = {}): ParcelDelivery {
  return {
    parcelId: "parcel1",
    exceptions: [],
    sources: [],
    contradictory: false,
    pieces: [],
    uncounted: [],
    pickup: null,
    nextCheckAt: null,
    ...more,
    lateness: { ...onTime, ...more.lateness },
  };
}

export function incidentOf(kind: Incident["kind"], more: Partial<Incident> = {}): Incident {
  return {
    id: `incident-${kind}`,
    kind,
    state: "open",
    severity: 2,
    orderRef: "shop:1",
    orderNumber: "1042",
    parcelId: "parcel1",
    carrier: "Example Courier",
    trackingNumber: "EX123456789",
    evidence: [],
    ticketIds: [],
    ownerId: null,
    groupId: null,
    openedAt: at(96),
    closedAt: null,
    closedBecause: null,
    version: 1,
    ...more,
  };
}

const money = { shop: { amountMinor: 12_990, currency: "RON" }, presentment: null };

export function orderOf(parcels: Parcel[], more: Partial<Order> = {}): Order {
  return {
    ref: "shop:1",
    number: "1042",
    status: "open",
    paymentStatus: "paid",
    fulfillmentStatus: parcels.length > 0 ? "fulfilled" : "unfulfilled",
    raw: { status: null, payment: null, fulfillment: null, return: null },
    placedAt: at(-4),
    updatedAt: at(0),
    paidAt: at(-4),
    cancelledAt: null,
    cancelReason: null,
    email: "buyer@example.test",
    phone: null,
    language: "ro",
    customer: null,
    items: [],
    subtotal: money,
    discountTotal: money,
    shippingTotal: money,
    taxTotal: money,
    total: money,
    refundedTotal: money,
    discounts: [],
    paymentMethod: null,
    shippingMethod: null,
    shippingAddress: null,
    billingAddress: null,
    customerNote: null,
    notes: [],
    tags: [],
    fulfillments: [],
    parcels,
    refunds: [],
    returns: [],
    edited: false,
    test: false,
    adminUrl: null,
    gaps: [],
    ...more,
  };
}

export function orderDeliveryOf(parcels: ParcelDelivery[], more: Partial<OrderDelivery> = {}): OrderDelivery {
  return { status: "unknown", parcels, promises: [], incidents: [], storms: [], ...more };
}
