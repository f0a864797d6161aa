import type { Message } from "@askonce/spec";

/** The part of a conversation that was read, oldest first. */
export interface MessagePages {
  messages: readonly Message[];
  /** Where the last page begins, to read it again when something is added; `null` is the beginning. */
  lastPageCursor: string | null;
  /** There is more than was read. */
  nextCursor: string | null;
}

export const noMessages: MessagePages = { messages: [], lastPageCursor: null, nextCursor: null };

type ReadPage = (cursor: string | null) => Promise<{ items: readonly Message[]; nextCursor: string | null }>;

/**
 * Reads on from the last page until the end. The API counts from the oldest message and an agent needs the newest, so all pages are
 * read, up to `maxPages` at a time.
 */
export async function readMessages(read: ReadPage, from: MessagePages = noMessages, maxPages = 10): Promise<MessagePages> {
  let pages = from;
  let cursor = from.lastPageCursor;
  for (let count = 0; count < maxPages; count += 1) {
    const page = await read(cursor);
    pages = { messages: mergeMessages(pages.messages, page.items), lastPageCursor: cursor, nextCursor: page.nextCursor };
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return pages;
}

/** One of each, in the order of time; a newer copy (its delivery may have changed) replaces the older. */
export function mergeMessages(before: readonly Message[], more: readonly Message[]): Message[] {
  const all = new Map([...before, ...more].map((message) => [message.id, message]));
  return [...all.values()].sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
}
