import { AskonceError } from "@askonce/spec";
import type { SqliteDatabase, SqliteStatement } from "kysely";
import { orStorageError } from "./storage-error.ts";

type Parameter = string | number | bigint | null | Uint8Array;

/**
 * A `node:sqlite` database in the shape that Kysely's SQLite dialect expects. The module is imported here and not at the top, so that
 * importing the package does nothing and a Node without it fails with a sentence that helps.
 */
export async function openDatabase(path: string, durability: "full" | "normal"): Promise<SqliteDatabase> {
  const { DatabaseSync } = await import("node:sqlite").catch((cause: unknown) => {
    throw new AskonceError("CONFIGURATION_INVALID", {
      message: "This Node.js has no node:sqlite; version 22.18 or newer is needed",
      cause,
    });
  });
  let database: InstanceType<typeof DatabaseSync>;
  try {
    database = new DatabaseSync(path, { timeout: 10_000 });
    database.exec("pragma journal_mode = wal");
    database.exec(`pragma synchronous = ${durability}`);
    database.exec("pragma foreign_keys = on");
    database.exec("pragma temp_store = memory");
    database.exec("pragma cache_size = -32000");
  } catch (cause) {
    throw new AskonceError("STORAGE_FAILED", {
      message: "The SQLite file cannot be opened: check that its folder exists and can be written",
      retryAfterMs: 1000,
      cause,
    });
  }
  const statements = new Map<string, SqliteStatement>();
  /** On a full disk SQLite has undone the transaction itself: to do it again would fail and hide the reason. */
  const isIdle = (text: string) => text === "rollback" && !database.isTransaction;
  return {
    close: () => {
      statements.clear();
      database.close();
    },
    prepare(text) {
      // Kysely prepares anew for every execution; the statements repeat, so the compiled ones are kept, newest use last.
      const known = statements.get(text);
      if (known) {
        statements.delete(text);
        statements.set(text, known);
        return known;
      }
      // A transaction that reads first and writes later would fail at once when another process wrote in between; taking the write lock at
      // the start makes it wait its turn instead.
      const statement = orStorageError(() => database.prepare(text === "begin" ? "begin immediate" : text));
      const adapted: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => orStorageError(() => statement.all(...parameters.map(storable))),
        run: (parameters) => orStorageError(() => (isIdle(text) ? nothing : statement.run(...parameters.map(storable)))),
        iterate: (parameters) => statement.iterate(...parameters.map(storable)) as IterableIterator<unknown>,
      };
      // Schema changes make a compiled statement stale, and they are rare: they are not kept.
      if (/^\s*(select|insert|update|delete|with)\b/i.test(text)) {
        statements.set(text, adapted);
        if (statements.size > 300) statements.delete(statements.keys().next().value ?? "");
      }
      return adapted;
    },
  };
}

const nothing = { changes: 0, lastInsertRowid: 0 };

/** SQLite would hold U+0000, and its functions end a text there; PostgreSQL has no place for it. Both write the replacement character. */
function storable(value: unknown): Parameter {
  return typeof value === "string" && value.includes("\u0000") ? value.replaceAll("\u0000", "\uFFFD") : (value as Parameter);
}
