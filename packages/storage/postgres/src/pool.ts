import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Client, Pool, PoolClient } from "pg";
import { createStatementNames, type StatementNames } from "./statement-names.ts";
import { isBroken, isStalePlan, toStorageError } from "./storage-error.ts";
import { numbersAsNumbers } from "./types.ts";

export interface PoolSettings {
  url: () => Promise<string>;
  connections: number;
  statementTimeoutMs: number;
  connectTimeoutMs: number;
  applicationName: string;
  prepare: boolean;
}

export interface StatementResult {
  // biome-ignore lint/suspicious/noExplicitAny: what a row holds is known to who wrote the statement
  rows: any[];
}

const longestSchemaChangeMs = 24 * 3_600_000;

/** The connections of one storage. The driver is loaded with the first use, so that importing the package costs nothing. */
export interface ConnectionPool {
  readonly forKysely: () => Promise<PostgresPool>;
  /** Runs one statement, or several at once when there are no values. What several leave open when one of them fails is rolled back. */
  execute(text: string, values?: readonly unknown[]): Promise<StatementResult>;
  /** Commits when `work` resolves and rolls back when it rejects. */
  transaction<Result>(work: (execute: ConnectionPool["execute"]) => Promise<Result>): Promise<Result>;
  /** A connection of its own, not of the pool, for `LISTEN`. */
  listener(): Promise<Client>;
  end(): Promise<void>;
}

export function createPool(settings: PoolSettings): ConnectionPool {
  const connection = {
    application_name: settings.applicationName,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  const names = settings.prepare ? createStatementNames() : null;
  /** Connections that were set up. */
  const settled = new WeakSet<PoolClient>();
  let opening: Promise<Pool> | null = null;
  let ending: Promise<void> | null = null;

  const open = () => {
    opening ??= Promise.all([import("pg"), settings.url()]).then(([{ default: pg }, connectionString]) => {
      const pool = new pg.Pool({
        ...connection,
        connectionString,
        types: numbersAsNumbers(pg.types),
        max: settings.connections,
        // The server gives a statement up at the time limit; if it does not even say so, the connection is dead and this side gives up.
        statement_timeout: settings.statementTimeoutMs,
        query_timeout: settings.statementTimeoutMs + 1000,
        // A transaction whose process hangs would hold its shop's lock for ever.
        idle_in_transaction_session_timeout: settings.statementTimeoutMs,
        idleTimeoutMillis: 30_000,
      });
      // An idle connection that breaks is replaced by the pool; without a listener the error would end the process.
      pool.on("error", () => {});
      return pool;
    });
    // Without an address there is no pool yet: the next use asks for it again.
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };

  const lend = async () => {
    const pool = await open();
    try {
      const client = await pool.connect();
      if (!settled.has(client)) {
        settled.add(client);
        // Compiling a statement takes a second or more, and none of ours runs that long.
        await client.query("set jit = off").catch((cause: unknown) => {
          client.release(true);
          throw cause;
        });
      }
      return lendClient(client, names);
    } catch (cause) {
      throw toStorageError(cause);
    }
  };

  return {
    async execute(text, values = []) {
      const client = await lend();
      try {
        return await client.query(text, values);
      } catch (error) {
        if (values.length === 0) await client.query("rollback", []).catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    },
    async transaction(work) {
      const client = await lend();
      try {
        await client.query("begin", []);
        const result = await work((text, values = []) => client.query(text, values));
        await client.query("commit", []);
        return result;
      } catch (error) {
        await client.query("rollback", []).catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    },
    async forKysely() {
      await open();
      return {
        connect: async () => (await lend()) as unknown as PostgresPoolClient,
        // Several instances can share one storage; whoever owns it ends it with `close()`.
        end: async () => {},
        // Only read where statements are cancelled from another connection, which is not done here.
        options: {},
      };
    },
    async listener() {
      const { default: pg } = await import("pg");
      const client = new pg.Client({ ...connection, connectionString: await settings.url(), query_timeout: 10_000 });
      await client.connect();
      return client;
    },
    end() {
      ending ??= (async () => {
        if (opening) await (await opening).end();
      })();
      return ending;
    },
  };
}

/** Lent for one transaction or statement. A connection that turned out to be broken is not given back but closed. */
function lendClient(client: PoolClient, names: StatementNames | null) {
  let broken = false;
  const onError = () => {
    broken = true;
  };
  client.on("error", onError);
  const query = async (text: string, parameters: readonly unknown[]): Promise<StatementResult> => {
    // A rollback on a dead connection would wait for its time limit, too.
    if (broken) throw toStorageError(new Error("The connection was lost"));
    const name = names?.nameOf(text);
    const values = parameters.map(storable);
    try {
      return await client.query({
        text,
        values,
        ...(name === undefined ? {} : { name }),
        // An index over millions of rows takes as long as it takes.
        ...(/^\s*(?:create|alter)\s/i.test(text) ? { query_timeout: longestSchemaChangeMs } : {}),
      });
    } catch (cause) {
      broken ||= isBroken(cause);
      if (isStalePlan(cause)) {
        // A newer version has added a column. Inside a transaction it is lost, and whoever runs it begins anew.
        names?.forget(text);
        if (client.getTransactionStatus?.() === "I") return await client.query({ text, values });
      }
      throw toStorageError(cause);
    }
  };
  return {
    query,
    release() {
      client.off("error", onError);
      client.release(broken);
    },
  };
}

/** PostgreSQL holds every character but one: U+0000 is written as the replacement character. */
export function storable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\u0000") ? value.replaceAll("\u0000", "\uFFFD") : value;
}
