import { DatabaseSync } from "node:sqlite";
import { createAskonce } from "@askonce/core";
import { postgres } from "@askonce/postgres";
import { sqlite } from "@askonce/sqlite";
import { Client } from "pg";
import { copyIn } from "../request-tracker/copy-in.ts";
import { sampleTickets, type TicketSource } from "../request-tracker/ticket-source.ts";
import { type GeneratedTable, generatedTables } from "./generated-rows.ts";

/** A database of its own: a PostgreSQL database by its URL, or a SQLite file. */
export type GeneratedStorage = { flavor: "postgres"; url: string } | { flavor: "sqlite"; path: string };

export interface GenerateOptions {
  /** An empty one. */
  storage: GeneratedStorage;
  tickets: number;
  /** Default 1. */
  seed?: number;
  /** Default: {@link sampleTickets} of the seed. */
  source?: TicketSource;
  /** The text of a message instead of the source's, for whoever looks for words of their own. */
  textOf?: TicketSource["textOf"];
  onTable?: (table: string, rows: number, milliseconds: number) => void;
}

/** Fills an empty storage with a shop of many tickets, as if the application had written them: in bulk, and so that nothing is left to catch up. */
export async function generateTickets(options: GenerateOptions): Promise<{ source: TicketSource; milliseconds: number }> {
  const { storage, tickets, seed = 1, textOf, onTable = () => {} } = options;
  const sampled = options.source ?? sampleTickets({ tickets, seed });
  const source = textOf ? { ...sampled, textOf } : sampled;
  const startedAt = performance.now();
  const opened = storage.flavor === "postgres" ? postgres(storage.url) : sqlite({ path: storage.path, durability: "normal" });
  const askonce = createAskonce({ storage: opened });
  await askonce.migrate();
  await askonce.stop();
  const load = storage.flavor === "postgres" ? loadPostgres : loadSqlite;
  await load(storage.flavor === "postgres" ? storage.url : storage.path, generatedTables(tickets, source), onTable);
  return { source, milliseconds: Math.round(performance.now() - startedAt) };
}

type OnTable = NonNullable<GenerateOptions["onTable"]>;

async function loadPostgres(url: string, tables: readonly GeneratedTable[], onTable: OnTable): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    // What is loaded is consistent: the foreign keys need not be looked up one by one.
    await client.query("set session_replication_role = replica");
    await client.query("set maintenance_work_mem = '1GB'");
    const names = tables.map(({ table }) => table);
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(
      `select i.indexname as name, i.indexdef as definition from pg_indexes i where i.schemaname = 'public' and i.tablename = any($1)
        and not exists (select 1 from pg_constraint c where c.conname = i.indexname) order by i.tablename, i.indexname`,
      [names],
    );
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query("delete from search_states");
    for (const { table, columns, rows } of tables) {
      const startedAt = performance.now();
      const count = await copyIn(client, `${table} (${columns.join(", ")})`, valuesOf(rows(), columns));
      onTable(table, count, Math.round(performance.now() - startedAt));
    }
    for (const { name, definition } of indexes) {
      const startedAt = performance.now();
      await client.query(definition);
      onTable(name, 0, Math.round(performance.now() - startedAt));
    }
    for (const table of names) await client.query(`vacuum analyze ${table}`);
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}

function* valuesOf(rows: Iterable<Record<string, string | number | null>>, columns: readonly string[]) {
  for (const row of rows) yield columns.map((column) => row[column] ?? null);
}

const rowsAtOnce = 20_000;

async function loadSqlite(path: string, tables: readonly GeneratedTable[], onTable: OnTable): Promise<void> {
  const database = new DatabaseSync(path);
  try {
    database.exec("pragma synchronous = off");
    database.exec("pragma cache_size = -400000");
    database.exec("delete from search_states");
    for (const { table, columns, rows } of tables) {
      const startedAt = performance.now();
      const insert = database.prepare(`insert into ${table} (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`);
      let count = 0;
      database.exec("begin");
      for (const values of valuesOf(rows(), columns)) {
        insert.run(...values);
        if (++count % rowsAtOnce === 0) database.exec("commit; begin");
      }
      database.exec("commit");
      onTable(table, count, Math.round(performance.now() - startedAt));
    }
  } finally {
    database.close();
  }
}
