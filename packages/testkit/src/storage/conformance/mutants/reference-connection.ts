import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { AskonceError } from "@askonce/spec";
import type { DatabaseConnection } from "kysely";
import type { StorageBreaks } from "./reference-storage.ts";

export interface Connection {
  open(): void;
  /** For one statement or transaction. */
  acquire(): DatabaseConnection;
  control(statement: "begin" | "commit" | "rollback"): void;
  /** As if the database had ended it. */
  cut(): void;
  close(): void;
}

export function createConnection(open: () => DatabaseSync, breaks: StorageBreaks): Connection {
  let database: DatabaseSync | null = null;
  let isCut = false;
  const opened = () => {
    if (database) return database;
    database = open();
    database.exec("pragma foreign_keys = on");
    return database;
  };
  const close = () => {
    database?.close();
    database = null;
  };
  const requireWhole = () => {
    if (isCut && !breaks.forgetsCut) throw new AskonceError("STORAGE_FAILED", { retryAfterMs: 1000 });
  };
  const statements = {
    begin: breaks.begin ?? "begin immediate",
    commit: breaks.commit ?? "commit",
    rollback: breaks.rollback ?? "rollback",
  };
  return {
    open: () => void opened(),
    acquire() {
      if (isCut && !breaks.staysCut) isCut = false;
      return { executeQuery: (query) => execute(opened(), query, breaks, requireWhole), streamQuery: noStream };
    },
    control(statement) {
      if (statement === "rollback" && isCut) return;
      requireWhole();
      opened().exec(statements[statement]);
    },
    cut() {
      isCut = true;
      close();
    },
    close,
  };
}

/** On a connection of the application: a transaction is a savepoint in its own. */
export function joinedConnection(database: DatabaseSync, breaks: StorageBreaks): Connection {
  const join = breaks.join ?? {};
  const parameter = join.parameter ?? breaks.parameter;
  const joined = parameter ? { ...breaks, parameter } : breaks;
  const statements = { begin: "savepoint probe", commit: join.commits ? "commit" : "release probe", rollback: "rollback to probe" };
  return {
    open() {},
    acquire: () => ({
      executeQuery: async (query) => {
        if (join.keepsNothing && query.sql.startsWith("insert")) return { rows: [], numAffectedRows: 1n };
        return execute(database, query, joined, () => {});
      },
      streamQuery: noStream,
    }),
    control(statement) {
      if (join.savepoint !== false) database.exec(statements[statement]);
      // Nothing can be committed twice.
      if (join.commits && statement === "commit") database.exec("begin");
    },
    cut() {},
    close() {},
  };
}

function noStream(): never {
  throw new TypeError("Nothing is streamed");
}

function replaced(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\u0000", "\uFFFD") : value;
}

async function execute<Row>(
  database: DatabaseSync,
  query: { readonly sql: string; readonly parameters: readonly unknown[] },
  breaks: StorageBreaks,
  requireWhole: () => void,
): Promise<{ rows: Row[]; numAffectedRows?: bigint }> {
  requireWhole();
  breaks.before?.(query.sql, query.parameters);
  const parameters = query.parameters.map(breaks.parameter ?? replaced) as SQLInputValue[];
  try {
    const statement = database.prepare(breaks.statement?.(query.sql) ?? query.sql);
    if (statement.columns().length > 0) {
      const rows = statement.all(...parameters);
      return { rows: (breaks.rows?.(rows, query.sql) ?? rows) as Row[] };
    }
    const { changes } = statement.run(...parameters);
    return { rows: [], numAffectedRows: BigInt(breaks.affected?.(Number(changes)) ?? changes) };
  } catch (error) {
    throw breaks.error?.(error) ?? error;
  }
}
