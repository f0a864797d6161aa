import { readFileSync } from "node:fs";
import { Client } from "pg";
import { urlOf, withClient } from "./server.ts";

/** What the database did for one operation, on average. */
export interface DatabaseWork {
  /** Where the figures come from; without pg_stat_statements there is no count of statements. */
  source: "pg_stat_statements" | "pg_stat_database";
  /** Without BEGIN, COMMIT and DEALLOCATE. */
  statements?: number;
  /** Pages of 8 KiB looked at, in memory or not. */
  blocks: number;
  /** Of these, pages that PostgreSQL had to ask the operating system for. */
  blocksRead: number;
  /** Bytes of write-ahead log of the whole server. */
  walBytes: number;
  /** Processor time of the serving process, in milliseconds, where the system tells. Parallel workers are not in it. */
  cpuMilliseconds?: number;
}

export interface Counters {
  start(): Promise<void>;
  /** The work since `start`, divided by `operations`. */
  stop(operations: number): Promise<DatabaseWork>;
  close(): Promise<void>;
}

interface Reading {
  statements: number;
  blocks: number;
  blocksRead: number;
  wal: number;
  cpu: number | undefined;
}

/**
 * Counts what one database does, without counting its own questions.
 *
 * @param backend is the process of PostgreSQL that serves the measured connection.
 * @param settle is called before a reading where the counts of blocks come late: the measured connection then hands in what it holds back.
 */
export async function countersOf(url: string, database: string, backend: number, settle: () => Promise<unknown>): Promise<Counters> {
  const loaded = await hasStatements(url);
  // The statistics of a database are seen from every other one too, and a question from there does not add to them.
  const client = new Client({ connectionString: loaded ? urlOf(url, database) : url });
  // A server that goes away between two readings is reported by the next one.
  client.on("error", () => {});
  await client.connect();
  if (loaded) {
    await client.query("SET pg_stat_statements.track = 'none'");
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
  }
  const question = loaded
    ? `SELECT coalesce(sum(s.calls), 0) AS statements, coalesce(sum(s.shared_blks_hit + s.shared_blks_read), 0) AS blocks,
         coalesce(sum(s.shared_blks_read), 0) AS "blocksRead", pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS wal
       FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid WHERE d.datname = $1`
    : `SELECT 0 AS statements, blks_hit + blks_read AS blocks, blks_read AS "blocksRead",
         pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') AS wal FROM pg_stat_database WHERE datname = $1`;
  const read = async (): Promise<Reading> => {
    if (!loaded) await settle();
    const { rows } = await client.query<Record<Exclude<keyof Reading, "cpu">, string>>(question, [database]);
    const row = rows[0];
    if (!row) throw new Error(`PostgreSQL has no statistics for ${database}`);
    const { statements, blocks, blocksRead, wal } = row;
    const cpu = processorMilliseconds(backend);
    return { statements: Number(statements), blocks: Number(blocks), blocksRead: Number(blocksRead), wal: Number(wal), cpu };
  };
  let before: Reading | undefined;
  return {
    async start() {
      before = await read();
    },
    async stop(operations) {
      const after = await read();
      const first = before ?? after;
      const each = (name: Exclude<keyof Reading, "cpu">) => Math.round(((after[name] - first[name]) / operations) * 10) / 10;
      return {
        source: loaded ? "pg_stat_statements" : "pg_stat_database",
        ...(loaded ? { statements: each("statements") } : {}),
        blocks: each("blocks"),
        blocksRead: each("blocksRead"),
        walBytes: Math.round(each("wal")),
        ...(after.cpu !== undefined && first.cpu !== undefined
          ? { cpuMilliseconds: Math.round(((after.cpu - first.cpu) / operations) * 100) / 100 }
          : {}),
      };
    },
    close: () => client.end(),
  };
}

/** From /proc, in ticks of 10 ms: an average over many operations means something, one operation does not. */
function processorMilliseconds(processId: number): number | undefined {
  try {
    // The name of the process, in parentheses, may hold spaces.
    const fields = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** `true` if the server was started with pg_stat_statements and has the files of the extension. */
export async function hasStatements(url: string): Promise<boolean> {
  return await withClient(url, async (client) => {
    const { rows } = await client.query<{ ready: boolean }>(
      `SELECT current_setting('shared_preload_libraries') ~ '\\ypg_stat_statements\\y'
         AND EXISTS (SELECT 1 FROM pg_available_extensions WHERE name = 'pg_stat_statements') AS ready`,
    );
    return rows[0]?.ready ?? false;
  });
}
