import type { Context, ContextPacket, Message, PacketPurpose } from "@askonce/spec";

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
      .slice(0, 200)
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
      .map(({ direction, channel, text, at }) => ({ direction, channel, text: text.slice(0, longestText), at })),
    truncated: [],
  };
}

/** What goes first when a packet is too large: what can be read elsewhere before what only the packet says. */
const cutOrder = ["otherOrders", "lastMessages", "promises", "incidents", "facts", "tried", "openQuestions"] as const;

/** The packet in at most so many bytes of JSON: lists are halved, least needed first, and named in `truncated`. */
export function boundPacket(packet: ContextPacket, mostBytes: number): ContextPacket {
  const encoder = new TextEncoder();
  let bounded = packet;
  const isTooLarge = () => encoder.encode(JSON.stringify(bounded)).length > mostBytes;
  while (isTooLarge()) {
    const name = cutOrder.find((one) => bounded[one].length > 0);
    if (name === undefined) break;
    const list = bounded[name];
    const half = Math.floor(list.length / 2);
    // Of messages the newest stay, of everything else the first.
    const kept = name === "lastMessages" ? list.slice(list.length - half) : list.slice(0, half);
    bounded = { ...bounded, [name]: kept, truncated: [...new Set([...bounded.truncated, name])] };
  }
  if (isTooLarge() && bounded.order)
    bounded = { ...bounded, order: { ...bounded.order, items: [], evidence: [] }, truncated: [...bounded.truncated, "order"] };
  return bounded;
}
