import type { ContextPacket, SupportedLanguage } from "@askonce/spec";
import type { Messages } from "../messages/messages.ts";
import { enPacket } from "../packet/en-packet.ts";
import { packetClock } from "../packet/packet-clock.ts";
import { packetContent } from "../packet/packet-content.ts";
import type { PacketTexts } from "../packet/packet-texts.ts";
import { type PacketFailure, type ReadPacketOptions, readPacket } from "../packet/read-packet.ts";
import type { PanelError } from "../panel-state.ts";
import type { Piece } from "../view/pieces.ts";
import type { View } from "../view/view.ts";
import type { LoadedDetails } from "./load-details.ts";

/** A packet that was read, ready to be shown. A file of its own: only who opens packets needs it. */
export interface OpenedPacket {
  /** What time it is, by the packet's own beginning where this machine's clock cannot be right. */
  nowMs(): number;
  /** In the view's language; `whenHere` is called when its texts had to be fetched and are here. */
  content(view: View, details: LoadedDetails, whenHere: () => void): Piece;
}

interface OpenPacketOptions extends ReadPacketOptions {
  language: SupportedLanguage;
  /** The words for failures that are not a packet's alone. */
  texts: Messages;
  /** Called once when the network is back, after an answer that said it is gone. */
  whenOnline: () => void;
}

const loaded = new Map<SupportedLanguage, PacketTexts>([["en", enPacket]]);

/** Reads a packet and brings the words for it. A failure is told in words. */
export async function openPacket(options: OpenPacketOptions): Promise<OpenedPacket | PanelError> {
  const [packet, texts] = await Promise.all([readPacket(options), textsOf(options.language)]);
  if (typeof packet !== "string") return opened(packet);
  if (packet === "offline") addEventListener("online", options.whenOnline, { once: true, signal: options.signal });
  return inWords(packet, texts, options.texts);
}

function opened(packet: ContextPacket): OpenedPacket {
  return {
    nowMs: packetClock(packet, Date.now),
    content(view, details, whenHere) {
      const texts = loaded.get(view.words.language);
      if (!texts) void textsOf(view.words.language).then(whenHere);
      return packetContent({ ...view, details, packetTexts: texts ?? enPacket }, packet);
    },
  };
}

function inWords(failure: PacketFailure, texts: PacketTexts, messages: Messages): PanelError {
  if (failure === "invalid") return { title: texts.packetInvalid, detail: texts.packetInvalidWhy, retryable: false };
  const details = { offline: texts.packetOffline, network: messages.errorNetwork, server: messages.errorServer };
  return { title: texts.packetFailed, detail: details[failure], retryable: true };
}

/** Texts that cannot be fetched read in English until the page is loaded again. */
async function textsOf(language: SupportedLanguage): Promise<PacketTexts> {
  const known = loaded.get(language);
  if (known) return known;
  const texts = await fetchTexts(language).catch(() => enPacket);
  loaded.set(language, texts);
  return texts;
}

async function fetchTexts(language: SupportedLanguage): Promise<PacketTexts> {
  return language === "it" ? (await import("../packet/it-packet.ts")).itPacket : (await import("../packet/ro-packet.ts")).roPacket;
}
