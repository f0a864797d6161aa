import { type RawBuilder, sql } from "kysely";
import type { Store } from "../storage/store.ts";

export interface JobsAccess {
  store: Pick<Store, "dialect" | "ready" | "write">;
  createId: () => string;
  /**
   * Replaces the database's clock in deciding what is due, for tests that hold the time. Leases go by the database's clock in any case.
   * Processes whose clocks differ see delays and pauses between tries longer or shorter by the difference; jobs without a delay are due at
   * once everywhere.
   */
  now?: (() => number) | undefined;
}

/** What delays are measured on. */
export function dueNow({ store, now }: JobsAccess): RawBuilder<number> {
  return now ? sql<number>`cast(${Math.trunc(now())} as bigint)` : leaseNow({ store });
}

/** On the database's clock, on which every process agrees. As a query of its own it is read once, and an index can be searched by it. */
export function leaseNow({ store }: Pick<JobsAccess, "store">): RawBuilder<number> {
  return sql<number>`(select ${store.dialect.now})`;
}

export function leaseUntil(access: JobsAccess, leaseMs: number): RawBuilder<number> {
  return sql<number>`${leaseNow(access)} + cast(${Math.round(leaseMs)} as bigint)`;
}
