import { AskonceError, type CallPriority, type Gap, type Order, type OrderQuery, type SourceRef } from "@askonce/spec";
import type { Platform } from "../platform/platform.ts";
import { createSingleFlight } from "../platform/single-flight.ts";
import type { Store } from "../storage/store.ts";
import type { Storefronts } from "../storefronts/storefronts.ts";
import { projectDeletion, projectOrder } from "./project-order.ts";

/** Reads from the storefronts themselves, shared by everybody who asks for the same thing at the same time. */
export interface LiveReads {
  /**
   * Reads an order now and puts it into the projection. `null` when the storefront does not have it (any more).
   *
   * @throws AskonceError `ADAPTER_…`
   */
  refresh(ref: SourceRef, priority: CallPriority): Promise<Order | null>;
  /** The same without waiting; a failure is logged, and not tried again for a while. */
  refreshInBackground(ref: SourceRef): void;
  /** Asks every storefront; what is found goes into the projection. A failing storefront becomes a gap. */
  find(query: OrderQuery, priority: CallPriority): Promise<{ refs: SourceRef[]; gaps: (Gap & { adapterId: string })[] }>;
  /** The same without waiting, at most once in ten minutes for one query. */
  findInBackground(query: OrderQuery): void;
  /** Resolves when no background read is under way. */
  settled(): Promise<void>;
}

const refreshPauseMs = 30_000;
const findPauseMs = 10 * 60_000;
const longestReadMs = 45_000;

/** @param onRead what is to be done with an order that has just been read, before anybody is told of it */
export function createLiveReads(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  stopSignal: AbortSignal,
  onRead: (ref: SourceRef) => Promise<void>,
): LiveReads {
  const readOnce = platform.telemetry.sharedReads("order", createSingleFlight<Order | null>());
  const findOnce = platform.telemetry.sharedReads(
    "search",
    createSingleFlight<{ refs: SourceRef[]; gaps: (Gap & { adapterId: string })[] }>(),
  );
  const pausedUntil = new Map<string, number>();
  const running = new Set<Promise<unknown>>();

  const contextFor = (priority: CallPriority) =>
    storefronts.context(priority, AbortSignal.any([stopSignal, AbortSignal.timeout(longestReadMs)]));

  const refresh: LiveReads["refresh"] = (ref, priority) =>
    readOnce(ref, async () => {
      const storefront = storefronts.of(ref);
      if (!storefront) return null;
      const order = await storefront.getOrder(ref, contextFor(priority));
      await store.transact({ kind: "adapter", adapterId: storefront.id }, async (unit) => {
        if (order) await projectOrder(unit, store, platform, { order, omitted: [] }, "live");
        else await projectDeletion(unit, store, platform, ref);
      });
      if (order && order.parcels.length > 0) await onRead(ref);
      return order;
    });

  const find: LiveReads["find"] = (query, priority) =>
    findOnce(JSON.stringify([query.orderNumber, query.email, query.phone]), async () => {
      const answers = await Promise.all(
        storefronts.all.map(async (storefront) => {
          try {
            const found = await storefront.findOrders(query, contextFor(priority));
            await store.transact({ kind: "adapter", adapterId: storefront.id }, async (unit) => {
              for (const order of found.orders) {
                await projectOrder(unit, store, platform, { order, omitted: [] }, "live");
              }
            });
            return { refs: found.orders.map((order) => order.ref), gaps: found.gaps.map((gap) => ({ ...gap, adapterId: storefront.id })) };
          } catch (error) {
            platform.logger.warn("A storefront could not be searched", { adapterId: storefront.id, code: codeOf(error) });
            return { refs: [], gaps: [{ adapterId: storefront.id, field: "orders", reason: "failed" as const, remedy: codeOf(error) }] };
          }
        }),
      );
      return { refs: answers.flatMap((answer) => answer.refs), gaps: answers.flatMap((answer) => answer.gaps) };
    });

  const inBackground = (key: string, pauseMs: number, work: () => Promise<unknown>) => {
    const now = platform.clock.now();
    if (stopSignal.aborted || (pausedUntil.get(key) ?? 0) > now) return;
    if (pausedUntil.size > 10_000) for (const [old, until] of pausedUntil) if (until <= now) pausedUntil.delete(old);
    pausedUntil.set(key, now + pauseMs);
    const task = work()
      .catch((error: unknown) => platform.logger.warn("A live read failed", { code: codeOf(error) }))
      .finally(() => running.delete(task));
    running.add(task);
  };

  return {
    refresh,
    find,
    refreshInBackground: (ref) => inBackground(`order ${ref}`, refreshPauseMs, () => refresh(ref, "agent")),
    findInBackground: (query) =>
      inBackground(`find ${JSON.stringify([query.orderNumber, query.email, query.phone])}`, findPauseMs, () => find(query, "agent")),
    async settled() {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
  };
}

/** The code of an error, for logs: the message of a foreign error may hold anything. */
export function codeOf(error: unknown): string {
  if (AskonceError.is(error)) return error.code;
  return error instanceof Error ? error.name : "unknown";
}
