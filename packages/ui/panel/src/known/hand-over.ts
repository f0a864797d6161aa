import type { Context } from "@askonce/spec";
import { html, nothing } from "lit";
import { type Piece, sentence, theirs } from "../view/pieces.ts";
import type { KnownView } from "./known-view.ts";

/** Who gave the ticket to whoever has it now, when, and what they had to say. */
export function handOver({ words, nowMs, knownTexts: texts }: KnownView, { handOver: given }: Context): Piece {
  if (!given) return nothing;
  const who = theirs(given.fromName ?? texts.anAgent);
  return html`<div class="notice info handed-over">
    <p><strong>${sentence(texts.handedOver[given.purpose], { who })}</strong> <span class="muted small">${words.ago(given.at, nowMs)}</span></p>
    ${given.note ? html`<p class="note">${theirs(given.note)}</p>` : nothing}
  </div>`;
}
