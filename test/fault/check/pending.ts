import { setTimeout as delay } from "node:timers/promises";
import { Kysely, sql } from "kysely";
import { openStorage } from "../server/open-storage.ts";
import type { StorageSettings } from "../server/server-settings.ts";

/** Looks at what is received and not applied yet, from outside. */
export interface PendingReader {
  /** @param receivedUntil milliseconds since the epoch, by the clock of whoever received them. Default: all */
  keys(receivedUntil?: number): Promise<Set<string>>;
  /** Waits until none of them is pending. @returns when that was, by `performance.now()`; at the latest `until` */
  waitUntilGone(keys: ReadonlySet<string>, until: number): Promise<number>;
  close(): Promise<void>;
}

export function createPendingReader(settings: StorageSettings): PendingReader {
  const storage = openStorage(settings);
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  const keys = async (receivedUntil = Number.MAX_SAFE_INTEGER) => {
    const { rows } = await sql<{ key: string }>`select key from inbox where state = 'pending' and received_at <= ${receivedUntil}`.execute(
      database,
    );
    return new Set(rows.map((row) => row.key));
  };
  return {
    keys,
    async waitUntilGone(wanted, until) {
      for (;;) {
        const left = await keys();
        if (![...wanted].some((key) => left.has(key)) || performance.now() > until) return performance.now();
        await delay(20);
      }
    },
    async close() {
      await database.destroy();
      await storage.close();
    },
  };
}
