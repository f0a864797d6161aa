import { type Kysely, sql } from "kysely";
import { systemClock } from "../platform/clock.ts";
import type { Platform } from "../platform/platform.ts";
import type { SqlDialect } from "./dialects/dialect.ts";
import type { Tables } from "./tables.ts";

/** This process's clock, put right by the database's, on which all processes agree. A clock that the instance was given stays as it is. */
export interface AgreedClock {
  now(): number;
  /** Asks the database for its time. */
  compare(): Promise<void>;
}

const compareEveryMs = 60_000;

export function createAgreedClock(platform: Platform, dialect: SqlDialect, database: Kysely<Tables>): AgreedClock {
  let aheadMs = 0;
  let comparedAt = performance.now();
  // SQLite's clock is the machine's.
  const isOwn = platform.clock !== systemClock || dialect.flavor === "sqlite";

  const compare = async () => {
    if (isOwn) return;
    const before = platform.clock.now();
    comparedAt = performance.now();
    const { rows } = await sql<{ now: number }>`select ${dialect.now} as now`.execute(database);
    const [row] = rows;
    // The answer is as old as half of its way.
    if (row) aheadMs = (before + platform.clock.now()) / 2 - Number(row.now);
  };

  return {
    now() {
      if (performance.now() - comparedAt > compareEveryMs) compare().catch(() => {});
      return Math.round(platform.clock.now() - aheadMs);
    },
    compare,
  };
}
