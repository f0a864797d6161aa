import { readStored, writeStored } from "../session/browser-storage.ts";

export type DraftKind = "reply" | "note";

function key(ticketId: string, kind: DraftKind): string {
  return `askonce.desk.draft.${ticketId}.${kind}`;
}

/** What was being written on a ticket in this tab. */
export function readDraft(ticketId: string, kind: DraftKind): string {
  return readStored("session", key(ticketId, kind)) ?? "";
}

export function keepDraft(ticketId: string, kind: DraftKind, text: string): void {
  writeStored("session", key(ticketId, kind), text);
}
