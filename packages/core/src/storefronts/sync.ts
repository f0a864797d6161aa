import { AskonceError, type CheckReport } from "@askonce/spec";
import type { StorefrontState } from "@askonce/spec/contract";
import { sql } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import type { Wake } from "../events/wake.ts";
import { codeOf } from "../orders/live-reads.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Leases } from "../work/leases.ts";
import { type BackfillOptions, type BackfillProgress, backfill, reconcile } from "./backfill.ts";
import { readState, toStorefrontState, writeState } from "./storefront-states.ts";
import type { Storefronts } from "./storefronts.ts";

/** Keeping the projection complete: back-fill, reconciliation, and how it stands. */
export interface Sync {
  list(caller: Caller): Promise<StorefrontState[]>;
  /** Has the running instance start or go on with a back-fill; it is under way when this returns. */
  requestBackfill(adapterId: string, options: { restart?: boolean }, caller: Caller): Promise<StorefrontState>;
  /** Runs a back-fill to its end in this call. */
  backfill(adapterId: string, options?: Partial<BackfillOptions>): Promise<BackfillProgress>;
  /** Reads what changed since the last time. */
  reconcile(adapterId: string): Promise<{ changed: number }>;
  /** What works and what does not, per storefront. */
  check(adapterId: string): Promise<CheckReport>;
  /** Back-fills that were asked for or cut off, one after the other. */
  runPending(signal: AbortSignal): Promise<void>;
  /** Those that nobody has reconciled within `everyMs`. */
  reconcileAll(signal: AbortSignal, everyMs: number): Promise<void>;
}

function backfillLease(adapterId: string): string {
  return `backfill:${adapterId}`;
}

/** Counting stops here: "1000 or more" is all that anybody needs to know about a backlog. */
const mostCounted = 1000;

export function createSync(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  wake: Wake,
  leases: Leases,
  stopSignal: AbortSignal,
): Sync {
  const running = new Set<string>();

  const stateOf = async (adapterId: string): Promise<StorefrontState> => {
    const database = await store.ready();
    const count = async (state: "pending" | "failed") => {
      const { rows } = await sql<{ count: number }>`select count(*) as count from (
        select 1 from inbox where shop_id = ${store.shopId} and state = ${state} and source = ${adapterId} limit ${mostCounted}) counted`.execute(
        database,
      );
      return Number(rows[0]?.count ?? 0);
    };
    return toStorefrontState(storefronts.get(adapterId), await readState(store, adapterId), {
      pending: await count("pending"),
      failed: await count("failed"),
    });
  };

  const run = async (adapterId: string, options: BackfillOptions): Promise<BackfillProgress> => {
    // Two runs of one storefront in this process would read every page twice.
    if (running.has(adapterId))
      throw new AskonceError("VERSION_CONFLICT", { message: "A back-fill of this storefront is already running" });
    running.add(adapterId);
    try {
      // A run that died keeps its lease for some seconds; one that lives keeps it for as long as it runs.
      if (!(await leases.waitFor(backfillLease(adapterId), store.dialect.leaseMs + 1000, options.signal)))
        throw new AskonceError("VERSION_CONFLICT", { message: "A back-fill of this storefront is running in another process" });
      return await backfill(store, platform, storefronts, storefronts.get(adapterId), options, () => leases.hold(backfillLease(adapterId)));
    } finally {
      running.delete(adapterId);
    }
  };

  return {
    async list(caller) {
      requireRole(caller, "agent");
      return Promise.all(storefronts.all.map((storefront) => stateOf(storefront.id)));
    },

    async requestBackfill(adapterId, options, caller) {
      requireRole(caller, "lead");
      const storefront = storefronts.get(adapterId);
      if (!storefront.changes) throw new AskonceError("ADAPTER_UNSUPPORTED", { message: "This storefront cannot list its orders" });
      const state = await readState(store, adapterId);
      if (!running.has(adapterId) && (options.restart || state.backfill_state !== "complete")) {
        const anew = options.restart === true || state.backfill_state === "never";
        await store.transact(caller, (unit) =>
          writeState(store, unit, adapterId, {
            backfill_state: "running",
            problem: null,
            ...(anew
              ? {
                  backfill_cursor: null,
                  backfill_done: 0,
                  backfill_total: null,
                  backfill_started_at: platform.clock.now(),
                  backfill_finished_at: null,
                }
              : {}),
          }),
        );
        wake.notify();
      }
      return stateOf(adapterId);
    },

    async backfill(adapterId, options = {}) {
      await store.ready();
      return run(adapterId, { ...options, signal: options.signal ?? stopSignal });
    },

    reconcile: (adapterId) => reconcile(store, platform, storefronts, storefronts.get(adapterId), stopSignal),

    async check(adapterId) {
      const deadline = AbortSignal.timeout(30_000);
      try {
        return await storefronts.get(adapterId).check(storefronts.context("agent", AbortSignal.any([stopSignal, deadline])));
      } catch (error) {
        // What an adapter throws then is the signal's own reason, which tells nobody what to do.
        if (deadline.aborted && !stopSignal.aborted) throw new AskonceError("ADAPTER_TIMEOUT");
        throw error;
      }
    },

    async runPending(signal) {
      for (const storefront of storefronts.all) {
        if (signal.aborted || running.has(storefront.id) || !storefront.changes) continue;
        const state = await readState(store, storefront.id);
        if (state.backfill_state !== "running" || !(await leases.hold(backfillLease(storefront.id)))) continue;
        await run(storefront.id, { signal }).catch((error: unknown) => {
          if (!signal.aborted)
            platform.logger.warn("A back-fill stopped; it goes on where it was when asked again", {
              adapterId: storefront.id,
              code: codeOf(error),
            });
        });
      }
    },

    async reconcileAll(signal, everyMs) {
      for (const storefront of storefronts.all) {
        if (signal.aborted || running.has(storefront.id)) continue;
        const { last_reconciled_at: last } = await readState(store, storefront.id);
        // Another process may have done it; a little tolerance, because its turn began a little after ours.
        if (last !== null && last > platform.clock.now() - everyMs * 0.9) continue;
        if (!(await leases.hold(`reconcile:${storefront.id}`))) continue;
        await reconcile(store, platform, storefronts, storefront, signal).catch((error: unknown) => {
          if (!signal.aborted)
            platform.logger.warn("A reconciliation failed and will be tried again", { adapterId: storefront.id, code: codeOf(error) });
        });
      }
    },
  };
}
