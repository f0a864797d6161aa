import { sql } from "kysely";
import type { Store } from "../storage/store.ts";

/**
 * Sees to it that one process at a time does a thing. It saves double work and is no guarantee: what is done under a lease has to come out
 * right when two do it, because a process can be held up for longer than its lease.
 */
export interface Leases {
  /**
   * Whether this process may go on for the next seconds. Asked again and again while the work lasts; the database is asked only when the time
   * runs out.
   */
  hold(name: string): Promise<boolean>;
  /** Waits until it holds the lease, or gives up. */
  waitFor(name: string, patienceMs: number, signal: AbortSignal): Promise<boolean>;
  /** Gives one back, so that others need not wait until it runs out. */
  release(name: string): Promise<void>;
  /** Gives back whatever this process holds. */
  releaseAll(): Promise<void>;
}

export function createLeases(store: Store, holder: string): Leases {
  /** Until when each is ours for certain, by this process's own steady clock. */
  const held = new Map<string, number>();

  const { leaseMs } = store.dialect;

  const take = async (name: string): Promise<boolean> => {
    const askedAt = performance.now();
    const { now } = store.dialect;
    const { rows } = await store.write((database) =>
      sql<{
        holder: string;
      }>`insert into leases (shop_id, name, holder, until) values (${store.shopId}, ${name}, ${holder}, ${now} + ${sql.lit(leaseMs)})
        on conflict (shop_id, name) do update set holder = excluded.holder, until = excluded.until
        where leases.until < ${now} or leases.holder = excluded.holder returning holder`.execute(database),
    );
    if (rows.length === 0) {
      held.delete(name);
      return false;
    }
    held.set(name, askedAt + leaseMs);
    return true;
  };

  const hold = async (name: string) => {
    // Renewed after a third: two renewals can fail before it is lost.
    const until = held.get(name);
    if (until !== undefined && performance.now() < until - (leaseMs * 2) / 3) return true;
    return take(name);
  };

  const giveBack = async (names: readonly string[]) => {
    for (const name of names) held.delete(name);
    if (names.length === 0) return;
    await store.write((database) =>
      database
        .updateTable("leases")
        .set({ until: 0 })
        .where("shop_id", "=", store.shopId)
        .where("holder", "=", holder)
        .where("name", "in", names)
        .execute(),
    );
  };

  return {
    hold,
    release: (name) => giveBack([name]),
    async waitFor(name, patienceMs, signal) {
      const startedAt = performance.now();
      for (;;) {
        if (await hold(name)) return true;
        if (signal.aborted || performance.now() - startedAt > patienceMs) return false;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    },
    releaseAll: () => giveBack([...held.keys()]),
  };
}
