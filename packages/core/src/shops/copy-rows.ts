import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../storage/tables.ts";
import { type ShopTable, shopTables } from "./shop-tables.ts";

type Row = Record<string, unknown>;
type Reader = Kysely<Tables> | Transaction<Tables>;

/** Small enough that a page of raw webhooks fits into memory. */
export const rowsAtOnce = 200;

/** A page of a table's rows of one shop, in the order of their key. */
export async function readPage(source: Reader, table: ShopTable, shopId: string, after: Row | null): Promise<Row[]> {
  const order = sql.join((table.key.length > 0 ? table.key : ["shop_id"]).map((column) => sql.ref(column)));
  const rest = after && table.key.length > 0 ? sql`and ${later(table, after)}` : after ? sql`and false` : sql``;
  const { rows } =
    await sql<Row>`select * from ${sql.table(table.name)} where shop_id = ${shopId} ${rest} order by ${order} limit ${sql.lit(rowsAtOnce)}`.execute(
      source,
    );
  return rows;
}

function later(table: ShopTable, after: Row): RawBuilder<unknown> {
  return sql`(${sql.join(table.key.map((column) => sql.ref(column)))}) > (${sql.join(table.key.map((column) => sql`${after[column]}`))})`;
}

/** The rows of these keys, as far as they are still there. */
export async function readKeys(source: Reader, table: ShopTable, shopId: string, keys: readonly unknown[][]): Promise<Row[]> {
  const { rows } = await sql<Row>`select * from ${sql.table(table.name)} where shop_id = ${shopId} and ${anyOf(table, keys)}`.execute(
    source,
  );
  return rows;
}

function anyOf(table: ShopTable, keys: readonly unknown[][]): RawBuilder<unknown> {
  const [only, second] = table.key;
  if (only === undefined) return sql`1 = 1`;
  if (second === undefined) return sql`${sql.ref(only)} in (${sql.join(keys.map(([value]) => sql`${value}`))})`;
  const one = (key: unknown[]) =>
    sql`(${sql.join(
      table.key.map((column, index) => sql`${sql.ref(column)} = ${key[index]}`),
      sql` and `,
    )})`;
  return sql`(${sql.join(keys.map(one), sql` or `)})`;
}

/** Writes rows as they are; what is there of the same key is replaced. */
export async function writeRows(target: Reader, table: ShopTable, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const key = ["shop_id", ...table.key];
  const replaced = columns.filter((column) => !key.includes(column));
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => sql`${row[column]}`))})`);
  const resolution =
    replaced.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(replaced.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`;
  await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((column) => sql.ref(column)))}) values ${sql.join(values)}
    on conflict (${sql.join(key.map((column) => sql.ref(column)))}) ${resolution}`.execute(target);
}

export async function deleteKeys(target: Reader, table: ShopTable, shopId: string, keys: readonly unknown[][]): Promise<void> {
  await sql`delete from ${sql.table(table.name)} where shop_id = ${shopId} and ${anyOf(table, keys)}`.execute(target);
}

/** Everything that a shop has in a database, children first, in pieces that nobody has to wait long for. */
export async function deleteShopRows(database: Kysely<Tables>, shopId: string): Promise<void> {
  for (const table of [...shopTables].reverse()) {
    for (;;) {
      const page = await readPage(database, table, shopId, null);
      if (page.length === 0) break;
      await deleteKeys(
        database,
        table,
        shopId,
        page.map((row) => table.key.map((column) => row[column])),
      );
    }
  }
}
