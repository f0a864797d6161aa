import { sql, type Transaction } from "kysely";
import type { Tables } from "../storage/tables.ts";

export interface AttemptLimit {
  tries: number;
  /** In milliseconds; it begins with the first try, so that up to twice the tries fit across its end. */
  windowMs: number;
}

/**
 * Counts a try where all processes see it and a restart does not forget it, in one statement: two at the same moment are two.
 *
 * @param name what is limited and for whom; hashed by the caller where it is personal
 * @returns milliseconds until it may be tried again; 0 when this try is allowed
 */
export async function takeAttempt(
  transaction: Transaction<Tables>,
  shopId: string,
  name: string,
  limit: AttemptLimit,
  now: number,
): Promise<number> {
  const isOver = sql`attempts.window_started_at <= ${now - limit.windowMs}`;
  const row = await transaction
    .insertInto("attempts")
    .values({ shop_id: shopId, name, window_started_at: now, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(["shop_id", "name"]).doUpdateSet({
        window_started_at: sql<number>`case when ${isOver} then ${sql.lit(now)} else attempts.window_started_at end`,
        count: sql<number>`case when ${isOver} then 1 else attempts.count + 1 end`,
      }),
    )
    .returning(["window_started_at", "count"])
    .executeTakeFirstOrThrow();
  return row.count <= limit.tries ? 0 : Number(row.window_started_at) + limit.windowMs - now;
}
