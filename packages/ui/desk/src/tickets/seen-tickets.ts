import type { Ticket } from "@askonce/spec";
import { readStored, writeStored } from "../session/browser-storage.ts";

const storageKey = "askonce.desk.seen";
const kept = 500;

/**
 * Until when this agent has read each ticket, in this browser. The API knows no "read", and an agent who never opened the desk before is
 * not shown a wall of unread tickets: everything older than the first visit counts as read.
 */
export interface SeenTickets {
  since: string;
  until: Readonly<Record<string, string>>;
}

export function readSeen(nowIso: string): SeenTickets {
  try {
    const stored: unknown = JSON.parse(readStored("local", storageKey) ?? "null");
    if (isSeen(stored)) return stored;
  } catch {
    // Unreadable means never written by us.
  }
  const fresh = { since: nowIso, until: {} };
  writeStored("local", storageKey, JSON.stringify(fresh));
  return fresh;
}

/** Marks a ticket as read up to its last message. Only the newest entries are kept. */
export function markSeen(seen: SeenTickets, ticketId: string, at: string): SeenTickets {
  const before = seen.until[ticketId];
  if (before !== undefined && before >= at) return seen;
  const { [ticketId]: _, ...others } = seen.until;
  const entries = [...Object.entries(others), [ticketId, at] as const].slice(-kept);
  const next = { since: seen.since, until: Object.fromEntries(entries) };
  writeStored("local", storageKey, JSON.stringify(next));
  return next;
}

/** Whether the customer wrote something that this agent has not opened. */
export function isUnread(ticket: Ticket, seen: SeenTickets): boolean {
  if (ticket.lastMessageDirection !== "inbound" || ticket.lastMessageAt === null) return false;
  return ticket.lastMessageAt > (seen.until[ticket.id] ?? seen.since);
}

function isSeen(value: unknown): value is SeenTickets {
  return (
    typeof value === "object" &&
    value !== null &&
    "since" in value &&
    typeof value.since === "string" &&
    "until" in value &&
    typeof value.until === "object" &&
    value.until !== null
  );
}
