import type { Ticket } from "@askonce/spec";

/** The part of the list that was loaded so far. */
export interface TicketPages {
  items: readonly Ticket[];
  nextCursor: string | null;
}

/** Adds the following page. A ticket that moved up meanwhile appears once, in its newest version. */
export function appendPage(pages: TicketPages, page: TicketPages): TicketPages {
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
 * The list is ordered by the last touch: a touched ticket is on the first page, or it no longer belongs to the list. When the fresh page
 * shares nothing with what is shown, there is a gap between them, and only the fresh page is shown.
 *
 * @param touched the tickets that events were about since the last refresh
 */
export function refreshFirstPage(pages: TicketPages, first: TicketPages, touched: ReadonlySet<string>): TicketPages {
  const ids = new Set(first.items.map(({ id }) => id));
  const overlaps = pages.items.some(({ id }) => ids.has(id));
  if (first.nextCursor === null || !overlaps) return first;
  const rest = pages.items.filter(({ id }) => !ids.has(id) && !touched.has(id));
  return rest.length > 0 ? { items: [...first.items, ...rest], nextCursor: pages.nextCursor } : first;
}

/** The ticket before or after the present one; without a present one the first. */
export function neighbour(items: readonly Ticket[], currentId: string | null, step: 1 | -1): Ticket | undefined {
  const index = items.findIndex(({ id }) => id === currentId);
  return index === -1 ? items[0] : items[index + step];
}
