import { foldText, type Ticket, type TicketStatus } from "@askonce/spec";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import { contains } from "../storage/like-pattern.ts";
import type { Store } from "../storage/store.ts";
import { selectTickets, toTicket } from "./tickets.sql.ts";

export interface TicketListRequest {
  status?: TicketStatus | undefined;
  /** An agent's id, or `none`. */
  assignee?: string | undefined;
  tag?: string | undefined;
  customerId?: string | undefined;
  q?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 100. */
  limit: number;
}

/** A page of tickets, last touched first. Merged tickets are found through the one they live in. */
export async function listTickets(store: Store, request: TicketListRequest): Promise<{ items: Ticket[]; nextCursor: string | null }> {
  const database = await store.ready();
  let query = selectTickets(database, store.shopId)
    .where("ticket.merged_into_id", "is", null)
    .orderBy("ticket.updated_at", "desc")
    .orderBy("ticket.id", "desc")
    .limit(request.limit + 1);
  if (request.status) query = query.where("ticket.status", "=", request.status);
  if (request.assignee === "none") query = query.where("ticket.assignee_id", "is", null);
  else if (request.assignee) query = query.where("ticket.assignee_id", "=", request.assignee);
  if (request.customerId) query = query.where("ticket.customer_id", "=", request.customerId);
  if (request.tag) {
    const tag = request.tag;
    query = query.where((where) =>
      where.exists(
        where
          .selectFrom("ticket_tags as tagged")
          .select("tagged.tag")
          .whereRef("tagged.shop_id", "=", "ticket.shop_id")
          .whereRef("tagged.ticket_id", "=", "ticket.id")
          .where("tagged.tag", "=", tag),
      ),
    );
  }
  for (const word of searchWords(request.q)) {
    query = query.where((where) =>
      where.or([
        contains("ticket.search_text", word),
        contains("customer.search_text", word),
        where.exists(
          where
            .selectFrom("messages as message")
            .select("message.id")
            .whereRef("message.shop_id", "=", "ticket.shop_id")
            .whereRef("message.ticket_id", "=", "ticket.id")
            .where(contains("message.search_text", word)),
        ),
      ]),
    );
  }
  if (request.cursor !== undefined) {
    const [updatedAt, id] = decodeCursor(request.cursor, ["number", "string"]);
    query = query.where((where) =>
      where.or([
        where("ticket.updated_at", "<", updatedAt),
        where.and([where("ticket.updated_at", "=", updatedAt), where("ticket.id", "<", id)]),
      ]),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return { items: page.map(toTicket), nextCursor: rows.length > request.limit && last ? encodeCursor([last.updated_at, last.id]) : null };
}

/** At most five folded words. `#42` is how people write a ticket's number. */
function searchWords(text: string | undefined): string[] {
  if (!text) return [];
  return foldText(text)
    .split(" ")
    .map((word) => word.replace(/^#(?=\d)/, ""))
    .filter((word) => word !== "")
    .slice(0, 5);
}
