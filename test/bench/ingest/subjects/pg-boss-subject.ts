import { Pool } from "pg";
import { PgBoss } from "pg-boss";
import { listenByHand } from "./by-hand.ts";
import type { Subject, SubjectSettings } from "./subject.ts";

export const bossQueue = "webhooks";

/**
 * pg-boss as its users take in webhooks: one `send` each, the event's key as `singletonKey` on a queue that keeps one waiting job of a key. It
 * forgets the key when the job is done, so this recognizes repetitions only as long as nobody works; ours for as long as it keeps the inbox.
 */
export async function pgBossSubject({ storage }: SubjectSettings): Promise<Subject> {
  if (storage.kind !== "postgres") throw new Error("Only on PostgreSQL");
  const pool = new Pool({ connectionString: storage.url, max: storage.connections ?? 10 });
  const counts = { statements: 0, commits: 0, upstreamReads: 0 };
  const boss = new PgBoss({
    db: {
      executeSql: async (text: string, values?: unknown[]) => {
        counts.statements++;
        // A statement of its own is a transaction of its own.
        counts.commits++;
        return values ? pool.query(text, values) : pool.query(text);
      },
    },
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue(bossQueue, { policy: "short" });
  const listener = listenByHand(async ({ event, headers, body }) => {
    await boss.send(bossQueue, { key: event.key, event, headers, body: body.toString("utf8") }, { singletonKey: event.key });
  });
  return {
    listener,
    counts: () => ({ ...counts }),
    async stop() {
      await boss.stop({ graceful: false, close: false });
      await pool.end();
    },
  };
}
