import type { Order } from "@askonce/spec";
import { html, nothing } from "lit";
import { fold, joined, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** The shop's notes on the order, newest first. A private one says so before its text, and cannot be inserted into a reply. */
export function notes(view: View, order: Order): Piece {
  if (order.notes.length === 0) return nothing;
  const { words, nowMs } = view;
  const { texts } = words;
  const newestFirst = [...order.notes].sort((one, other) => (one.at < other.at ? 1 : -1));
  return fold(
    texts.notes,
    order.notes.length,
    html`<ul class="list">
      ${newestFirst.map(
        (note) => html`<li class="quote ${note.visibleToCustomer ? "" : "private"}"
          ><p class="label">${note.visibleToCustomer ? texts.publicNote : texts.privateNote}</p>${theirs(note.text)}<p class="muted small">${joined(
            [note.author ? theirs(note.author) : nothing, words.moment(note.at, nowMs)],
          )}</p></li
        >`,
      )}
    </ul>`,
    order.notes.some((note) => !note.visibleToCustomer),
  );
}
