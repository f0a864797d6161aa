import { AskonceError } from "@askonce/spec";
import { sql, type Transaction } from "kysely";
import type { SqlDialect } from "./dialects/dialect.ts";
import type { Tables } from "./tables.ts";

/**
 * The first statement of every transaction that writes. With `write` the shop's other changes wait until this one ends, so that PostgreSQL
 * does what SQLite does anyway; with `share` it runs beside them, and only a move of the shop to another database keeps it out.
 *
 * @throws AskonceError `SHOP_MOVING` while its last rows are carried over, `SHOP_MOVED` afterwards
 */
export async function enterShop(
  transaction: Transaction<Tables>,
  dialect: SqlDialect,
  shopId: string,
  mode: "write" | "share",
): Promise<void> {
  const { rows } = await sql<{
    state: string;
    moved_to: string | null;
  }>`select state, moved_to from shops where shop_id = ${shopId} ${dialect.lock[mode]}`.execute(transaction);
  const [shop] = rows;
  if (shop?.state === "moved") throw new AskonceError("SHOP_MOVED", { details: { databaseId: shop.moved_to } });
  if (shop?.state === "moving" && !(await endStaleMove(transaction, dialect, shopId))) {
    throw new AskonceError("SHOP_MOVING", { retryAfterMs: 1000 });
  }
}

/** A move whose process died while nobody could write is over after its time; it notices, should it only have slept. */
async function endStaleMove(transaction: Transaction<Tables>, dialect: SqlDialect, shopId: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("shops")
    .set({ state: "active", state_until: null })
    .where("shop_id", "=", shopId)
    .where("state", "=", "moving")
    .where("state_until", "<", sql<number>`${dialect.now}`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
