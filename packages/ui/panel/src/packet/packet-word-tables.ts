import type { ContextPacket, LatenessState, Message } from "@askonce/spec";

/** The parts of a packet that can be cut to keep it small. */
type CutPart = Extract<
  keyof ContextPacket,
  "otherOrders" | "lastMessages" | "facts" | "promises" | "incidents" | "tried" | "openQuestions" | "order" | "customer" | "note"
>;

/** One word for every value of the vocabulary, so that a new one without a translation does not compile. */
export interface PacketWordTables {
  packetPart: Record<CutPart, string>;
  packetLateness: Record<LatenessState, string>;
  packetDirection: Record<Message["direction"], string>;
}
