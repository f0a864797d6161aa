import { readdirSync, readFileSync } from "node:fs";
import { Client } from "pg";

/** What the database server has done since its start. */
export interface DatabaseReading {
  /** Of the database, those of reads included; comes up to a second late. */
  transactions: number;
  walBytes: number;
  /** Of the write-ahead log, by whomever; comes up to a second late. */
  walSyncs: number;
  /** Of all processes of the server. */
  cpuMs: number;
}

export interface DatabaseMeter {
  read(): Promise<DatabaseReading>;
  close(): Promise<void>;
}

/** @param postmaster the server's first process */
export async function databaseMeter(url: string, database: string, postmaster: number): Promise<DatabaseMeter> {
  // The statistics of a database are seen from every other one too, and a question from there does not add to them.
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version");
  const syncs =
    (rows[0]?.version ?? 0) >= 180_000
      ? "(select coalesce(sum(fsyncs), 0) from pg_stat_io where object = 'wal')"
      : "(select wal_sync from pg_stat_wal)";
  return {
    async read() {
      const { rows } = await client.query<Record<"transactions" | "wal" | "syncs", string>>(
        `select xact_commit as transactions, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as wal, ${syncs} as syncs
          from pg_stat_database where datname = $1`,
        [database],
      );
      const [row] = rows;
      return {
        transactions: Number(row?.transactions ?? 0),
        walBytes: Number(row?.wal ?? 0),
        walSyncs: Number(row?.syncs ?? 0),
        cpuMs: processorMs(postmaster),
      };
    },
    close: () => client.end(),
  };
}

/** From /proc, in ticks of 10 ms: the server's first process with those of its children that have ended, and its children. 0 where there is no /proc. */
function processorMs(postmaster: number): number {
  let ticks = 0;
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const isFirst = Number(name) === postmaster;
      const fields = fieldsOf(name);
      if (!isFirst && Number(fields[1]) !== postmaster) continue;
      ticks += Number(fields[11]) + Number(fields[12]);
      if (isFirst) ticks += Number(fields[13]) + Number(fields[14]);
    }
  } catch {
    return 0;
  }
  return ticks * 10;
}

/** What follows the name, which may hold spaces: state, parent, and so on. */
function fieldsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  } catch {
    return [];
  }
}
