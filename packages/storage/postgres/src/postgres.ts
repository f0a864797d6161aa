import { AskonceError } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { PostgresDialect } from "kysely";
import { createPgBossJobs } from "./jobs/pg-boss-jobs.ts";
import { joinedDialect } from "./joined-dialect.ts";
import { createPool } from "./pool.ts";
import { createWake } from "./wake.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`, or what gives it when the first connection is made. */
  url: string | (() => Promise<string>);
  /** The most connections of this process. Default 10. One more listens for wake-ups. */
  connections?: number;
  /** How long a statement may take before it is given up, in milliseconds. Default 30000. */
  statementTimeoutMs?: number;
  /** How long to wait for a connection, in milliseconds, before the call fails with `STORAGE_FAILED`. Default 5000. */
  connectTimeoutMs?: number;
  /** What PostgreSQL shows as the name of these connections. Default `askonce`. */
  applicationName?: string;
  /**
   * Whether statements that repeat are kept prepared on each connection. Default `true`; a pooler between here and the database that gives a
   * connection away after each transaction may need `false`.
   */
  prepare?: boolean;
  /**
   * Who keeps the durable jobs. `pg-boss` (the default) keeps them in a schema of its own, `askonce_jobs`, which it creates with the first
   * use; `built-in` is the core's own table, for a database where this role may create no schema.
   */
  jobs?: "pg-boss" | "built-in";
}

/**
 * Keeps everything in a PostgreSQL database (15 or newer), shared by as many processes as are needed. Nothing is connected before the first
 * use; `stop()` ends the connections.
 *
 * @example
 * ```ts
 * const askonce = createAskonce({ storage: postgres("postgres://askonce@localhost/askonce") });
 * ```
 * @throws AskonceError `CONFIGURATION_INVALID` for a URL that is none
 */
export function postgres(urlOrOptions: string | PostgresOptions): StorageV1 {
  const options = typeof urlOrOptions === "string" ? { url: urlOrOptions } : urlOrOptions;
  const { url } = options;
  if (typeof url === "string") requireUrl(url);
  const pool = createPool({
    url: typeof url === "string" ? async () => url : async () => requireUrl(await url()),
    connections: options.connections ?? 10,
    statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
    connectTimeoutMs: options.connectTimeoutMs ?? 5000,
    applicationName: options.applicationName ?? "askonce",
    prepare: options.prepare ?? true,
  });
  const wake = createWake(() => pool.listener());
  const jobs = options.jobs === "built-in" ? null : createPgBossJobs({ pool });
  return {
    specVersion: "v1",
    kind: "storage",
    id: "postgres",
    displayName: "PostgreSQL",
    flavor: "postgres",
    search: { kind: "fullText" },
    dialect: new PostgresDialect({ pool: pool.forKysely }),
    join: joinedDialect,
    wake: wake.port,
    ...(jobs ? { jobs: jobs.port } : {}),
    async close() {
      await jobs?.close();
      await wake.close();
      await pool.end();
    },
  };
}

function requireUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol === "postgres:" || parsed?.protocol === "postgresql:") return url;
  // The URL holds a password: it is not repeated.
  throw new AskonceError("CONFIGURATION_INVALID", { message: "The URL of a PostgreSQL storage begins with postgres://" });
}
