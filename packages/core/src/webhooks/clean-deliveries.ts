import { deliverJob } from "./delivery-jobs.ts";
import { listEndpoints } from "./endpoints.sql.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

const keepMs = 30 * 24 * 3_600_000;
const rowsAtOnce = 500;
/** What has been due for this long has lost its job. */
const overdueMs = 10 * 60_000;

/** Removes finished deliveries after 30 days, and deleted endpoints when nothing is left of theirs. @returns how many deliveries */
export async function cleanDeliveries({ store, platform }: WebhooksAccess): Promise<number> {
  const { shopId } = store;
  const database = await store.ready();
  const before = platform.clock.now() - keepMs;
  let removed = 0;
  const endpoints = await database
    .selectFrom("webhook_endpoints")
    .select(["id", "state", "deleted_at"])
    .where("shop_id", "=", shopId)
    .execute();
  for (const endpoint of endpoints) {
    const isOld = (row: { created_at: number; finished_at: number | null }) =>
      // What waits for an endpoint that is switched off does not wait for ever.
      row.finished_at === null ? endpoint.state === "disabled" && row.created_at < before : row.finished_at < before;
    for (let isDone = false; !isDone; ) {
      const rows = await database
        .selectFrom("webhook_deliveries")
        .select(["id", "created_at", "finished_at"])
        .where("shop_id", "=", shopId)
        .where("endpoint_id", "=", endpoint.id)
        .orderBy("id")
        .limit(rowsAtOnce)
        .execute();
      const old = rows.filter(isOld).map((row) => row.id);
      isDone = old.length < rowsAtOnce;
      const isEmpty = old.length === rows.length && isDone && endpoint.deleted_at !== null;
      if (old.length === 0 && !isEmpty) break;
      await store.write(async (transaction) => {
        if (old.length > 0) {
          const ofEndpoint = transaction
            .deleteFrom("webhook_deliveries")
            .where("shop_id", "=", shopId)
            .where("endpoint_id", "=", endpoint.id);
          await ofEndpoint.where("id", "in", old).execute();
        }
        if (isEmpty) {
          await transaction.deleteFrom("webhook_endpoints").where("shop_id", "=", shopId).where("id", "=", endpoint.id).execute();
          await transaction.deleteFrom("leases").where("shop_id", "=", shopId).where("name", "=", `webhooks:${endpoint.id}`).execute();
        }
      });
      removed += old.length;
    }
  }
  return removed;
}

/** Asks for jobs anew where something has been due for long: a job can be given up when the database was away for hours. */
export async function wakeOverdue(access: WebhooksAccess): Promise<void> {
  const { store, platform, jobs } = access;
  const database = await store.ready();
  const now = platform.clock.now();
  for (const endpoint of await listEndpoints(database, store.shopId)) {
    if (endpoint.state !== "active") continue;
    const overdue = await database
      .selectFrom("webhook_deliveries")
      .select("id")
      .where("shop_id", "=", store.shopId)
      .where("endpoint_id", "=", endpoint.id)
      .where("state", "=", "pending")
      .where("next_attempt_at", "<", now - overdueMs)
      .limit(1)
      .executeTakeFirst();
    if (overdue) await store.write((transaction) => jobs.enqueueIn({ database: transaction }, deliverJob(endpoint.id, 0, now)));
  }
  access.wakeJobs();
}
