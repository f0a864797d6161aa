import type { AskonceEvent, EventType } from "@askonce/spec";
import { type RawBuilder, sql } from "kysely";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Leases } from "../work/leases.ts";
import { readEventsAfter } from "./event-log.ts";

export interface Subscription {
  /** Unique within the shop and stable over restarts: the position is remembered under it. */
  name: string;
  /** Default: all. */
  types?: readonly EventType[];
  /** At least once, in order, after the commit. Use `event.id` to notice a repetition. A rejection is tried again. */
  handle(event: AskonceEvent): Promise<void>;
}

/** After a crash a subscriber hears again what it heard in this time. */
const positionEveryMs = 200;
const longestDelayMs = 5 * 60_000;

/**
 * Hands the events after a subscriber's position to it, one by one, and moves the position. A failing event holds its subscriber
 * back, with growing pauses, rather than being skipped.
 *
 * @returns whether there may be more to do at once
 */
export async function deliverToSubscriber(
  store: Store,
  platform: Platform,
  subscription: Subscription,
  isStopped: () => boolean,
  leases: Leases,
): Promise<boolean> {
  const database = await store.ready();
  const position = await positionOf(store, subscription.name);
  if (position.wait_ms > 0) return false;

  const move = (values: { last_sequence?: number; attempts: number; next_attempt_at: number | RawBuilder<number> }) =>
    store.write((transaction) =>
      transaction
        .updateTable("subscribers")
        .set(values)
        .where("shop_id", "=", store.shopId)
        .where("name", "=", subscription.name)
        .execute(),
    );

  const events = await readEventsAfter(database, store.shopId, position.last_sequence, 100);
  if (events.length === 0 || !(await leases.hold(`subscriber:${subscription.name}`))) return false;
  // Another process may have gone on until it lost the lease.
  if ((await positionOf(store, subscription.name)).last_sequence !== position.last_sequence) return true;
  let movedAt = performance.now();
  let unmoved: AskonceEvent | null = null;
  const moveOn = async () => {
    if (unmoved) await move({ last_sequence: unmoved.sequence, attempts: 0, next_attempt_at: 0 });
    unmoved = null;
    movedAt = performance.now();
  };
  for (const event of events) {
    if (isStopped() || !(await leases.hold(`subscriber:${subscription.name}`))) {
      await moveOn();
      return false;
    }
    if (!subscription.types || subscription.types.includes(event.type)) {
      try {
        await subscription.handle(event);
      } catch (error) {
        const attempts = position.attempts + 1;
        const delay = Math.min(longestDelayMs, 1000 * 2 ** Math.min(attempts - 1, 10));
        platform.logger.warn("A subscriber failed and will be tried again", {
          subscriber: subscription.name,
          eventId: event.id,
          attempts,
          error: error instanceof Error ? error.name : typeof error,
        });
        await moveOn();
        await move({ attempts, next_attempt_at: sql<number>`${store.now()} + ${sql.lit(delay)}` });
        return false;
      }
    }
    position.attempts = 0;
    unmoved = event;
    // Written now and then and not each time: a fast handler would wait for the disk more than it works.
    if (performance.now() - movedAt > positionEveryMs) await moveOn();
  }
  await moveOn();
  return true;
}

/** A new subscriber starts at the beginning of the history. Looked up before it is added, because an idle instance asks every second. */
async function positionOf(store: Store, name: string) {
  const { shopId } = store;
  const known = await (await store.ready())
    .selectFrom("subscribers")
    .select(["last_sequence", "attempts", sql<number>`next_attempt_at - ${store.now()}`.as("wait_ms")])
    .where("shop_id", "=", shopId)
    .where("name", "=", name)
    .executeTakeFirst();
  if (known) return known;
  const fresh = { last_sequence: 0, attempts: 0 };
  await store.write((database) =>
    database
      .insertInto("subscribers")
      .values({ shop_id: shopId, name, ...fresh, next_attempt_at: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return { ...fresh, wait_ms: 0 };
}
