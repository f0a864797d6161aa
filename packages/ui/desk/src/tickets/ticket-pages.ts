import type { Ticket } from "@askonce/spec";

/** What a list of this desk is made of. */
interface Listed {
  id: string;
  version: number;
}

/** The part of a list that was loaded so far. */
export interface Pages<Item extends Listed> {
  items: readonly Item[];
  nextCursor: string | null;
}

export type TicketPages = Pages<Ticket>;

/** Adds the following page. One that moved up meanwhile appears once, in its newest version. */
export function appendPage<Item extends Listed>(pages: Pages<Item>, page: Pages<Item>): Pages<Item> {
  const newest = new Map(page.items.map((ticket) => [ticket.id, ticket]));
  const kept = pages.items.map((ticket) => {
    const again = newest.get(ticket.id);
    newest.delete(ticket.id);
    return again && again.version > ticket.version ? again : ticket;
  });
  return { items: [...kept, ...newest.values()], nextCursor: page.nextCursor };
}

/**
 * Puts a fresh first page on top of what was loaded, so that "load more" is not undone by every event.
 *
 * The list is ordered by the last touch: a touched one is on the first page, or it no longer belongs to the list. When the fresh page
 * shares nothing with what is shown, there is a gap between them, and only the fresh page is shown.
 *
 * @param touched what events were about since the last refresh
 */
export function refreshFirstPage<Item extends Listed>(pages: Pages<Item>, first: Pages<Item>, touched: ReadonlySet<string>): Pages<Item> {
  const ids = new Set(first.items.map(({ id }) => id));
  const overlaps = pages.items.some(({ id }) => ids.has(id));
  if (first.nextCursor === null || !overlaps) return first;
  const rest = pages.items.filter(({ id }) => !ids.has(id) && !touched.has(id));
  return rest.length > 0 ? { items: [...first.items, ...rest], nextCursor: pages.nextCursor } : first;
}

/** The one before or after the present one; without a present one the first. */
export function neighbour<Item extends { id: string }>(items: readonly Item[], currentId: string | null, step: 1 | -1): Item | undefined {
  const index = items.findIndex(({ id }) => id === currentId);
  return index === -1 ? items[0] : items[index + step];
}
