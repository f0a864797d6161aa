import type { StorefrontAdapterV1 } from "@askonce/spec";
import type { StorefrontState } from "@askonce/spec/contract";
import type { Selectable, Updateable } from "kysely";
import { toInstantOrNull } from "../platform/instants.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

type Row = Selectable<Tables["storefront_states"]>;

/** Makes sure that each connected storefront has its row. */
export async function ensureStates(store: Store, storefronts: readonly StorefrontAdapterV1[]): Promise<void> {
  if (storefronts.length === 0) return;
  await store.write((database) =>
    database
      .insertInto("storefront_states")
      .values(
        storefronts.map((storefront) => ({
          shop_id: store.shopId,
          adapter_id: storefront.id,
          orders_count: 0,
          backfill_state: "never" as const,
          backfill_cursor: null,
          backfill_done: 0,
          backfill_total: null,
          backfill_started_at: null,
          backfill_finished_at: null,
          problem: null,
          last_webhook_at: null,
          watermark: null,
          last_reconciled_at: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(["shop_id", "adapter_id"]).doNothing())
      .execute(),
  );
}

export async function readState(store: Store, adapterId: string): Promise<Row> {
  const database = await store.ready();
  return database
    .selectFrom("storefront_states")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("adapter_id", "=", adapterId)
    .executeTakeFirstOrThrow();
}

export async function writeState(
  store: Store,
  unit: UnitOfWork,
  adapterId: string,
  values: Updateable<Tables["storefront_states"]>,
): Promise<void> {
  await unit.database
    .updateTable("storefront_states")
    .set(values)
    .where("shop_id", "=", store.shopId)
    .where("adapter_id", "=", adapterId)
    .execute();
}

/** The groups of calls that a storefront may have. */
export const capabilityGroups = [
  "webhooks",
  "changes",
  "customers",
  "orderNotes",
  "refunds",
  "cancellations",
  "replacements",
  "discounts",
  "returns",
  "products",
] as const;

export function toStorefrontState(storefront: StorefrontAdapterV1, row: Row, inbox: { pending: number; failed: number }): StorefrontState {
  return {
    adapterId: storefront.id,
    displayName: storefront.displayName,
    capabilities: capabilityGroups.filter((group) => storefront[group] !== undefined),
    ordersCount: row.orders_count,
    backfill: {
      state: row.backfill_state,
      done: row.backfill_done,
      total: row.backfill_total,
      startedAt: toInstantOrNull(row.backfill_started_at),
      finishedAt: toInstantOrNull(row.backfill_finished_at),
      problem: row.problem,
    },
    lastWebhookAt: toInstantOrNull(row.last_webhook_at),
    lastReconciledAt: toInstantOrNull(row.last_reconciled_at),
    inboxPending: inbox.pending,
    inboxFailed: inbox.failed,
  };
}
