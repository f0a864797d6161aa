import { AskonceError, type TrackedParcel } from "@askonce/spec";
import { type Selectable, sql } from "kysely";
import type { Carriers } from "../carriers/carriers.ts";
import { storeAnswers } from "../carriers/store-answers.ts";
import { codeOf, type LiveReads } from "../orders/live-reads.ts";
import { projectOrder } from "../orders/project-order.ts";
import { fromInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { isOfTheStorage } from "../storage/is-of-the-storage.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { InboxOutcome } from "../telemetry/telemetry.ts";
import type { Leases } from "../work/leases.ts";
import type { InboxEvent } from "./inbox-event.ts";

const batchSize = 50;
const mostAttempts = 12;
const longestDelayMs = 15 * 60_000;

const inboxLease = "inbox";

interface Entry {
  row: Selectable<Tables["inbox"]>;
  event: InboxEvent;
}

/**
 * Applies what waits in the inbox, oldest first. An event is applied by its version and not by its arrival; one that fails is tried again
 * with growing pauses and given up after {@link mostAttempts} tries, where it stays to be seen.
 *
 * @param leases given when other processes may work on the same inbox: only the one that holds the lease does
 * @returns whether there may be more to do at once
 */
export async function applyInbox(
  store: Store,
  platform: Platform,
  live: LiveReads,
  carriers: Carriers,
  signal: AbortSignal,
  leases: Leases | null,
): Promise<boolean> {
  const rows = await dueRows(store);
  if (rows.length === 0) return false;
  if (leases && !(await leases.hold(inboxLease))) return false;
  const mayGoOn = async () => !signal.aborted && (leases === null || (await leases.hold(inboxLease)));
  return platform.telemetry.inboxBatch(rows.length, () => applyRows(store, platform, live, carriers, rows, mayGoOn));
}

/** @returns whether there may be more to do at once */
async function applyRows(
  store: Store,
  platform: Platform,
  live: LiveReads,
  carriers: Carriers,
  rows: readonly Selectable<Tables["inbox"]>[],
  mayGoOn: () => Promise<boolean>,
): Promise<boolean> {
  let together: Entry[] = [];
  const applyTogether = async () => {
    await applySnapshots(store, platform, live, together);
    together = [];
  };
  for (const row of rows) {
    // Reading for one may take as long as a lease lasts.
    if (!(await mayGoOn())) return false;
    const entry = { row, event: JSON.parse(row.event) as InboxEvent };
    const isWhole = entry.event.type === "order.changed" && entry.event.snapshot !== null;
    // What one transaction writes has one author.
    if (!isWhole || together[0]?.row.source !== row.source) await applyTogether();
    if (isWhole) together.push(entry);
    else if (entry.event.type === "parcel.tracked") await applyTracking(store, platform, carriers, row, entry.event.parcel);
    else await applyByReading(store, platform, live, entry);
  }
  await applyTogether();
  return rows.length === batchSize;
}

async function dueRows(store: Store): Promise<Selectable<Tables["inbox"]>[]> {
  const database = await store.ready();
  return database
    .selectFrom("inbox")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("state", "=", "pending")
    .where("next_attempt_at", "<=", store.now())
    .orderBy("next_attempt_at")
    .orderBy("id")
    .limit(batchSize)
    .execute();
}

/** What came whole needs nothing but the database: one transaction for all of them. If that fails, each is tried alone. */
async function applySnapshots(store: Store, platform: Platform, live: LiveReads, entries: readonly Entry[]): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const ties: string[] = [];
  const gone: Entry[] = [];
  const outcomes: { source: string; outcome: InboxOutcome }[] = [];
  try {
    await store.transact({ kind: "adapter", adapterId: first.row.source }, async (unit) => {
      for (const { row, event } of entries) {
        if (event.type !== "order.changed" || event.snapshot === null) continue;
        const known = await findKnown(unit.database, store.shopId, event.ref);
        if (known?.deleted_at) {
          // Was it changed before it was deleted, or is it back? That a deletion has no version, only the source can make up for.
          gone.push({ row, event: { ...event, snapshot: null, version: null } });
          continue;
        }
        const isOurs = await settle(unit, store, platform, row, "applied");
        const result = isOurs ? await projectOrder(unit, store, platform, event.snapshot, "webhook") : "skipped";
        outcomes.push({ source: row.source, outcome: result === "skipped" || result === "stale" ? result : "applied" });
        if (!isOurs) continue;
        if (result === "stale") await settle(unit, store, platform, row, "stale");
        // Of an older one nothing is to be asked; one that says what is known already leaves nothing open.
        if (result === "changed" && isTie(known, event.version)) ties.push(event.ref);
      }
      await noteWebhook(unit, store, entries);
    });
  } catch (error) {
    if (entries.length === 1) return postpone(store, platform, first.row, error);
    for (const entry of entries) await applySnapshots(store, platform, live, [entry]);
    return;
  }
  for (const { source, outcome } of outcomes) platform.telemetry.inboxEvent(source, outcome);
  // Two changes within the source's resolution of time have one version; which is the later one only the source can say.
  for (const ref of ties) live.refreshInBackground(ref);
  for (const entry of gone) await applyByReading(store, platform, live, entry);
}

/** A hint is settled by reading the order; that is done before the transaction, which must not wait for a vendor. */
async function applyByReading(store: Store, platform: Platform, live: LiveReads, { row, event }: Entry): Promise<void> {
  try {
    const isHint = event.type === "order.changed" && !isRead(await findKnown(await store.ready(), store.shopId, event.ref), event.version);
    // A deletion is read too: the body of one holds little more than an id, and another thing's deletion must not take an order away.
    if (isHint || event.type === "order.deleted") await live.refresh(event.ref, "webhook");
    const isOurs = await store.transact({ kind: "adapter", adapterId: row.source }, async (unit) => {
      if (!(await settle(unit, store, platform, row, "applied"))) return false;
      await noteWebhook(unit, store, [{ row, event }]);
      if (event.type !== "source.problem") return true;
      await unit.database
        .updateTable("storefront_states")
        .set({ problem: event.code })
        .where("shop_id", "=", store.shopId)
        .where("adapter_id", "=", row.source)
        .execute();
      unit.emit("storefront.problem_found", { kind: "storefront", id: row.source }, { adapterId: row.source, code: event.code });
      return true;
    });
    platform.telemetry.inboxEvent(row.source, isOurs ? "applied" : "skipped");
  } catch (error) {
    await postpone(store, platform, row, error);
  }
}

/** What a courier told by itself is added to what it said before. One that is not connected any more has nothing to say. */
async function applyTracking(
  store: Store,
  platform: Platform,
  carriers: Carriers,
  row: Selectable<Tables["inbox"]>,
  parcel: TrackedParcel,
): Promise<void> {
  const carrier = carriers.get(row.source);
  try {
    const isOurs = await store.transact({ kind: "adapter", adapterId: row.source }, async (unit) => {
      if (!(await settle(unit, store, platform, row, "applied"))) return false;
      const answer = { trackingNumber: parcel.trackingNumber, parcel, partial: true };
      if (carrier) await storeAnswers(unit, store, platform, carrier, [answer]);
      return true;
    });
    platform.telemetry.inboxEvent(row.source, isOurs ? "applied" : "skipped");
  } catch (error) {
    await postpone(store, platform, row, error);
  }
}

/** When the storefront was heard last. Not written on receipt, where it would have every webhook wait for the same row. */
async function noteWebhook(unit: UnitOfWork, store: Store, entries: readonly Entry[]): Promise<void> {
  const [first] = entries;
  if (!first) return;
  const receivedAt = Math.max(...entries.map(({ row }) => row.received_at));
  await unit.database
    .updateTable("storefront_states")
    .set({ last_webhook_at: receivedAt })
    .where("shop_id", "=", store.shopId)
    .where("adapter_id", "=", first.row.source)
    .where((where) => where.or([where("last_webhook_at", "is", null), where("last_webhook_at", "<", receivedAt)]))
    .execute();
}

/** @returns `false` when another process has applied it since it was read */
async function settle(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  row: Selectable<Tables["inbox"]>,
  state: "applied" | "stale",
): Promise<boolean> {
  const { numUpdatedRows } = await unit.database
    .updateTable("inbox")
    .set({ state, applied_at: platform.clock.now(), problem: null })
    .where("shop_id", "=", store.shopId)
    .where("source", "=", row.source)
    .where("key", "=", row.key)
    .where("state", "=", state === "stale" ? "applied" : "pending")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type KnownOrder = Pick<Selectable<Tables["orders"]>, "version" | "detail_fetched_at" | "deleted_at">;

function findKnown(database: Pick<UnitOfWork["database"], "selectFrom">, shopId: string, ref: string): Promise<KnownOrder | undefined> {
  return database
    .selectFrom("orders")
    .select(["version", "detail_fetched_at", "deleted_at"])
    .where("shop_id", "=", shopId)
    .where("ref", "=", ref)
    .executeTakeFirst();
}

/** Whether the projection already holds this version or a newer one, read whole. */
function isRead(known: KnownOrder | undefined, version: string | null): boolean {
  return version !== null && known !== undefined && known.detail_fetched_at !== null && known.version >= fromInstant(version);
}

/** Whether the projection holds another snapshot of this very version. */
function isTie(known: KnownOrder | undefined, version: string | null): boolean {
  return isRead(known, version) && version !== null && known?.version === fromInstant(version);
}

async function postpone(store: Store, platform: Platform, row: Selectable<Tables["inbox"]>, error: unknown): Promise<void> {
  // Nothing is wrong with an event while the storage is away.
  if (isOfTheStorage(error)) throw error;
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
        next_attempt_at: sql<number>`${store.now()} + ${sql.lit(Math.round(Math.min(wait, longestDelayMs)))}`,
      })
      .where("shop_id", "=", store.shopId)
      .where("source", "=", row.source)
      .where("key", "=", row.key)
      .where("state", "=", "pending")
      .execute(),
  );
  platform.telemetry.inboxEvent(row.source, givenUp ? "failed" : "retried", error);
  const fields = { adapterId: row.source, inboxId: row.id, attempts, code };
  if (givenUp) platform.logger.error("An inbox event was given up", fields);
  else platform.logger.warn("An inbox event will be tried again", fields);
}
