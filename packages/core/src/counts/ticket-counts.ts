import { sql, type Transaction } from "kysely";
import type { Database } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { addChanges } from "./buckets.ts";
import { countRows } from "./counts.sql.ts";

/** How many tickets there are; merged ones count as the one they live in. */
export interface TicketCounts {
  open: number;
  waiting: number;
  resolved: number;
  /** Not resolved, and nobody's. */
  unassigned: number;
  /** Not resolved, and the caller's; 0 for a caller who is no agent. */
  mine: number;
  /** Not resolved, by the agent who has them; agents without any are left out. */
  byAssignee: Record<string, number>;
  /** `false` while tickets from before an upgrade are still being counted, by the worker. */
  complete: boolean;
}

/** One statement that reads a handful of rows, however many tickets there are. */
export async function readTicketCounts(database: Database, shopId: string, agentId: string | null): Promise<TicketCounts> {
  const { rows } = await sql<{ view: string; bucket: string; value: number }>`
    select view, bucket, value from ticket_counts where shop_id = ${shopId}
    union all select 'uncounted', '', tickets_below from search_states where thorough = 0 and shop_id = ${shopId}`.execute(database);
  const countOf = (view: string, bucket: string) => rows.find((row) => row.view === view && row.bucket === bucket)?.value ?? 0;
  const agents = rows.filter((row) => row.view === "assignee" && row.bucket !== "none" && row.value !== 0);
  return {
    open: countOf("status", "open"),
    waiting: countOf("status", "waiting"),
    resolved: countOf("status", "resolved"),
    unassigned: countOf("assignee", "none"),
    mine: agentId === null ? 0 : countOf("assignee", agentId),
    byAssignee: Object.fromEntries(agents.map((row) => [row.bucket, row.value])),
    complete: countOf("uncounted", "") === 0,
  };
}

/**
 * Counts anew, from what every indexed ticket is counted as: for counters that were damaged from outside. Reads every document of the shop,
 * alone in the shop, so it is no thing for a request.
 */
export async function recountTickets(transaction: Transaction<Tables>, shopId: string): Promise<void> {
  const groups = await transaction
    .selectFrom("search_documents")
    .select((select) => ["counted", select.fn.countAll<number>().as("tickets")])
    .where("shop_id", "=", shopId)
    .where("kind", "=", "ticket")
    .groupBy("counted")
    .execute();
  const counts = new Map<string, number>();
  for (const { counted, tickets } of groups) {
    const one = new Map<string, number>();
    addChanges(one, "", counted);
    for (const counter of one.keys()) counts.set(counter, (counts.get(counter) ?? 0) + tickets);
  }
  await transaction.deleteFrom("ticket_counts").where("shop_id", "=", shopId).execute();
  if (counts.size > 0) await transaction.insertInto("ticket_counts").values(countRows(shopId, counts)).execute();
}
