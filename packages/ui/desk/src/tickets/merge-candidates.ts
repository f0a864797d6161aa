import type { Ticket } from "@askonce/spec";

/**
 * Which tickets may be chosen as the one that goes on: what the server found, and before them those on the screen whose number was
 * typed. Never the ticket itself, never one that was merged away.
 */
export function mergeCandidates(ticket: Ticket, found: readonly Ticket[], known: readonly Ticket[], search: string): Ticket[] {
  const number = /^\s*#?(\d{1,9})\s*$/.exec(search)?.[1];
  const byNumber = number === undefined ? [] : known.filter((candidate) => candidate.number === Number(number));
  const all = new Map([...byNumber, ...found].map((candidate) => [candidate.id, candidate]));
  return [...all.values()].filter(({ id, mergedIntoId }) => id !== ticket.id && mergedIntoId === null);
}
