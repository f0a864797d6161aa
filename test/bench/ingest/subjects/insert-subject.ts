import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { listenByHand } from "./by-hand.ts";
import type { Subject, SubjectSettings } from "./subject.ts";

/** What is written by hand first: for each webhook a transaction with the rows that ours has, into the same tables. */
export async function insertSubject({ storage }: SubjectSettings): Promise<Subject> {
  if (storage.kind !== "postgres") throw new Error("Only on PostgreSQL");
  const pool = new Pool({ connectionString: storage.url, max: storage.connections ?? 10 });
  const counts = { statements: 0, commits: 0, upstreamReads: 0 };
  const listener = listenByHand(async ({ event, headers, body }) => {
    const client = await pool.connect();
    const run = (name: string, text: string, values: unknown[]) => {
      counts.statements++;
      return client.query({ name, text, values });
    };
    try {
      await client.query("begin");
      const rawId = `raw_${randomUUID()}`;
      const now = Date.now();
      await run(
        "raw",
        "insert into inbox_raw (shop_id, id, source, headers, body, received_at) values ('default', $1, 'memory', $2, $3, $4)",
        [rawId, headers, body, now],
      );
      const { rowCount } = await run(
        "event",
        `insert into inbox (shop_id, source, key, id, raw_id, event, state, attempts, next_attempt_at, received_at)
          values ('default', 'memory', $1, $2, $3, $4, 'pending', 0, 0, $5) on conflict (shop_id, source, key) do nothing`,
        [event.key, `inb_${randomUUID()}`, rawId, JSON.stringify(event), now],
      );
      await client.query(rowCount === 0 ? "rollback" : "commit");
      if (rowCount !== 0) counts.commits++;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  });
  return { listener, counts: () => ({ ...counts }), stop: () => pool.end() };
}
