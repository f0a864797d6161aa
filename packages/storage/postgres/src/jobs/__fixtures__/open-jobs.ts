import type { JobsPort, SqlExecutor } from "@askonce/spec/storage";
import { type ConnectionPool, createPool } from "../../pool.ts";
import { createPgBossJobs } from "../pg-boss-jobs.ts";

export interface OpenJobs {
  port: JobsPort;
  pool: ConnectionPool;
  transaction(work: (executor: SqlExecutor) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Jobs on a pool of their own, as one process has them. */
export function openJobs(url: string, { connections = 5, maintainEveryMs = 60_000 } = {}): OpenJobs {
  const pool = createPool({
    url: async () => url,
    connections,
    statementTimeoutMs: 10_000,
    connectTimeoutMs: 5000,
    applicationName: "askonce-jobs-test",
    prepare: true,
  });
  const { port, close } = createPgBossJobs({ pool, maintainEveryMs });
  return {
    port,
    pool,
    transaction: (work) => pool.transaction((execute) => work({ executeSql: execute })),
    async close() {
      await close();
      await pool.end();
    },
  };
}
