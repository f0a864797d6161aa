import type { Transaction } from "kysely";
import type { TicketCountsTable } from "../search/search.schema.ts";
import type { Tables } from "../storage/tables.ts";

/** Adds differences to the counters, one statement. */
export async function changeCounts(transaction: Transaction<Tables>, shopId: string, changes: ReadonlyMap<string, number>): Promise<void> {
  const rows = countRows(shopId, changes).filter((row) => row.value !== 0);
  if (rows.length === 0) return;
  await transaction
    .insertInto("ticket_counts")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["shop_id", "view", "bucket"])
        .doUpdateSet((update) => ({ value: update("ticket_counts.value", "+", update.ref("excluded.value")) })),
    )
    .execute();
}

export function countRows(shopId: string, counts: ReadonlyMap<string, number>): TicketCountsTable[] {
  return [...counts].map(([counter, value]) => {
    const [view = "", bucket = ""] = counter.split(":");
    return { shop_id: shopId, view: view as TicketCountsTable["view"], bucket, value };
  });
}
