import type { PacketWordTables } from "./packet-word-tables.ts";

/** What only a packet says, in English, and the set of keys that every other language must have. */
export const enPacket = {
  packetMade: "Signed packet, as it was {day}",
  packetValid: "Valid until {day} ({left})",
  packetFrom: "Handed over by {who}",
  packetSystem: "an automatic process",
  packetCut: "Left out or shortened to keep the packet small: {parts}.",
  packetTicket: "Ticket {number}",
  packetNoCustomer: "Nobody is linked to this ticket.",
  packetNoOrder: "No order is linked to this ticket.",
  packetTried: "What the customer has tried",
  packetMessages: "Last messages",
  packetInvalid: "This packet cannot be opened",
  packetInvalidWhy: "It is over, was changed on its way, or is from another shop. Ask whoever gave it to you for a new one.",
  packetOver: "This packet is over",
  packetOverWhy: "It could be read until {day}. Ask whoever gave it to you for a new one.",
  packetFailed: "The packet could not be opened",
  packetOffline: "You are offline. The packet opens as soon as there is a connection.",

  ...({
    packetPart: {
      otherOrders: "other orders",
      lastMessages: "messages",
      facts: "what is known",
      promises: "promises",
      incidents: "incidents",
      tried: "what was tried",
      openQuestions: "open questions",
      order: "details of the order",
      customer: "addresses of the customer",
      note: "the note",
    },
    packetLateness: {
      on_time: "on time",
      at_risk: "at risk",
      late: "late",
      very_late: "very late",
      delivered_late: "delivered late",
      unknown_promise: "no day was promised",
    },
    packetDirection: { inbound: "Customer", outbound: "Shop", note: "Note" },
  } satisfies PacketWordTables),
};
