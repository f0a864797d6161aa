import { AskonceError, type ChangesPage, type Instant, type StorefrontAdapterV1 } from "@askonce/spec";
import { codeOf } from "../orders/live-reads.ts";
import { projectDeletion, projectOrder, type Via } from "../orders/project-order.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import { readState, writeState } from "./storefront-states.ts";
import type { Storefronts } from "./storefronts.ts";

/** What a running back-fill says after each page. */
export interface BackfillProgress {
  adapterId: string;
  done: number;
  /** `null` when the storefront does not say. */
  total: number | null;
  state: "running" | "complete" | "failed";
}

export interface BackfillOptions {
  /** Begins anew instead of going on where it was. Default `false`. */
  restart?: boolean;
  onProgress?: (progress: BackfillProgress) => void;
  signal: AbortSignal;
}

/**
 * Reads a storefront's whole history, page by page. Each page and its cursor are one transaction, so that a run that was cut off goes on
 * after its last page and nothing is counted twice. A finished back-fill is not run again unless it is restarted.
 *
 * @throws AskonceError `ADAPTER_UNSUPPORTED`, or what the storefront failed with; the position is kept
 */
export async function backfill(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  storefront: StorefrontAdapterV1,
  options: BackfillOptions,
  isStillOurs: () => Promise<boolean>,
): Promise<BackfillProgress> {
  const { changes } = storefront;
  if (!changes) throw new AskonceError("ADAPTER_UNSUPPORTED", { message: "This storefront cannot list its orders" });
  const caller = { kind: "adapter" as const, adapterId: storefront.id };
  const state = await readState(store, storefront.id);
  const startedNew = options.restart === true || state.backfill_state === "never";
  let progress: BackfillProgress = {
    adapterId: storefront.id,
    done: startedNew ? 0 : state.backfill_done,
    total: startedNew ? null : state.backfill_total,
    state: "running",
  };
  if (!startedNew && state.backfill_state === "complete") return { ...progress, state: "complete" };
  let cursor = startedNew ? null : state.backfill_cursor;
  const startedAt = startedNew || state.backfill_started_at === null ? platform.clock.now() : state.backfill_started_at;

  const save = (unit: UnitOfWork, finished: boolean) =>
    writeState(store, unit, storefront.id, {
      backfill_state: progress.state,
      backfill_cursor: cursor,
      backfill_done: progress.done,
      backfill_total: progress.total,
      backfill_started_at: startedAt,
      backfill_finished_at: finished ? platform.clock.now() : null,
      problem: null,
      // What changes while the back-fill runs is read by the first reconciliation.
      ...(finished ? { watermark: startedAt } : {}),
    });
  const emit = (unit: UnitOfWork) =>
    unit.emit("storefront.backfill_progressed", { kind: "storefront", id: storefront.id }, { ...progress });

  await store.transact(caller, async (unit) => {
    await save(unit, false);
    emit(unit);
  });
  try {
    for (;;) {
      options.signal.throwIfAborted();
      if (!(await isStillOurs())) throw new AskonceError("VERSION_CONFLICT", { message: "Another process has taken this back-fill over" });
      const page = await changes.list({ since: null, cursor }, storefronts.context("background", options.signal));
      cursor = page.nextCursor;
      const finished = cursor === null;
      progress = {
        ...progress,
        done: progress.done + page.snapshots.length,
        total: page.total ?? progress.total,
        state: finished ? "complete" : "running",
      };
      await store.transact(caller, async (unit) => {
        await projectPage(unit, store, platform, page, "backfill");
        await save(unit, finished);
        emit(unit);
      });
      options.onProgress?.(progress);
      if (finished) return progress;
    }
  } catch (error) {
    // Stopped on purpose is not failed: it goes on with the next start.
    if (options.signal.aborted || AskonceError.is(error, "VERSION_CONFLICT")) throw error;
    progress = { ...progress, state: "failed" };
    await store.transact(caller, async (unit) => {
      await writeState(store, unit, storefront.id, { backfill_state: "failed", problem: codeOf(error) });
      emit(unit);
    });
    options.onProgress?.(progress);
    throw error;
  }
}

/**
 * Reads what changed since the last time, with an overlap, and so finds what no webhook told. The watermark moves only when every page was
 * applied.
 */
export async function reconcile(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  storefront: StorefrontAdapterV1,
  signal: AbortSignal,
): Promise<{ changed: number }> {
  const { changes } = storefront;
  if (!changes) return { changed: 0 };
  const state = await readState(store, storefront.id);
  // Without a finished back-fill there is no point from which on everything is known.
  if (state.watermark === null) return { changed: 0 };
  const caller = { kind: "adapter" as const, adapterId: storefront.id };
  const startedAt = platform.clock.now();
  const since: Instant = toInstant(Math.max(0, state.watermark - changes.overlapMs));
  let cursor: string | null = null;
  let changed = 0;
  do {
    signal.throwIfAborted();
    const page: ChangesPage = await changes.list({ since, cursor }, storefronts.context("background", signal));
    changed += await store.transact(caller, (unit) => projectPage(unit, store, platform, page, "reconcile"));
    cursor = page.nextCursor;
  } while (cursor !== null);
  await store.transact(caller, (unit) =>
    writeState(store, unit, storefront.id, { watermark: startedAt, last_reconciled_at: startedAt, problem: null }),
  );
  return { changed };
}

async function projectPage(unit: UnitOfWork, store: Store, platform: Platform, page: ChangesPage, via: Via): Promise<number> {
  let changed = 0;
  for (const snapshot of page.snapshots) {
    const result = await projectOrder(unit, store, platform, snapshot, via);
    if (result === "created" || result === "changed") changed++;
  }
  // What a storefront could not give is said, not dropped: an order that nobody can read would look like one that nobody placed.
  for (const gap of page.gaps)
    platform.logger.warn("A part of what the storefront lists could not be read", { via, field: gap.field, reason: gap.reason });
  for (const ref of page.deleted) if (await projectDeletion(unit, store, platform, ref)) changed++;
  return changed;
}
