import type { OrderNote } from "@askonce/spec";
import type { WooNote } from "../schemas/woo-note.ts";
import { gmtInstant } from "./instants.ts";
import { plainText } from "./plain-text.ts";

export function mapNote(note: WooNote): OrderNote | null {
  const at = gmtInstant(note.date_created_gmt);
  const text = plainText(note.note);
  if (at === null || text === "") return null;
  return { id: note.id, at, author: note.author, text, visibleToCustomer: note.customer_note };
}

export function mapNotes(notes: readonly WooNote[]): OrderNote[] {
  return notes.flatMap((note) => mapNote(note) ?? []);
}
