import { AskonceError, type AskonceEvent, type Instant } from "@askonce/spec";
import type { Caller } from "../caller.ts";
import { readEventsAfter } from "../events/event-log.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { fromInstant } from "../platform/instants.ts";
import type { Database } from "../storage/store.ts";
import { type DeliveryRow, insertDeliveries, newDelivery } from "./deliveries.sql.ts";
import { deliverJob, replayJobName } from "./delivery-jobs.ts";
import { type EndpointRow, findActiveEndpoint, readEndpoint, readEventTypes } from "./endpoints.sql.ts";
import { countEvents, type ReplayState, sequenceAt } from "./replay-range.sql.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

export interface WebhookReplay {
  from: Instant;
  /** Not included. Default: now. */
  to?: Instant | undefined;
  /** Only what the endpoint has not taken and what does not wait for it. Default: `true` */
  onlyFailed?: boolean | undefined;
}

const mostEvents = 100_000;
const eventsAtOnce = 500;
/** Processes whose clocks differ write times into the log that do not quite grow. */
const clockToleranceMs = 15 * 60_000;

/**
 * Has the events of a time sent once more.
 *
 * @returns how many deliveries a job makes of them, under the id that they share
 */
export async function startReplay(
  access: WebhooksAccess,
  endpointId: string,
  request: WebhookReplay,
  caller: Caller,
): Promise<{ replayId: string; queued: number }> {
  const { store, platform } = access;
  const database = await store.ready();
  const endpoint = await findActiveEndpoint(database, store.shopId, endpointId);
  const fromMs = fromInstant(request.from);
  const toMs = request.to === undefined ? platform.clock.now() + 1 : fromInstant(request.to);
  if (fromMs >= toMs) throw invalid("to", "must be later than from");
  const state: ReplayState = {
    endpointId,
    replayId: platform.createId("whr"),
    after: (await sequenceAt(database, store.shopId, fromMs - clockToleranceMs)) - 1,
    until: (await sequenceAt(database, store.shopId, toMs + clockToleranceMs)) - 1,
    fromMs,
    toMs,
    onlyFailed: request.onlyFailed ?? true,
  };
  if (state.until - state.after > mostEvents)
    throw invalid("to", `the shop has more than ${mostEvents} events in this time: take a shorter one`);
  const queued = await countEvents(database, store.shopId, endpoint, state);
  if (queued === 0) return { replayId: state.replayId, queued };
  await store.transact(caller, (unit) => access.jobs.enqueueIn(unit, { name: replayJobName, data: state, retryLimit: 50 }));
  access.wakeJobs();
  return { replayId: state.replayId, queued };
}

/** Does the jobs of replays: a part of the deliveries, the job for the next part and the end of this one are one transaction. */
export function handleReplayJobs(access: WebhooksAccess, jobs: Pick<Jobs, "handle" | "enqueueIn">): void {
  const { store, platform } = access;
  const { shopId } = store;
  jobs.handle(replayJobName, async (job, { complete }) => {
    const state = job.data as ReplayState;
    const database = await store.ready();
    const endpoint = await readEndpoint(database, shopId, state.endpointId);
    const events = (await readEventsAfter(database, shopId, state.after, eventsAtOnce)).filter((event) => event.sequence <= state.until);
    const last = events.at(-1);
    const isOver = !endpoint || endpoint.deleted_at !== null || !last;
    const now = platform.clock.now();
    await store.write(async (transaction) => {
      const unit = { database: transaction };
      if (!isOver) {
        const wanted = events.filter((event) => isWanted(endpoint, state, event));
        const earlier = await deliveriesOf(transaction, shopId, endpoint.id, wanted);
        const missing = wanted.filter((event) => !state.onlyFailed || !earlier.get(event.id)?.some((one) => isTakenOrWaiting(one)));
        const repeated = (event: AskonceEvent) => ({ replay: state.replayId, replayOf: earlier.get(event.id)?.[0]?.id ?? null });
        await insertDeliveries(
          transaction,
          missing.map((event) => newDelivery(platform, shopId, endpoint.id, event, repeated(event))),
        );
        if (missing.length > 0) await jobs.enqueueIn(unit, deliverJob(endpoint.id, 0, now));
        if (last.sequence < state.until && events.length === eventsAtOnce) {
          await jobs.enqueueIn(unit, { name: replayJobName, data: { ...state, after: last.sequence }, retryLimit: 50 });
        }
      }
      await complete(unit);
    });
    access.wakeJobs();
  });
}

function isWanted(endpoint: EndpointRow, state: ReplayState, event: AskonceEvent): boolean {
  const at = fromInstant(event.occurredAt);
  const types = readEventTypes(endpoint);
  return at >= state.fromMs && at < state.toMs && (types === null || types.includes(event.type));
}

function isTakenOrWaiting(delivery: Pick<DeliveryRow, "state">): boolean {
  return delivery.state === "delivered" || delivery.state === "pending";
}

/** What there is of events at an endpoint already, first deliveries first. */
async function deliveriesOf(
  database: Database,
  shopId: string,
  endpointId: string,
  events: readonly AskonceEvent[],
): Promise<Map<string, Pick<DeliveryRow, "id" | "event_id" | "state">[]>> {
  const found = new Map<string, Pick<DeliveryRow, "id" | "event_id" | "state">[]>();
  if (events.length === 0) return found;
  const rows = await database
    .selectFrom("webhook_deliveries")
    .select(["id", "event_id", "state"])
    .where("shop_id", "=", shopId)
    .where("endpoint_id", "=", endpointId)
    .where(
      "event_id",
      "in",
      events.map((event) => event.id),
    )
    .orderBy("event_id")
    .orderBy("replay")
    .execute();
  for (const row of rows) found.set(row.event_id, [...(found.get(row.event_id) ?? []), row]);
  return found;
}

function invalid(path: string, message: string): AskonceError {
  return new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path, message }] } });
}
