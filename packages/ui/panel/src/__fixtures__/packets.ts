import type { ContextPacket } from "@askonce/spec";
import { fixtureNow } from "./parts.ts";

type PacketFact = ContextPacket["facts"][number];

function packetFact(key: PacketFact["key"], value: string, extra: Partial<PacketFact> = {}): PacketFact {
  return {
    key,
    value,
    source: { kind: "message", ref: "msg_1", excerpt: null },
    at: "2026-11-21T08:00:00Z",
    assurance: "claimed",
    contradicted: false,
    stale: false,
    ...extra,
  };
}

/** A token that looks like one; the stage answers whatever it is told to. */
export const packetToken = "eyJhbGciOiJIUzI1NiJ9.eyJ2ZXJzaW9uIjoxfQ.c2lnbmF0dXJl";

/** Everything a packet can hold: made two hours before the fixtures' moment, valid for twenty-two more. */
export const fullPacket: ContextPacket = {
  version: 1,
  id: "pkt_1",
  shopId: "shop_1",
  purpose: "system",
  issuedAt: "2026-11-21T08:00:00Z",
  expiresAt: "2026-11-22T08:00:00Z",
  from: { kind: "agent", id: "agt_ioana", name: "Ioana Radu" },
  note: "Clienta așteaptă un telefon.\nVă rog să întrebați depozitul din Cluj.",
  ticket: { id: "tkt_318", number: 318, subject: "Al doilea colet <b>lipsește</b>", status: "waiting", language: "ro", channels: ["email", "chat"] },
  customer: {
    id: "cus_1",
    name: "Ioana Marinescu",
    language: "ro",
    contactPoints: [
      { kind: "email", value: "ioana@example.test", assurance: "otpVerified" },
      { kind: "phone", value: "+40722000111", assurance: "claimed" },
      { kind: "shopCustomer", value: "woocommerce:81", assurance: "signedIn" },
    ],
  },
  facts: [
    packetFact("problem", "Ceainicul nu a ajuns", { source: { kind: "message", ref: "msg_1", excerpt: "ceainicul nu a ajuns" } }),
    packetFact("orderNumber", "10482"),
    packetFact("orderNumber", "10482", { source: { kind: "order", ref: "woocommerce:10482", excerpt: null }, assurance: "orderMatched" }),
    packetFact("postcode", "400174", { source: { kind: "order", ref: "woocommerce:10482", excerpt: null }, contradicted: true }),
    packetFact("postcode", "400347", { contradicted: true }),
    packetFact("deliveryDate", "2026-11-24", { source: { kind: "carrier", ref: "sameday:1ONB", excerpt: null }, stale: true }),
    packetFact("tried", "A sunat curierul de două ori"),
  ],
  order: {
    ref: "woocommerce:10482",
    number: "10482",
    status: "open",
    fulfillmentStatus: "partly_fulfilled",
    placedAt: "2026-11-14T09:12:00Z",
    total: { amountMinor: 38_650, currency: "RON" },
    items: [
      { title: "Ceainic emailat", variant: "verde, 1,5 l", quantity: 1 },
      { title: "Cană", variant: null, quantity: 2 },
    ],
    parcels: [
      { carrier: "Sameday", trackingNumber: "1ONBLN207683519", status: "in_transit", lateness: "late" },
      { carrier: null, trackingNumber: null, status: "label_created", lateness: "unknown" },
    ],
    evidence: [{ kind: "orderNumber", detail: "#10482", messageId: "msg_1", at: "2026-11-20T08:00:00Z" }],
  },
  otherOrders: [{ number: "9870", status: "cancelled", placedAt: "2025-02-03T10:00:00Z" }],
  incidents: [{ id: "inc_1", kind: "late", state: "open", openedAt: "2026-11-19T07:00:00Z" }],
  promises: [
    { kind: "delivery", madeBy: "sameday", madeAt: "2026-11-16T08:00:00Z", dueAt: "2026-11-18T21:59:59Z", state: "broken" },
    { kind: "callback", madeBy: "Ioana Radu", madeAt: "2026-11-21T07:50:00Z", dueAt: "2026-11-21T15:00:00Z", state: "open" },
  ],
  tried: ["A sunat curierul de două ori"],
  openQuestions: [{ key: "photoOfLabel", askedAt: "2026-11-20T09:00:00Z", askedBy: "agt_ioana" }],
  lastMessages: [
    { direction: "inbound", channel: "email", text: "Bună ziua,\nnu am primit al doilea colet. <img src=x onerror=alert(1)>", at: "2026-11-20T08:00:00Z" },
    { direction: "outbound", channel: "email", text: "Ne interesăm la curier.", at: "2026-11-20T09:00:00Z" },
    { direction: "note", channel: "email", text: "Depozitul Cluj nu răspunde.", at: "2026-11-21T07:45:00Z" },
  ],
  truncated: ["lastMessages", "otherOrders"],
};

/** Of a ticket about which nothing is known yet, made by a machine. */
export const barePacket: ContextPacket = {
  ...fullPacket,
  id: "pkt_2",
  issuedAt: fixtureNow,
  from: { kind: "system", id: null, name: null },
  note: null,
  ticket: { id: "tkt_9", number: 9, subject: "?", status: "open", language: null, channels: [] },
  customer: null,
  facts: [],
  order: null,
  otherOrders: [],
  incidents: [],
  promises: [],
  tried: [],
  openQuestions: [],
  lastMessages: [],
  truncated: [],
};
