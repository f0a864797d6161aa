import assert from "node:assert/strict";
import type { StorageV1 } from "@askonce/spec/storage";
import { type Dialect, Kysely, type RawBuilder, sql } from "kysely";
import type { ProbeTables } from "./probe-tables.ts";
import type { StorageDescriptor } from "./storage-descriptor.ts";

export interface OpenedStorage {
  storage: StorageV1;
  database: Kysely<ProbeTables>;
  /** Ends it as the core does. Closed by itself at the end of the case. */
  close(): Promise<void>;
}

/** One case's view of a storage: an empty database with the cases' tables, and as many storages on it as are asked for. */
export interface StorageSession {
  descriptor: StorageDescriptor;
  /** Another storage, as another process has it. */
  open(): OpenedStorage;
  /** A database on a dialect that somebody else owns. */
  on(dialect: Dialect): Kysely<ProbeTables>;
  /** The first storage, with the tables made. */
  ready(): Promise<OpenedStorage>;
  /** Ends a `select` of a row as the core does before it writes. */
  lockRow: RawBuilder<unknown>;
  /** The flavor's type of whole numbers. */
  integerType: RawBuilder<unknown>;
}

/** @throws whatever `check` throws, after everything was closed */
export async function withStorageSession(descriptor: StorageDescriptor, check: (session: StorageSession) => Promise<void>): Promise<void> {
  await descriptor.reset();
  const closers: (() => Promise<void>)[] = [];
  const { flavor } = descriptor.open();
  const types = flavor === "postgres" ? { text: 'text collate "C"', blob: "bytea" } : { text: "text", blob: "blob" };
  const open = (): OpenedStorage => {
    const storage = descriptor.open();
    const database = new Kysely<ProbeTables>({ dialect: storage.dialect });
    let closing: Promise<void> | null = null;
    const close = () => {
      closing ??= database.destroy().then(() => storage.close());
      return closing;
    };
    closers.push(close);
    return { storage, database, close };
  };
  let first: Promise<OpenedStorage> | null = null;
  const session: StorageSession = {
    descriptor,
    open,
    on: (dialect) => new Kysely<ProbeTables>({ dialect }),
    ready() {
      first ??= (async () => {
        const opened = open();
        for (const statement of createTables(types)) await sql.raw(statement).execute(opened.database);
        return opened;
      })();
      return first;
    },
    lockRow: flavor === "postgres" ? sql`for no key update` : sql``,
    integerType: flavor === "postgres" ? sql`bigint` : sql`integer`,
  };
  try {
    await check(session);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

function createTables({ text, blob }: { text: string; blob: string }): string[] {
  const numbers = Array.from({ length: 24 }, (_, index) => `c${index} ${text} not null`).join(", ");
  return [
    `create table probe_items (shop ${text} not null, id ${text} not null, amount bigint, note ${text}, bytes ${blob}, primary key (shop, id))`,
    `create table probe_parts (shop ${text} not null, item_id ${text} not null, id ${text} not null, primary key (shop, item_id, id),
      foreign key (shop, item_id) references probe_items (shop, id))`,
    `create table probe_wide (${numbers}, primary key (c0))`,
  ];
}

/** @returns what the descriptor gives for the case; fails with a sentence that says what to do when it gives nothing */
export function given<Value>(value: Value | undefined, name: keyof StorageDescriptor): Value {
  assert.ok(value !== undefined, `the description has \`${name}\`, or skips this case with a reason`);
  return value;
}

/** Asks again and again for a few seconds, for what another process or a connection has to do first. */
export async function eventually(condition: () => boolean | Promise<boolean>, what: string, limitMs = 8000): Promise<void> {
  const startedAt = performance.now();
  while (!(await condition())) {
    assert.ok(performance.now() - startedAt < limitMs, what);
    await pause(10);
  }
}

export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}
