import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";
import { deleteKeys, readKeys, rowsAtOnce, writeRows } from "./copy-rows.ts";
import { type ShopTable, shopTables } from "./shop-tables.ts";

const changesAtOnce = 5000;

interface Changed {
  table: ShopTable;
  keys: unknown[][];
}

/**
 * Carries over the rows that were noted as changed, as they are now. A row that changes again meanwhile stays noted.
 *
 * @returns how many there were
 */
export async function carryChanges(source: Kysely<Tables>, target: Kysely<Tables>, shopId: string): Promise<number> {
  const noted = await source
    .selectFrom("shop_changes")
    .select(["table_name", "key", "times"])
    .where("shop_id", "=", shopId)
    .limit(changesAtOnce)
    .execute();
  if (noted.length === 0) return 0;
  const changed: Changed[] = shopTables.map((table) => ({
    table,
    keys: noted.filter((row) => row.table_name === table.name).map((row) => JSON.parse(row.key) as unknown[]),
  }));
  const present = new Map<ShopTable, Record<string, unknown>[]>();
  for (const { table, keys } of changed) {
    for (let start = 0; start < keys.length; start += rowsAtOnce) {
      const rows = await readKeys(source, table, shopId, keys.slice(start, start + rowsAtOnce));
      present.set(table, [...(present.get(table) ?? []), ...rows]);
    }
  }
  await target.transaction().execute(async (transaction) => {
    for (const { table, keys } of [...changed].reverse()) {
      const kept = new Set((present.get(table) ?? []).map((row) => JSON.stringify(table.key.map((column) => row[column]))));
      const gone = keys.filter((key) => !kept.has(JSON.stringify(key)));
      for (let start = 0; start < gone.length; start += rowsAtOnce)
        await deleteKeys(transaction, table, shopId, gone.slice(start, start + rowsAtOnce));
    }
    for (const { table } of changed) {
      const rows = present.get(table) ?? [];
      for (let start = 0; start < rows.length; start += rowsAtOnce)
        await writeRows(transaction, table, rows.slice(start, start + rowsAtOnce));
    }
  });
  await forget(source, shopId, noted);
  return noted.length;
}

async function forget(
  source: Kysely<Tables>,
  shopId: string,
  noted: readonly { table_name: string; key: string; times: number }[],
): Promise<void> {
  for (let start = 0; start < noted.length; start += rowsAtOnce) {
    const some = noted.slice(start, start + rowsAtOnce);
    await source
      .deleteFrom("shop_changes")
      .where("shop_id", "=", shopId)
      .where((where) =>
        where.or(
          some.map((row) =>
            where.and([where("table_name", "=", row.table_name), where("key", "=", row.key), where("times", "=", row.times)]),
          ),
        ),
      )
      .execute();
  }
}
