import { AskonceError } from "@askonce/spec";
import type { Clock, PgBoss } from "pg-boss";
import type { ConnectionPool } from "../pool.ts";

/** pg-boss on the storage's connections: started with the first use, kept in order while jobs are worked on here. */
export interface Boss {
  /** Starts it, which creates or migrates its schema. */
  start(): Promise<PgBoss>;
  /** The one that was started. Never starts one, so that no schema is touched in the middle of somebody's transaction. */
  started(): PgBoss | null;
  /** From now on this process takes part in the upkeep. */
  maintain(): void;
  close(): Promise<void>;
}

/** A start that another process got in the way of is begun anew; which words the server says it in depends on its language. */
const startAttempts = 3;

export function createBoss(pool: ConnectionPool, schema: string, maintainEveryMs: number): Boss {
  let boss: PgBoss | null = null;
  let starting: Promise<PgBoss> | null = null;
  let maintenance: ReturnType<typeof setInterval> | null = null;
  let maintaining: Promise<void> = Promise.resolve();
  let closed = false;

  const make = async (): Promise<PgBoss> => {
    const { PgBoss } = await import("pg-boss");
    for (let attempt = 1; ; attempt++) {
      const made = new PgBoss({
        db: { executeSql: (text, values) => pool.execute(text, values) },
        schema,
        clock: unattendedClock,
        // Nothing is scheduled with it, and its upkeep is asked for below: no timers for either.
        schedule: false,
        supervise: false,
        monitorVacuum: false,
        maintenanceIntervalSeconds: 300,
        // What it keeps of a queue never changes.
        queueCacheIntervalSeconds: 3600,
      });
      // Without a listener an error of its background work would end the process. That work is repeated anyway.
      made.on("error", () => {});
      try {
        await made.start();
        return made;
      } catch (error) {
        await made.stop({ graceful: false, close: false }).catch(() => {});
        if (attempt >= startAttempts || AskonceError.is(error)) throw error;
      }
    }
  };

  return {
    start() {
      starting ??= make().then(
        (made) => {
          boss = made;
          return made;
        },
        (error: unknown) => {
          starting = null;
          throw error;
        },
      );
      return starting;
    },
    started: () => boss,
    maintain() {
      if (maintenance || closed) return;
      // Each pass is claimed in the database, so that of all processes one does it.
      maintenance = setInterval(() => {
        maintaining = (boss?.supervise() ?? Promise.resolve()).catch(() => {});
      }, maintainEveryMs);
      maintenance.unref();
    },
    async close() {
      closed = true;
      if (maintenance) clearInterval(maintenance);
      const made = await starting?.catch(() => null);
      await made?.stop({ graceful: false, close: false });
      await maintaining;
      boss = null;
    },
  };
}

/** Its timers alone keep no process alive. */
const unattendedClock: Clock = {
  now: () => Date.now(),
  setTimeout: (work, ms) => setTimeout(work, ms).unref(),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  setInterval: (work, ms) => setInterval(work, ms).unref(),
  clearInterval: (timer) => clearInterval(timer as ReturnType<typeof setInterval>),
};
