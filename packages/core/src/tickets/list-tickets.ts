import type { Ticket, TicketStatus } from "@askonce/spec";
import { type RawBuilder, sql } from "kysely";
import { markWords } from "../search/marks.ts";
import { parseQuery } from "../search/query.ts";
import { end, searchPage } from "../search/search-page.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Store } from "../storage/store.ts";
import { selectTickets, type TicketRow, toTicket } from "./tickets.sql.ts";

export interface TicketListRequest {
  status?: TicketStatus | undefined;
  /** An agent's id, or `none`. */
  assignee?: string | undefined;
  tag?: string | undefined;
  customerId?: string | undefined;
  /**
   * Words, all of which are in the ticket, its messages or its customer, or begin words there; diacritics and case do not matter. `#42` is
   * ticket 42. The order is then by number, newest first; the ticket whose number alone is asked for comes before the others.
   */
  q?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 100. */
  limit: number;
}

interface TicketPage {
  items: Ticket[];
  nextCursor: string | null;
}

/**
 * A page of tickets, last touched first, or newest first when it is searched. Merged tickets are found through the one they live in.
 * One statement; a search on PostgreSQL takes a second one when the newest tickets do not fill the page.
 */
export function listTickets(store: Store, request: TicketListRequest): Promise<TicketPage> {
  return request.q === undefined || request.q.trim() === "" ? browseTickets(store, request) : searchTickets(store, request, request.q);
}

async function browseTickets(store: Store, request: TicketListRequest): Promise<TicketPage> {
  const database = await store.ready();
  const { tag } = request;
  const after = request.cursor === undefined ? null : decodeCursor(request.cursor, ["number", "string"]);
  let query = selectTickets(database, store.shopId).where("ticket.merged_into_id", "is", null);
  if (request.status) query = query.where("ticket.status", "=", request.status);
  if (request.assignee === "none") query = query.where("ticket.assignee_id", "is", null);
  else if (request.assignee) query = query.where("ticket.assignee_id", "=", request.assignee);
  if (request.customerId) query = query.where("ticket.customer_id", "=", request.customerId);
  if (tag) {
    // The rows of a tag repeat when the ticket was touched, so that a page of a tag's tickets is read in its order.
    query = query
      .innerJoin("ticket_tags as tagged", (join) =>
        join.onRef("tagged.shop_id", "=", "ticket.shop_id").onRef("tagged.ticket_id", "=", "ticket.id"),
      )
      .where("tagged.shop_id", "=", store.shopId)
      .where("tagged.tag", "=", tag);
  }
  const touchedAt = tag ? sql<number>`tagged.updated_at` : sql<number>`ticket.updated_at`;
  const id = tag ? sql<string>`tagged.ticket_id` : sql<string>`ticket.id`;
  if (after) query = query.where(sql<boolean>`(${touchedAt}, ${id}) < (${after[0]}, ${after[1]})`);
  const rows = await query
    .select(touchedAt.as("touched_at"))
    .orderBy(touchedAt, "desc")
    .orderBy(id, "desc")
    .limit(request.limit + 1)
    .execute();
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return { items: page.map(toTicket), nextCursor: rows.length > request.limit && last ? encodeCursor([last.touched_at, last.id]) : null };
}

async function searchTickets(store: Store, request: TicketListRequest, text: string): Promise<TicketPage> {
  const { dialect, shopId } = store;
  const database = await store.ready();
  const { status, assignee, tag, customerId } = request;
  const asked = /^#?(\d{1,12})$/.exec(text.trim())?.[1];
  const askedNumber = asked === undefined ? null : Number(asked);
  // The index can be a moment behind what an older version of this code wrote; the rows are right.
  const isListed = (position: RawBuilder<number>) => {
    const conditions = [
      ...(status ? [sql`listed.status = ${status}`] : []),
      ...(assignee ? [assignee === "none" ? sql`listed.assignee_id is null` : sql`listed.assignee_id = ${assignee}`] : []),
      ...(customerId ? [sql`listed.customer_id = ${customerId}`] : []),
      ...(tag
        ? [
            sql`exists (select 1 from ticket_tags tagged
              where tagged.shop_id = listed.shop_id and tagged.ticket_id = listed.id and tagged.tag = ${tag})`,
          ]
        : []),
    ];
    // With an offset it stays a look-up for each position: as a join it could be planned as a walk through all tickets of the shop.
    return sql<boolean>`exists (select 1 from tickets listed where listed.shop_id = ${shopId} and listed.number = ${position}
      and listed.merged_into_id is null ${conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``} limit 1 offset 0)`;
  };
  const rows = await searchPage(store, {
    kind: "ticket",
    query: parseQuery(text, store.shop.countryCode),
    marks: markWords({ status, assignee, customer: customerId, tags: tag ? [tag] : [] }),
    cursor: request.cursor,
    limit: request.limit + 1,
    also: (position) => (askedNumber === null ? isListed(position) : sql`${position} <> ${askedNumber} and ${isListed(position)}`),
    read: (positions) => {
      const withAsked = sql`select position from (${positions}) found union all select ${askedNumber} where ${isListed(sql`${askedNumber}`)}`;
      const isFirstPage = request.cursor === undefined && askedNumber !== null;
      return selectTickets(database, shopId)
        .where(dialect.isAmong(sql.ref("ticket.number"), isFirstPage ? withAsked : positions))
        .orderBy("ticket.number", "desc")
        .execute();
    },
  });
  const isAsked = (row: TicketRow) => row.number === askedNumber;
  const page = [...rows.filter(isAsked), ...rows.filter((row) => !isAsked(row))].slice(0, request.limit);
  const last = page.at(-1);
  const nextCursor = rows.length > request.limit && last ? encodeCursor([isAsked(last) ? end : last.number]) : null;
  return { items: page.map(toTicket), nextCursor };
}
