import { AskonceError } from "@askonce/spec";
import { sql } from "kysely";
import type { Store } from "../storage/store.ts";

/** How a look at the storage went: it answers; and whether it can be written. */
export interface StorageLook {
  answeredMs: number;
  /** `moving`: the shop is being moved to another database, or has been; nobody here may write. */
  writes: "ok" | "failed" | "moving";
  /** Why it cannot be written. */
  problem: unknown;
}

/** Without a write of anybody's for this long, one is made: a full disk and a read-only standby answer every question. */
const quietMs = 30_000;
/** The pause between two tries while it cannot be written. */
const againMs = 250;

/**
 * Looks at the storage: reads a row, and writes when the last write failed or is long ago.
 *
 * @param prepared resolves when schema and rows are there
 * @param holder this process, so that two never wait for each other's row
 */
export function createStorageLook(
  store: Store,
  prepared: () => Promise<void>,
  holder: string,
  now: () => number,
): () => Promise<StorageLook> {
  const { writes } = store;
  let tried: { at: number; problem: unknown } | null = null;

  /** Writes and takes away again: what a change in place of another process's row would wait for, this does not. */
  const tryToWrite = async () => {
    const at = now();
    try {
      await store.write(async (transaction) => {
        const row = { shop_id: store.shopId, name: `health:${holder}` };
        await transaction
          .insertInto("leases")
          .values({ ...row, holder, until: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await transaction.deleteFrom("leases").where("shop_id", "=", row.shop_id).where("name", "=", row.name).execute();
      });
      tried = { at, problem: null };
    } catch (problem) {
      tried = { at, problem };
    }
  };

  return async () => {
    const startedAt = now();
    await prepared();
    const { rows } = await sql<{ state: string }>`select state from shops where shop_id = ${store.shopId}`.execute(await store.ready());
    const answeredMs = Math.round(now() - startedAt);
    if (rows[0] && rows[0].state !== "active") return { answeredMs, writes: "moving", problem: null };
    const isSuspect = writes.failedAt !== null && (writes.succeededAt === null || writes.failedAt >= writes.succeededAt);
    const isQuiet = writes.succeededAt === null || now() - writes.succeededAt > quietMs;
    if (!isSuspect && !isQuiet) return { answeredMs, writes: "ok", problem: null };
    // What failed after the last try may have been a change's own fault: only a try can tell.
    const isKnown = tried !== null && tried.problem !== null && now() - tried.at < againMs;
    if (!isKnown) await tryToWrite();
    const { problem } = tried ?? { problem: null };
    if (problem === null) return { answeredMs, writes: "ok", problem };
    return { answeredMs, writes: AskonceError.is(problem, "SHOP_MOVING", "SHOP_MOVED") ? "moving" : "failed", problem };
  };
}
