import { AskonceError } from "@askonce/spec";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { ClientBase } from "pg";
import { storable } from "./pool.ts";
import { toStorageError } from "./storage-error.ts";
import { numbersAsNumbers } from "./types.ts";

/**
 * Runs in the transaction that is open on a client of the `pg` package. Each unit of work is a savepoint in it: one that fails leaves
 * nothing behind, and the application's own work stands.
 *
 * @throws AskonceError `CONFIGURATION_INVALID`
 */
export function joinedDialect(connection: unknown): Dialect {
  if (!isClient(connection))
    throw new AskonceError("CONFIGURATION_INVALID", { message: "A client of the pg package with an open transaction is needed" });
  const client = connection;
  let types: ReturnType<typeof numbersAsNumbers> | null = null;
  const joined: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery) {
      types ??= numbersAsNumbers((await import("pg")).default.types);
      try {
        const result = await client.query({ text: query.sql, values: query.parameters.map(storable), types });
        return { rows: result.rows as Row[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      } catch (cause) {
        throw toStorageError(cause);
      }
    },
    streamQuery() {
      throw new AskonceError("CONFIGURATION_INVALID", { message: "A joined transaction does not stream" });
    },
  };
  const run = (statement: string) => joined.executeQuery(CompiledQuery.raw(statement)).then(() => {});
  let lastUse = Promise.resolve();
  let endUse = () => {};
  const driver: Driver = {
    async init() {},
    async acquireConnection() {
      // One unit of work at a time: their savepoints would get into each other.
      const before = lastUse;
      let release = () => {};
      lastUse = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      endUse = release;
      return joined;
    },
    beginTransaction: () => run("savepoint askonce"),
    commitTransaction: () => run("release savepoint askonce"),
    rollbackTransaction: () => run("rollback to savepoint askonce"),
    async releaseConnection() {
      endUse();
    },
    async destroy() {},
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createDriver: () => driver,
  };
}

function isClient(connection: unknown): connection is ClientBase {
  return typeof connection === "object" && connection !== null && "query" in connection && typeof connection.query === "function";
}
