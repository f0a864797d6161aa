import type { Context, ContextPacket, Message, PacketPurpose } from "@askonce/spec";
import { cutAt } from "../platform/well-formed.ts";

export interface PacketHead {
  id: string;
  shopId: string;
  purpose: PacketPurpose;
  issuedAt: ContextPacket["issuedAt"];
  expiresAt: ContextPacket["expiresAt"];
  from: ContextPacket["from"];
  note: string | null;
}

/** A message with the channel it came by. */
export interface PacketMessage extends Pick<Message, "direction" | "text" | "at"> {
  channel: string;
}

const longestText = 1000;
const mostFacts = 200;

/** Puts a packet together from what stands beside the conversation. Pure: the same context gives the same packet. */
export function buildPacket(head: PacketHead, context: Context, messages: readonly PacketMessage[]): ContextPacket {
  const { ticket, customer, order } = context;
  return {
    version: 1,
    ...head,
    ticket: {
      id: ticket.id,
      number: ticket.number,
      subject: ticket.subject,
      status: ticket.status,
      language: ticket.language,
      channels: [...new Set(messages.filter((message) => message.direction !== "note").map((message) => message.channel))].slice(0, 20),
    },
    customer: customer && {
      id: customer.customer.id,
      name: customer.customer.name,
      language: customer.customer.language,
      contactPoints: customer.customer.contactPoints.slice(0, 20).map(({ kind, value, assurance }) => ({ kind, value, assurance })),
    },
    facts: context.facts
      .slice(0, mostFacts)
      .map(({ key, value, source, at, assurance, contradicted, stale }) => ({ key, value, source, at, assurance, contradicted, stale })),
    order: order && {
      ref: order.order.ref,
      number: order.order.number,
      status: order.order.status,
      fulfillmentStatus: order.order.fulfillmentStatus,
      placedAt: order.order.placedAt,
      total: order.order.total.presentment ?? order.order.total.shop,
      items: order.order.items.slice(0, 50).map(({ title, variant, currentQuantity }) => ({ title, variant, quantity: currentQuantity })),
      parcels: order.order.parcels.slice(0, 20).map((parcel) => ({
        carrier: parcel.carrier,
        trackingNumber: parcel.trackingNumber,
        status: parcel.status,
        lateness: order.delivery.parcels.find((one) => one.parcelId === parcel.id)?.lateness.state ?? "unknown",
      })),
      evidence: order.evidence.slice(0, 20),
    },
    otherOrders: context.otherOrders.slice(0, 20).map(({ order: { number, status, placedAt } }) => ({ number, status, placedAt })),
    incidents: (order?.delivery.incidents ?? [])
      .filter((incident) => incident.closedAt === null)
      .slice(0, 20)
      .map(({ id, kind, state, openedAt }) => ({ id, kind, state, openedAt })),
    promises: (order?.delivery.promises ?? [])
      .slice(-20)
      .map(({ kind, madeBy, madeAt, dueAt, state }) => ({ kind, madeBy, madeAt, dueAt, state })),
    tried: context.facts
      .filter((fact) => fact.key === "tried")
      .map((fact) => fact.value)
      .slice(0, 20),
    openQuestions: context.openQuestions.slice(0, 30).map(({ key, askedAt, askedBy }) => ({ key, askedAt, askedBy })),
    lastMessages: messages
      .slice(-20)
      .map(({ direction, channel, text, at }) => ({ direction, channel, text: cutAt(text, longestText), at })),
    truncated: context.facts.length > mostFacts ? ["facts"] : [],
  };
}

/**
 * What goes when a packet is too large, in this order, and how many of it are kept at that step: what can be read elsewhere before what only the
 * packet says, and a little of everything before all of anything.
 */
const cuts = [
  ["otherOrders", 0],
  ["lastMessages", 5],
  ["facts", 60],
  ["lastMessages", 2],
  ["promises", 3],
  ["incidents", 3],
  ["facts", 20],
  ["tried", 5],
  ["openQuestions", 10],
  ["lastMessages", 0],
  ["facts", 5],
  ["promises", 0],
  ["incidents", 0],
  ["tried", 0],
  ["facts", 0],
  ["openQuestions", 0],
] as const;

/** The packet in at most so many bytes of JSON: lists are halved, least needed first, and named in `truncated`. */
export function boundPacket(packet: ContextPacket, mostBytes: number): ContextPacket {
  const encoder = new TextEncoder();
  let bounded = packet;
  const isTooLarge = () => encoder.encode(JSON.stringify(bounded)).length > mostBytes;
  const cut = (name: string, change: Partial<ContextPacket>) => {
    bounded = { ...bounded, ...change, truncated: [...new Set([...bounded.truncated, name])] };
  };
  for (const [name, least] of cuts) {
    while (isTooLarge() && bounded[name].length > least) {
      const list = bounded[name];
      const kept = Math.max(least, Math.floor(list.length / 2));
      // Of messages the newest stay, of everything else the first.
      cut(name, { [name]: name === "lastMessages" ? list.slice(list.length - kept) : list.slice(0, kept) });
    }
  }
  const { order, customer, note } = bounded;
  if (isTooLarge() && order) cut("order", { order: { ...order, items: [], parcels: order.parcels.slice(0, 5), evidence: [] } });
  if (isTooLarge() && customer) cut("customer", { customer: { ...customer, contactPoints: customer.contactPoints.slice(0, 3) } });
  if (isTooLarge() && note) cut("note", { note: cutAt(note, 500) });
  return bounded;
}
