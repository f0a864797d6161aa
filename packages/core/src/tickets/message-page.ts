import type { Selectable } from "kysely";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Database } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

export interface MessagePageRequest {
  cursor?: string | undefined;
  limit: number;
  /** Default `asc`, oldest first. */
  order?: "asc" | "desc" | undefined;
}

/** A page of a ticket's messages. Messages of one millisecond keep the order of their ids, so that no page repeats or skips one. */
export async function readMessagePage(
  database: Database,
  shopId: string,
  ticketId: string,
  request: MessagePageRequest,
  options: { withNotes: boolean },
): Promise<{ rows: Selectable<Tables["messages"]>[]; nextCursor: string | null }> {
  const order = request.order ?? "asc";
  const beyond = order === "asc" ? ">" : "<";
  let query = database
    .selectFrom("messages")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .orderBy("at", order)
    .orderBy("id", order)
    .limit(request.limit + 1);
  if (!options.withNotes) query = query.where("direction", "<>", "note");
  if (request.cursor !== undefined) {
    const [at, id] = decodeCursor(request.cursor, ["number", "string"]);
    query = query.where((where) => where.or([where("at", beyond, at), where.and([where("at", "=", at), where("id", beyond, id)])]));
  }
  const found = await query.execute();
  const rows = found.slice(0, request.limit);
  const last = rows.at(-1);
  return { rows, nextCursor: found.length > request.limit && last ? encodeCursor([last.at, last.id]) : null };
}
