import type { Transaction } from "kysely";
import type { Tables } from "../storage/tables.ts";

export interface AttemptLimit {
  tries: number;
  windowMs: number;
}

/**
 * Counts a try where all processes see it and a restart does not forget it.
 *
 * @returns milliseconds until it may be tried again; 0 when this try was counted
 */
export async function takeAttempt(
  transaction: Transaction<Tables>,
  shopId: string,
  name: string,
  limit: AttemptLimit,
  now: number,
): Promise<number> {
  const row = await transaction
    .selectFrom("attempts")
    .select(["window_started_at", "count"])
    .where("shop_id", "=", shopId)
    .where("name", "=", name)
    .executeTakeFirst();
  const isOver = row === undefined || now - row.window_started_at >= limit.windowMs;
  if (!isOver && row.count >= limit.tries) return row.window_started_at + limit.windowMs - now;
  const values = isOver ? { window_started_at: now, count: 1 } : { window_started_at: row.window_started_at, count: row.count + 1 };
  await transaction
    .insertInto("attempts")
    .values({ shop_id: shopId, name, ...values })
    .onConflict((conflict) => conflict.columns(["shop_id", "name"]).doUpdateSet(values))
    .execute();
  return 0;
}
