import type { Transaction } from "kysely";
import type { Tables } from "./tables.ts";

/**
 * Takes the next `count` numbers of one of the shop's own sequences and returns the first. The row is locked until the transaction ends, so
 * numbers are given in the order of commits and none is given twice.
 */
export async function takeNumbers(
  transaction: Transaction<Tables>,
  shopId: string,
  name: "event_sequence" | "ticket_number",
  count: number,
): Promise<number> {
  const row = await transaction
    .insertInto("shop_counters")
    .values({ shop_id: shopId, name, value: count })
    .onConflict((conflict) =>
      conflict.columns(["shop_id", "name"]).doUpdateSet((update) => ({ value: update("shop_counters.value", "+", count) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return row.value - count + 1;
}
