import type { Texts } from "../messages/messages.ts";
import type { enPacket } from "./en-packet.ts";

/** The texts of a packet in one language: exactly the keys of English. */
export type PacketTexts = Texts<typeof enPacket>;
