import { lastSequence } from "../events/event-log.ts";
import type { Database } from "../storage/store.ts";
import { type EndpointRow, readEventTypes } from "./endpoints.sql.ts";

/** What is left to do of a replay; each job does a part and hands on the rest. */
export interface ReplayState extends Record<string, unknown> {
  endpointId: string;
  replayId: string;
  after: number;
  until: number;
  fromMs: number;
  toMs: number;
  onlyFailed: boolean;
}

/** How many events a replay is of. */
export async function countEvents(database: Database, shopId: string, endpoint: EndpointRow, state: ReplayState): Promise<number> {
  let query = database
    .selectFrom("events as event")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("event.shop_id", "=", shopId)
    .where("event.sequence", ">", state.after)
    .where("event.sequence", "<=", state.until)
    .where("event.occurred_at", ">=", state.fromMs)
    .where("event.occurred_at", "<", state.toMs);
  const types = readEventTypes(endpoint);
  if (types !== null) query = query.where("event.type", "in", types);
  if (state.onlyFailed) {
    query = query.where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom("webhook_deliveries as delivery")
            .select("delivery.id")
            .whereRef("delivery.shop_id", "=", "event.shop_id")
            .where("delivery.endpoint_id", "=", endpoint.id)
            .whereRef("delivery.event_id", "=", "event.id")
            .where("delivery.state", "in", ["delivered", "pending"]),
        ),
      ),
    );
  }
  return Number((await query.executeTakeFirst())?.count ?? 0);
}

/** The first sequence number from a time on; one after the last when nothing happened since. The log has no index by time, but grows with it. */
export async function sequenceAt(database: Database, shopId: string, atMs: number): Promise<number> {
  let low = 1;
  let high = (await lastSequence(database, shopId)) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await database
      .selectFrom("events")
      .select("occurred_at")
      .where("shop_id", "=", shopId)
      .where("sequence", "<=", middle)
      .orderBy("sequence", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row && row.occurred_at >= atMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
