import { sql, type Transaction } from "kysely";
import type { Database } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

/** What a ticket's document is made of, beside its messages, and the document there is. */
export interface TicketSource {
  id: string;
  number: number;
  subject: string;
  status: "open" | "waiting" | "resolved";
  assignee_id: string | null;
  customer_id: string | null;
  merged_into_id: string | null;
  updated_at: number;
  version: number;
  customer_name: string | null;
  /** Each below by line breaks, which none of them can hold. */
  tags: string;
  contacts: string;
  merged: string;
  /** All `null` when there is no document. */
  indexed_version: number | null;
  marks: string | null;
  head: string | null;
  body: string | null;
  counted: string | null;
}

const mostContacts = 50;
const mostMerged = 50;
const lineBreak = sql.lit("\n");

/** One statement for any number of tickets. */
export async function readTicketSources(
  database: Database | Transaction<Tables>,
  shopId: string,
  ticketIds: readonly string[],
): Promise<TicketSource[]> {
  if (ticketIds.length === 0) return [];
  const { rows } = await sql<TicketSource>`
    select t.id, t.number, t.subject, t.status, t.assignee_id, t.customer_id, t.merged_into_id, t.updated_at, t.version,
      c.name as customer_name, d.version as indexed_version, d.marks, d.head, d.body, d.counted,
      coalesce((select string_agg(line.tag, ${lineBreak}) from (
        select g.tag from ticket_tags g where g.shop_id = t.shop_id and g.ticket_id = t.id order by g.tag) line), '') as tags,
      coalesce((select string_agg(line.kind || ' ' || line.normalized || ' ' || line.value, ${lineBreak}) from (
        select p.kind, p.normalized, p.value from contact_points p
        where p.shop_id = t.shop_id and p.customer_id = t.customer_id and p.unlinked_at is null limit ${sql.lit(mostContacts)}) line), '') as contacts,
      coalesce((select string_agg(line.number || ' ' || line.subject, ${lineBreak}) from (
        select m.number, m.subject from tickets m
        where m.shop_id = t.shop_id and m.merged_into_id = t.id limit ${sql.lit(mostMerged)}) line), '') as merged
    from tickets t
    left join customers c on c.shop_id = t.shop_id and c.id = t.customer_id
    left join search_documents d on d.shop_id = t.shop_id and d.kind = 'ticket' and d.id = t.id
    where t.shop_id = ${shopId} and t.id in (${sql.join(ticketIds)})`.execute(database);
  return rows;
}
