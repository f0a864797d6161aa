import type { Transaction } from "kysely";
import type { Tables } from "../storage/tables.ts";

/** Longer than any window that tries are counted in, in milliseconds. */
const longestWindowMs = 3_600_000;

/** Codes and counted tries that stand for nothing any more, whoever's they are. */
export async function forgetWhatIsOver(database: Transaction<Tables>, shopId: string, now: number): Promise<void> {
  await database.deleteFrom("verification_codes").where("shop_id", "=", shopId).where("expires_at", "<", now).execute();
  await database
    .deleteFrom("attempts")
    .where("shop_id", "=", shopId)
    .where("window_started_at", "<", now - longestWindowMs)
    .execute();
}
