import { AskonceError, type StorefrontEvent } from "@askonce/spec";
import type { Selectable } from "kysely";
import { codeOf, type LiveReads } from "../orders/live-reads.ts";
import { projectOrder } from "../orders/project-order.ts";
import { fromInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

const batchSize = 50;
const mostAttempts = 12;
const longestDelayMs = 15 * 60_000;

/**
 * Applies what waits in the inbox, oldest first. An event is applied by its version and not by its arrival; one that fails is tried again
 * with growing pauses and given up after {@link mostAttempts} tries, where it stays to be seen.
 *
 * @returns whether there may be more to do at once
 */
export async function applyInbox(store: Store, platform: Platform, live: LiveReads, signal: AbortSignal): Promise<boolean> {
  const database = await store.ready();
  const rows = await database
    .selectFrom("inbox")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("state", "=", "pending")
    .where("next_attempt_at", "<=", platform.clock.now())
    .orderBy("next_attempt_at")
    .orderBy("id")
    .limit(batchSize)
    .execute();
  for (const row of rows) {
    if (signal.aborted) return false;
    await applyOne(store, platform, live, row);
  }
  return rows.length === batchSize;
}

async function applyOne(store: Store, platform: Platform, live: LiveReads, row: Selectable<Tables["inbox"]>): Promise<void> {
  const event = JSON.parse(row.event) as StorefrontEvent;
  try {
    // A hint is settled by reading the order; that is done before the transaction, which must not wait for a vendor.
    const needsReading = event.type === "order.changed" && event.snapshot === null && !(await isKnown(store, event.ref, event.version));
    // So is a deletion: the body of one holds little more than an id, and another thing's deletion must not take an order away.
    if (needsReading || event.type === "order.deleted") await live.refresh(event.ref, "webhook");
    const isTie = event.type === "order.changed" && event.snapshot !== null && (await isKnown(store, event.ref, event.version));
    await store.transact({ kind: "adapter", adapterId: row.source }, async (unit) => {
      let state: "applied" | "stale" = "applied";
      if (event.type === "order.changed" && event.snapshot) {
        const result = await projectOrder(unit, store, platform, event.snapshot, "webhook");
        if (result === "stale") state = "stale";
      } else if (event.type === "source.problem") {
        await unit.database
          .updateTable("storefront_states")
          .set({ problem: event.code })
          .where("shop_id", "=", store.shopId)
          .where("adapter_id", "=", row.source)
          .execute();
        unit.emit("storefront.problem_found", { kind: "storefront", id: row.source }, { adapterId: row.source, code: event.code });
      }
      await unit.database
        .updateTable("inbox")
        .set({ state, applied_at: platform.clock.now(), problem: null })
        .where("shop_id", "=", store.shopId)
        .where("source", "=", row.source)
        .where("key", "=", row.key)
        .execute();
    });
    // Two changes within the source's resolution of time have one version; which is the later one only the source can say.
    if (isTie && event.type === "order.changed") live.refreshInBackground(event.ref);
  } catch (error) {
    await postpone(store, platform, row, error);
  }
}

/** Whether the projection already holds this version or a newer one, read whole. */
async function isKnown(store: Store, ref: string, version: string | null): Promise<boolean> {
  if (version === null) return false;
  const database = await store.ready();
  const row = await database
    .selectFrom("orders")
    .select(["version", "detail_fetched_at"])
    .where("shop_id", "=", store.shopId)
    .where("ref", "=", ref)
    .executeTakeFirst();
  return row !== undefined && row.detail_fetched_at !== null && row.version >= fromInstant(version);
}

async function postpone(store: Store, platform: Platform, row: Selectable<Tables["inbox"]>, error: unknown): Promise<void> {
  const attempts = row.attempts + 1;
  const code = codeOf(error);
  const givenUp = attempts >= mostAttempts;
  const wait = AskonceError.is(error) && error.retryAfterMs !== null ? error.retryAfterMs : 1000 * 2 ** Math.min(attempts - 1, 10);
  await store.write((database) =>
    database
      .updateTable("inbox")
      .set({
        attempts,
        state: givenUp ? "failed" : "pending",
        problem: code,
        next_attempt_at: platform.clock.now() + Math.min(wait, longestDelayMs),
      })
      .where("shop_id", "=", store.shopId)
      .where("source", "=", row.source)
      .where("key", "=", row.key)
      .execute(),
  );
  const fields = { adapterId: row.source, inboxId: row.id, attempts, code };
  if (givenUp) platform.logger.error("An inbox event was given up", fields);
  else platform.logger.warn("An inbox event will be tried again", fields);
}
