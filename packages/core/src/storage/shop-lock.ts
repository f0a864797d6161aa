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
  const { rows } = await sql<{ state: string }>`select state from shops where shop_id = ${shopId} ${dialect.lock[mode]}`.execute(
    transaction,
  );
  const state = rows[0]?.state ?? "active";
  if (state === "moving") throw new AskonceError("SHOP_MOVING", { retryAfterMs: 1000 });
  if (state === "moved") throw new AskonceError("SHOP_MOVED");
}
