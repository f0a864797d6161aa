import type { Kysely } from "kysely";
import type { Tables } from "../storage/tables.ts";
import { deleteKeys, readKeys, rowsAtOnce, writeRows } from "./copy-rows.ts";
import { type ShopTable, shopTables } from "./shop-tables.ts";

/** Which notes were carried over already, and how often their row had changed then. */
export type Carried = Map<string, number>;

interface Changed {
  table: ShopTable;
  noted: { key: string; times: number }[];
  present: Record<string, unknown>[];
}

/**
 * Carries over the rows that were noted as changed, as they are now. A row that changes again is carried over again. The notes stay until the
 * end of the move: to delete them would be one more writer that the shop's own have to wait for.
 *
 * Read is what points at others before what it points at: whatever a row needs was there before it, and is among what is read after it.
 * Written is the other way round.
 *
 * @returns how many there were
 */
export async function carryChanges(source: Kysely<Tables>, target: Kysely<Tables>, shopId: string, carried: Carried): Promise<number> {
  const changed: Changed[] = [];
  for (const table of [...shopTables].reverse()) {
    const notes = await source
      .selectFrom("shop_changes")
      .select(["key", "times"])
      .where("shop_id", "=", shopId)
      .where("table_name", "=", table.name)
      .execute();
    const noted = notes.filter(({ key, times }) => carried.get(`${table.name} ${key}`) !== times);
    if (noted.length === 0) continue;
    const present: Record<string, unknown>[] = [];
    for (const keys of pieces(noted.map(({ key }) => JSON.parse(key) as unknown[])))
      present.push(...(await readKeys(source, table, shopId, keys)));
    changed.push({ table, noted, present });
  }
  if (changed.length === 0) return 0;
  await target.transaction().execute(async (transaction) => {
    for (const { table, noted, present } of changed) {
      const kept = new Set(present.map((row) => JSON.stringify(table.key.map((column) => row[column]))));
      const gone = noted.map(({ key }) => JSON.parse(key) as unknown[]).filter((key) => !kept.has(JSON.stringify(key)));
      for (const keys of pieces(gone)) await deleteKeys(transaction, table, shopId, keys);
    }
    for (const { table, present } of [...changed].reverse()) for (const rows of pieces(present)) await writeRows(transaction, table, rows);
  });
  for (const { table, noted } of changed) for (const { key, times } of noted) carried.set(`${table.name} ${key}`, times);
  return changed.reduce((sum, { noted }) => sum + noted.length, 0);
}

function pieces<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / rowsAtOnce) }, (_, index) =>
    items.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}
