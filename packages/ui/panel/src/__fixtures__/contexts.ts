import type { Context } from "@askonce/spec";
import { lateSplitDelivery } from "./deliveries.ts";
import { checkpoint, contextOrder, fact, fixtureNow, leiForEuro, lineItem, order, parcel, ron, ticket } from "./parts.ts";

const ioana: NonNullable<Context["customer"]> = {
  customer: {
    id: "cus_ioana",
    name: "Ioana Marinescu",
    language: "ro",
    contactPoints: [
      {
        id: "cp_1",
        customerId: "cus_ioana",
        kind: "email",
        value: "ioana.marinescu@example.ro",
        assurance: "orderMatched",
        evidence: "order woocommerce:10482",
        createdAt: "2024-03-02T10:00:00Z",
      },
      {
        id: "cp_2",
        customerId: "cus_ioana",
        kind: "phone",
        value: "+40 722 555 014",
        assurance: "claimed",
        evidence: "message msg_1",
        createdAt: "2026-11-21T09:48:00Z",
      },
      {
        id: "cp_3",
        customerId: "cus_ioana",
        kind: "shopCustomer",
        value: "woocommerce:2207",
        assurance: "signedIn",
        evidence: "order woocommerce:10482",
        createdAt: "2024-03-02T10:00:00Z",
      },
    ],
    createdAt: "2024-03-02T10:00:00Z",
  },
  ordersCount: 21,
  spent: [{ amountMinor: 486_250, currency: "RON" }],
  firstOrderAt: "2024-03-02T10:00:00Z",
  lastOrderAt: "2026-11-12T08:14:00Z",
  provenance: { source: "woocommerce", fetchedAt: "2026-11-21T09:57:00Z", ageMs: 180_000, stale: false },
};

const home = {
  name: "Ioana Marinescu",
  company: null,
  line1: "Strada Horea 14, ap. 6",
  line2: null,
  city: "Cluj-Napoca",
  province: "Cluj",
  postcode: "400174",
  countryCode: "RO",
  phone: "+40 722 555 014",
};

const splitOrder = order("10482", {
  fulfillmentStatus: "fulfilled",
  raw: { status: "completed", payment: null, fulfillment: "shipped", return: null },
  customer: {
    ref: "woocommerce:2207",
    name: "Ioana Marinescu",
    email: "ioana.marinescu@example.ro",
    phone: null,
    language: "ro",
    since: "2024-03-02T10:00:00Z",
    ordersCount: 21,
    totalSpent: { amountMinor: 486_250, currency: "RON" },
    tags: ["newsletter", "VIP"],
    note: "Prefers the courier to call before coming.",
  },
  items: [
    lineItem("li_1", "Cană ceramică „Toamnă”", 2, ron(4900), { variant: "350 ml, verde", sku: "CAN-350-V", imageUrl: "https://shop.example/cana.png" }),
    lineItem("li_2", "Ceainic din fontă", 1, ron(21900), { sku: "CEA-FON-12", imageUrl: "https://shop.example/ceainic.png" }),
    lineItem("li_3", "Ceai verde Sencha", 3, ron(3250), { variant: "100 g", currentQuantity: 2, attributes: [{ name: "Mesaj", value: "La mulți ani!" }] }),
  ],
  ...{ subtotal: ron(41450), discountTotal: ron(4145), shippingTotal: ron(1999), taxTotal: ron(6274) },
  total: ron(39304),
  refundedTotal: ron(3250),
  discounts: [{ code: "TOAMNA10", title: "Reducere de toamnă", amount: { amountMinor: 4145, currency: "RON" } }],
  shippingAddress: home,
  billingAddress: home,
  customerNote: "Vă rog sunați înainte, soneria nu merge.",
  edited: true,
  notes: [
    { id: "n_1", at: "2026-11-14T09:00:00Z", author: "Depozit", text: "Ceainicul pleacă separat, era pe raftul 4.", visibleToCustomer: false },
    { id: "n_2", at: "2026-11-14T15:20:00Z", author: null, text: "Comanda ta a fost expediată în două colete.", visibleToCustomer: true },
  ],
  parcels: [
    parcel("p_1", {
      trackingNumber: "1ONBLN207683520",
      trackingUrl: "https://sameday.ro/#awb=1ONBLN207683520",
      status: "delivered",
      rawStatus: "Livrat cu succes",
      items: [
        { lineItemId: "li_1", quantity: 2 },
        { lineItemId: "li_3", quantity: 2 },
      ],
      shippedAt: "2026-11-14T14:10:00Z",
      promisedAt: "2026-11-18T21:59:59Z",
      deliveredAt: "2026-11-17T11:26:00Z",
      lastScanAt: "2026-11-17T11:26:00Z",
      checkpoints: [
        checkpoint("p1c4", "2026-11-17T11:26:00Z", "delivered", { text: "Coletul a fost livrat destinatarului.", rawStatus: "9", city: "Cluj-Napoca" }),
        checkpoint("p1c3", "2026-11-17T06:40:00Z", "out_for_delivery", { text: "Coletul a fost încărcat pentru livrare.", city: "Cluj-Napoca" }),
        checkpoint("p1c2", "2026-11-16T03:12:00Z", "in_transit", { text: "Coletul a ajuns în depozit.", city: "Sibiu" }),
        checkpoint("p1c1", "2026-11-14T16:02:00Z", "handed_over", { text: "Preluat de curier.", city: "București" }),
      ],
    }),
    parcel("p_2", {
      status: "in_transit",
      rawStatus: "În tranzit",
      exceptions: [
        { kind: "late", by: "derived", at: "2026-11-18T22:00:00Z" },
        { kind: "stalled", by: "derived", at: "2026-11-18T04:00:00Z" },
      ],
      items: [{ lineItemId: "li_2", quantity: 1 }],
      shippedAt: "2026-11-14T14:10:00Z",
      promisedAt: "2026-11-18T21:59:59Z",
      estimatedAt: "2026-11-24T15:00:00Z",
      lastScanAt: "2026-11-15T03:40:00Z",
      checkpoints: [
        checkpoint("p2c2", "2026-11-15T03:40:00Z", "in_transit", { text: "Coletul a ajuns în depozit.", rawStatus: "84", city: "Sibiu" }),
        checkpoint("p2c1", "2026-11-14T16:02:00Z", "handed_over", { text: "Preluat de curier.", rawStatus: "1", city: "București" }),
      ],
    }),
  ],
  refunds: [
    { id: "r_1", at: "2026-11-14T09:30:00Z", amount: ron(3250), reason: "Un ceai nu mai era pe stoc", items: [{ lineItemId: "li_3", quantity: 1 }] },
  ],
  gaps: [{ field: "returns", reason: "not_installed", remedy: "a returns plugin" }],
});

const olderOrders = [
  contextOrder(
    order("10211", {
      status: "closed",
      fulfillmentStatus: "fulfilled",
      raw: { status: "completed", payment: null, fulfillment: null, return: null },
      placedAt: "2026-09-03T12:00:00Z",
      items: [lineItem("a", "Set de linguri din lemn", 1, ron(8900)), lineItem("b", "Șorț de bucătărie", 1, ron(6400))],
      total: ron(15300),
      parcels: [parcel("o1", { status: "delivered", shippedAt: "2026-09-04T09:00:00Z", deliveredAt: "2026-09-05T10:00:00Z", lastScanAt: "2026-09-05T10:00:00Z" })],
    }),
  ),
  contextOrder(
    order("9870", {
      status: "cancelled",
      paymentStatus: "refunded",
      raw: { status: "cancelled", payment: null, fulfillment: null, return: null },
      placedAt: "2025-12-01T12:00:00Z",
      cancelledAt: "2025-12-02T08:00:00Z",
      items: [lineItem("a", "Lumânare parfumată", 4, ron(2500))],
      total: ron(10000),
      refundedTotal: ron(10000),
    }),
  ),
];

const completeSource: Context["sources"][number] = {
  adapterId: "woocommerce",
  displayName: "WooCommerce",
  state: "complete",
  lastEventAt: "2026-11-21T09:41:00Z",
  lastReconciledAt: "2026-11-21T09:00:00Z",
  problem: null,
};

/** Two parcels, one delivered and one three days late and silent for six. */
export const lateSplit: Context = {
  ticket: ticket(318, "Unde este ceainicul?"),
  customer: ioana,
  order: contextOrder(splitOrder, {
    evidence: [{ kind: "orderNumber", detail: "comanda #10482", messageId: "msg_1", at: "2026-11-21T09:48:00Z" }],
    delivery: lateSplitDelivery,
  }),
  ...{ candidates: [], orderChoice: "chosen", otherOrders: olderOrders, otherOrdersCount: 20 },
  earlierTickets: [
    ticket(201, "Factura pe firmă", {
      status: "resolved",
      createdAt: "2026-09-06T10:00:00Z",
      lastMessageAt: "2026-09-06T12:30:00Z",
      lastMessagePreview: "Mulțumesc, am primit factura.",
    }),
  ],
  facts: [
    fact("orderNumber", "10482", { source: { kind: "message", ref: "msg_1", excerpt: "comanda #10482, ceainicul nu a ajuns" } }),
    fact("problem", "Ceainicul nu a ajuns", { source: { kind: "message", ref: "msg_1", excerpt: "comanda #10482, ceainicul nu a ajuns" } }),
    fact("shippingAddress", "Strada Horea 14, ap. 6, 400174 Cluj-Napoca", {
      source: { kind: "order", ref: "woocommerce:10482", excerpt: null },
      assurance: "orderMatched",
      ageMs: 9 * 86_400_000,
      at: "2026-11-12T08:14:00Z",
    }),
    fact("deliveryDate", "2026-11-24", {
      source: { kind: "carrier", ref: "sameday:1ONBLN207683519", excerpt: null },
      ageMs: 5 * 86_400_000,
      at: "2026-11-16T08:14:00Z",
      freshUntil: "2026-11-17T08:14:00Z",
    }),
  ],
  ...{ openQuestions: [], identityLinks: [], handOver: null },
  sources: [completeSource],
  generatedAt: fixtureNow,
};

/** Delivered on the promised day, paid in lei at a shop that counts in euro, with a return under way. */
export const delivered: Context = {
  ...lateSplit,
  ticket: ticket(402, "Vorrei restituire il maglione", { language: "it", customerId: "cus_marco", customerName: "Marco Bianchi" }),
  customer: {
    ...ioana,
    customer: {
      id: "cus_marco",
      name: "Marco Bianchi",
      language: "it",
      contactPoints: [
        {
          id: "cp_9",
          customerId: "cus_marco",
          kind: "email",
          value: "marco.bianchi@example.it",
          assurance: "otpVerified",
          evidence: "code of msg_9",
          createdAt: "2026-10-30T10:00:00Z",
        },
      ],
      createdAt: "2026-10-30T10:00:00Z",
    },
    ordersCount: 1,
    spent: [{ amountMinor: 7990, currency: "EUR" }],
    firstOrderAt: "2026-10-30T10:00:00Z",
    lastOrderAt: "2026-10-30T10:00:00Z",
    provenance: { source: "shopify", fetchedAt: "2026-11-21T09:59:50Z", ageMs: 10_000, stale: false },
  },
  order: contextOrder(
    order("2055", {
      ref: "shopify:gid://shopify/Order/6120045551",
      status: "closed",
      fulfillmentStatus: "fulfilled",
      raw: { status: null, payment: "PAID", fulfillment: "FULFILLED", return: "IN_PROGRESS" },
      placedAt: "2026-10-30T10:00:00Z",
      paidAt: "2026-10-30T10:00:05Z",
      items: [lineItem("s1", "Maglione in lana merino", 1, leiForEuro(39750, 7990), { variant: "L / blu notte", sku: "MER-L-BLU" })],
      subtotal: leiForEuro(39750, 7990),
      total: leiForEuro(39750, 7990),
      refundedTotal: leiForEuro(0, 0),
      discountTotal: leiForEuro(0, 0),
      shippingTotal: leiForEuro(0, 0),
      taxTotal: leiForEuro(7168, 1441),
      paymentMethod: "Shopify Payments",
      parcels: [
        parcel("s-p1", {
          carrier: "BRT",
          trackingNumber: "084130123456789",
          trackingUrl: "https://vas.brt.it/vas/sped_det_show.htm?chisono=084130123456789",
          status: "delivered",
          rawStatus: "DELIVERED",
          items: [{ lineItemId: "s1", quantity: 1 }],
          shippedAt: "2026-10-31T09:00:00Z",
          promisedAt: "2026-11-04T22:59:59Z",
          deliveredAt: "2026-11-03T09:41:00Z",
          lastScanAt: "2026-11-03T09:41:00Z",
          checkpoints: [checkpoint("b2", "2026-11-03T09:41:00Z", "delivered", { text: "CONSEGNATA", rawStatus: "704", city: "Torino", countryCode: "IT" })],
        }),
      ],
      returns: [
        {
          id: "ret_1",
          status: "open",
          rawStatus: "OPEN",
          createdAt: "2026-11-20T10:00:00Z",
          items: [{ lineItemId: "s1", quantity: 1, reason: "Troppo grande" }],
        },
      ],
    }),
    {
      provenance: { source: "shopify", fetchedAt: "2026-11-21T09:59:50Z", ageMs: 10_000, stale: false },
      evidence: [{ kind: "signedPage", detail: "shopify:gid://shopify/Order/6120045551", messageId: "msg_9", at: "2026-11-21T09:00:00Z" }],
    },
  ),
  otherOrders: [],
  otherOrdersCount: 0,
  earlierTickets: [],
  facts: [],
  sources: [{ ...completeSource, adapterId: "shopify", displayName: "Shopify" }],
};

/** Cancelled and paid back in full. */
export const refunded: Context = {
  ...lateSplit,
  ticket: ticket(355, "Banii pentru comanda anulată"),
  facts: [],
  order: contextOrder(
    order("10390", {
      status: "cancelled",
      paymentStatus: "refunded",
      raw: { status: "refunded", payment: "refunded", fulfillment: null, return: null },
      placedAt: "2026-11-08T18:20:00Z",
      paidAt: "2026-11-08T18:21:00Z",
      cancelledAt: "2026-11-10T08:00:00Z",
      cancelReason: "customer: changed my mind",
      items: [lineItem("x1", "Covor din lână", 1, ron(64900), { currentQuantity: 0 })],
      subtotal: ron(64900),
      total: ron(64900),
      refundedTotal: ron(64900),
      refunds: [{ id: "r_9", at: "2026-11-10T08:05:00Z", amount: ron(64900), reason: null, items: [] }],
    }),
    { evidence: [{ kind: "agent", detail: "agt_7", messageId: null, at: "2026-11-21T09:50:00Z" }] },
  ),
};

/** Nothing says which order; one is named by two ways, and a stranger's number as well. */
export const undecided: Context = {
  ...lateSplit,
  ticket: ticket(360, "Întrebare despre comandă"),
  order: null,
  candidates: [
    {
      ref: "woocommerce:10211",
      number: "10211",
      evidence: [{ kind: "orderNumber", detail: "10211", messageId: "msg_3", at: "2026-11-21T09:00:00Z" }],
      belongsToCustomer: true,
    },
    {
      ref: "woocommerce:77001",
      number: "77001",
      evidence: [{ kind: "orderNumber", detail: "77001", messageId: "msg_3", at: "2026-11-21T09:00:00Z" }],
      belongsToCustomer: false,
    },
  ],
  orderChoice: "none",
  facts: [],
};

/** A sender whom nobody knows, at a shop whose history is not complete. */
export const nobody: Context = {
  ...lateSplit,
  ticket: ticket(371, "Hello?", { customerId: null, customerName: null, language: "en" }),
  customer: null,
  order: null,
  candidates: [],
  otherOrders: [],
  otherOrdersCount: 0,
  earlierTickets: [],
  facts: [],
  sources: [
    { ...completeSource, state: "filling", lastEventAt: null, lastReconciledAt: null },
    {
      adapterId: "shopify",
      displayName: "Shopify",
      state: "failing",
      lastEventAt: "2026-11-20T06:00:00Z",
      lastReconciledAt: null,
      problem: "The token was revoked: reconnect the shop.",
    },
  ],
};

/** Known, but without any order while the history is still being fetched. */
export const newcomer: Context = {
  ...nobody,
  ticket: ticket(372, "Pre-sale question", { language: "en" }),
  customer: { ...ioana, ordersCount: 0, spent: [], firstOrderAt: null, lastOrderAt: null },
};

/** An agent linked an order whose contact details are not this customer's. Waiting in a locker, and the answer is stale. */
export const foreignLinked: Context = {
  ...lateSplit,
  ticket: ticket(380, "Colet la easybox"),
  facts: [],
  order: contextOrder(
    order("10501", {
      status: "open",
      fulfillmentStatus: "fulfilled",
      items: [lineItem("z1", "Rucsac urban", 1, ron(18900))],
      total: ron(18900),
      parcels: [
        parcel("z-p1", {
          status: "ready_for_pickup",
          rawStatus: "Disponibil în easybox",
          exceptions: [{ kind: "locker_ready", by: "carrier", at: "2026-11-21T07:00:00Z" }],
          shippedAt: "2026-11-19T14:10:00Z",
          promisedAt: "2026-11-21T21:59:59Z",
          lastScanAt: "2026-11-21T07:00:00Z",
          checkpoints: [checkpoint("zc1", "2026-11-21T07:00:00Z", "ready_for_pickup", { text: "Coletul te așteaptă în easybox.", city: "Iași" })],
        }),
      ],
    }),
    {
      provenance: { source: "woocommerce", fetchedAt: "2026-11-21T07:10:00Z", ageMs: 10_200_000, stale: true },
      evidence: [{ kind: "agent", detail: "agt_7", messageId: null, at: "2026-11-21T09:50:00Z" }],
      belongsToCustomer: false,
    },
  ),
};
