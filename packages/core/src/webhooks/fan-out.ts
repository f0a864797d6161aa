import type { AskonceEvent } from "@askonce/spec";
import { readEventsAfter } from "../events/event-log.ts";
import { insertDeliveries, newDelivery } from "./deliveries.sql.ts";
import { deliverJob } from "./delivery-jobs.ts";
import { type EndpointRow, readEventTypes } from "./endpoints.sql.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

/** Its position stands beside those of the subscribers; the colon keeps it apart from names that somebody would choose. */
const fanOutName = "askonce:webhooks";
const leaseName = "webhooks:fan-out";
const eventsAtOnce = 200;

/**
 * Makes deliveries of the events after a position. Deliveries, the jobs that send them and the new position are one transaction, which only
 * goes through when nobody else has moved the position meanwhile: each event is on its way to each endpoint once, whoever is killed and
 * however many processes do this.
 *
 * @returns a function that makes one step and tells whether there may be more to do at once
 */
export function createFanOut(access: WebhooksAccess): () => Promise<boolean> {
  const { store, platform, leases } = access;
  const { shopId } = store;
  /** Up to here nothing is for any endpoint, though the stored position has not been moved for it alone. */
  let skippedTo = 0;

  return async () => {
    const database = await store.ready();
    const before = await activeEndpoints(access);
    if (before.length === 0) return false;
    const stored = await readPosition(access);
    // Events from before the oldest endpoint are nobody's.
    const start = Math.max(stored, skippedTo, Math.min(...before.map((endpoint) => endpoint.from_sequence)));
    const events = await readEventsAfter(database, shopId, start, eventsAtOnce);
    const last = events.at(-1);
    if (!last || !(await leases.hold(leaseName))) return false;
    // Once more, and after the events: one that was added meanwhile is for some of them.
    const endpoints = await activeEndpoints(access);
    const matches = events.flatMap((event) =>
      endpoints.filter((endpoint) => isFor(endpoint, event)).map((endpoint) => ({ event, endpoint })),
    );
    if (matches.length === 0 && last.sequence - stored < eventsAtOnce) {
      skippedTo = last.sequence;
      return events.length === eventsAtOnce;
    }
    await store.write(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable("subscribers")
        .set({ last_sequence: last.sequence })
        .where("shop_id", "=", shopId)
        .where("name", "=", fanOutName)
        .where("last_sequence", "=", stored)
        .executeTakeFirst();
      if (Number(numUpdatedRows) === 0) return;
      await insertDeliveries(
        transaction,
        matches.map(({ event, endpoint }) => newDelivery(platform, shopId, endpoint.id, event)),
      );
      const ids = new Set(matches.map(({ endpoint }) => endpoint.id));
      const now = platform.clock.now();
      if (ids.size > 0) await access.jobs.enqueueIn({ database: transaction }, ...[...ids].map((id) => deliverJob(id, 0, now)));
    });
    if (matches.length > 0) access.wakeJobs();
    return true;
  };
}

async function activeEndpoints({ store }: WebhooksAccess): Promise<EndpointRow[]> {
  return (await store.ready())
    .selectFrom("webhook_endpoints")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("state", "=", "active")
    .where("deleted_at", "is", null)
    .execute();
}

function isFor(endpoint: EndpointRow, event: AskonceEvent): boolean {
  if (event.sequence <= endpoint.from_sequence) return false;
  const types = readEventTypes(endpoint);
  return types === null || types.includes(event.type);
}

async function readPosition({ store }: WebhooksAccess): Promise<number> {
  const { shopId } = store;
  const known = await (await store.ready())
    .selectFrom("subscribers")
    .select("last_sequence")
    .where("shop_id", "=", shopId)
    .where("name", "=", fanOutName)
    .executeTakeFirst();
  if (known) return known.last_sequence;
  await store.write((transaction) =>
    transaction
      .insertInto("subscribers")
      .values({ shop_id: shopId, name: fanOutName, last_sequence: 0, attempts: 0, next_attempt_at: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return 0;
}
