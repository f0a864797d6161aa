import type { Checkpoint, ContextFact, ContextOrder, DualMoney, LineItem, Order, Parcel, Ticket } from "@askonce/spec";

/** The moment at which every fixture is looked at. */
export const fixtureNow = "2026-11-21T10:00:00Z";
export const fixtureNowMs = Date.parse(fixtureNow);

export function ron(amountMinor: number): DualMoney {
  return { shop: { amountMinor, currency: "RON" }, presentment: null };
}

/** Paid in lei at a shop that counts in euro. */
export function leiForEuro(lei: number, euro: number): DualMoney {
  return { shop: { amountMinor: euro, currency: "EUR" }, presentment: { amountMinor: lei, currency: "RON" } };
}

export function lineItem(id: string, title: string, quantity: number, unitPrice: DualMoney, extra: Partial<LineItem> = {}): LineItem {
  const times = (money: DualMoney): DualMoney => ({
    shop: { ...money.shop, amountMinor: money.shop.amountMinor * quantity },
    presentment: money.presentment && { ...money.presentment, amountMinor: money.presentment.amountMinor * quantity },
  });
  return {
    id,
    title,
    variant: null,
    sku: null,
    imageUrl: null,
    quantity,
    currentQuantity: quantity,
    unitPrice,
    total: times(unitPrice),
    attributes: [],
    ...extra,
  };
}

export function checkpoint(id: string, at: string, status: Checkpoint["status"], extra: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id,
    at,
    zone: "Europe/Bucharest",
    status,
    leg: "forward",
    exceptions: [],
    rawStatus: null,
    text: null,
    city: null,
    countryCode: "RO",
    by: "carrier",
    ...extra,
  };
}

export function parcel(id: string, extra: Partial<Parcel> = {}): Parcel {
  return {
    id,
    fulfillmentId: null,
    carrier: "Sameday",
    trackingNumber: "1ONBLN207683519",
    trackingUrl: "https://sameday.ro/#awb=1ONBLN207683519",
    status: "in_transit",
    rawStatus: null,
    leg: "forward",
    exceptions: [],
    items: [],
    shippedAt: null,
    promisedAt: null,
    estimatedAt: null,
    deliveredAt: null,
    lastScanAt: null,
    checkpoints: [],
    source: "sameday",
    ...extra,
  };
}

export function order(number: string, extra: Partial<Order> = {}): Order {
  const zero = ron(0);
  return {
    ref: `woocommerce:${number}`,
    number,
    status: "open",
    paymentStatus: "paid",
    fulfillmentStatus: "unfulfilled",
    raw: { status: "processing", payment: null, fulfillment: null, return: null },
    placedAt: "2026-11-12T08:14:00Z",
    updatedAt: "2026-11-20T16:00:00Z",
    paidAt: "2026-11-12T08:15:00Z",
    cancelledAt: null,
    cancelReason: null,
    email: "ioana.marinescu@example.ro",
    phone: "+40 722 555 014",
    language: "ro",
    customer: null,
    items: [],
    subtotal: zero,
    discountTotal: zero,
    shippingTotal: zero,
    taxTotal: zero,
    total: zero,
    refundedTotal: zero,
    discounts: [],
    paymentMethod: "Card online",
    shippingMethod: "Sameday 24h",
    shippingAddress: null,
    billingAddress: null,
    customerNote: null,
    notes: [],
    tags: [],
    fulfillments: [],
    parcels: [],
    refunds: [],
    returns: [],
    edited: false,
    test: false,
    adminUrl: `https://shop.example/wp-admin/post.php?post=${number}&action=edit`,
    gaps: [],
    ...extra,
  };
}

export function contextOrder(theOrder: Order, extra: Partial<ContextOrder> = {}): ContextOrder {
  return {
    order: theOrder,
    delivery: { status: "unknown", parcels: [], promises: [], incidents: [], storms: [] },
    provenance: { source: "woocommerce", fetchedAt: "2026-11-21T09:57:00Z", ageMs: 180_000, stale: false },
    evidence: [],
    belongsToCustomer: true,
    ...extra,
  };
}

export function ticket(number: number, subject: string, extra: Partial<Ticket> = {}): Ticket {
  return {
    id: `tkt_${number}`,
    number,
    subject,
    status: "open",
    waitingFor: null,
    customerId: "cus_ioana",
    customerName: "Ioana Marinescu",
    assigneeId: null,
    tags: [],
    language: "ro",
    mergedIntoId: null,
    messageCount: 1,
    lastMessageAt: "2026-11-21T09:48:00Z",
    lastMessagePreview: null,
    lastMessageDirection: "inbound",
    createdAt: "2026-11-21T09:48:00Z",
    updatedAt: "2026-11-21T09:48:00Z",
    version: 1,
    ...extra,
  };
}

export function fact(key: ContextFact["key"], value: string, extra: Partial<ContextFact> = {}): ContextFact {
  return {
    id: `fact_${key.replaceAll(".", "_")}`,
    ticketId: "tkt_318",
    customerId: "cus_ioana",
    key,
    value,
    source: { kind: "message", ref: "msg_1", excerpt: null },
    at: "2026-11-21T09:48:00Z",
    assurance: "claimed",
    freshUntil: null,
    supersededById: null,
    ageMs: 720_000,
    stale: false,
    contradicted: false,
    ...extra,
  };
}
