import type { AskonceEvent, WebhookDelivery, WebhookDeliveryState } from "@askonce/spec";
import { type Insertable, type Selectable, sql, type Transaction } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Database } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { WebhookDeliveriesTable } from "./webhooks.schema.ts";

export type DeliveryRow = Selectable<WebhookDeliveriesTable>;

const rowsAtOnce = 500;
/** In the condition as text and not as a value: only so does the partial index fit the query. */
const isPending = sql<boolean>`state = 'pending'`;

/** A delivery that has not been attempted. `replay`: empty, or the id of the replay. */
export function newDelivery(
  platform: Platform,
  shopId: string,
  endpointId: string,
  event: Pick<AskonceEvent, "id" | "type" | "sequence">,
  repeated: { replay: string; replayOf: string | null } = { replay: "", replayOf: null },
): Insertable<WebhookDeliveriesTable> {
  const now = platform.clock.now();
  return {
    shop_id: shopId,
    endpoint_id: endpointId,
    id: platform.createId("whd"),
    event_id: event.id,
    event_type: event.type,
    sequence: event.sequence,
    replay: repeated.replay,
    replay_of: repeated.replayOf,
    state: "pending",
    attempts: 0,
    first_attempt_at: null,
    // At once, whatever the clock of the process that sends it says.
    next_attempt_at: 0,
    last_status: null,
    last_problem: null,
    created_at: now,
    finished_at: null,
  };
}

export async function insertDeliveries(
  transaction: Transaction<Tables>,
  rows: readonly Insertable<WebhookDeliveriesTable>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction
      .insertInto("webhook_deliveries")
      .values(rows.slice(start, start + rowsAtOnce))
      .onConflict((conflict) => conflict.columns(["shop_id", "endpoint_id", "event_id", "replay"]).doNothing())
      .execute();
  }
}

/** What is to be sent to an endpoint now, the longest due first. */
export function dueDeliveries(database: Database, shopId: string, endpointId: string, now: number, limit: number): Promise<DeliveryRow[]> {
  return database
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("endpoint_id", "=", endpointId)
    .where(isPending)
    .where("next_attempt_at", "<=", now)
    .orderBy("next_attempt_at")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** When the next delivery to an endpoint is due, in milliseconds since the epoch; `null` when none is pending. */
export async function nextDueAt(database: Database, shopId: string, endpointId: string): Promise<number | null> {
  const row = await database
    .selectFrom("webhook_deliveries")
    .select("next_attempt_at")
    .where("shop_id", "=", shopId)
    .where("endpoint_id", "=", endpointId)
    .where(isPending)
    .orderBy("next_attempt_at")
    .limit(1)
    .executeTakeFirst();
  return row?.next_attempt_at ?? null;
}

/** Gives up pending deliveries of an endpoint. @returns how many; when it is `limit`, there may be more */
export async function discardPending(
  transaction: Transaction<Tables>,
  shopId: string,
  endpointId: string,
  now: number,
  limit: number,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable("webhook_deliveries")
    .set({ state: "discarded", finished_at: now })
    .where("shop_id", "=", shopId)
    .where("endpoint_id", "=", endpointId)
    .where("id", "in", (from) =>
      from
        .selectFrom("webhook_deliveries")
        .select("id")
        .where("shop_id", "=", shopId)
        .where("endpoint_id", "=", endpointId)
        .where(isPending)
        .limit(limit),
    )
    .where(isPending)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface DeliveryListRequest {
  state?: WebhookDeliveryState | undefined;
  cursor?: string | undefined;
  /** 1 to 100. */
  limit: number;
}

/** A page of an endpoint's deliveries, newest first. */
export async function listDeliveries(
  database: Database,
  shopId: string,
  endpointId: string,
  request: DeliveryListRequest,
): Promise<{ items: WebhookDelivery[]; nextCursor: string | null }> {
  let query = database
    .selectFrom("webhook_deliveries")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("endpoint_id", "=", endpointId)
    .orderBy("id", "desc")
    .limit(request.limit + 1);
  if (request.state) query = query.where("state", "=", request.state);
  if (request.cursor !== undefined) query = query.where("id", "<", decodeCursor(request.cursor, ["string"])[0]);
  const rows = await query.execute();
  const page = rows.slice(0, request.limit);
  const last = page.at(-1);
  return { items: page.map(toDelivery), nextCursor: rows.length > request.limit && last ? encodeCursor([last.id]) : null };
}

export function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    endpointId: row.endpoint_id,
    eventId: row.event_id,
    eventType: row.event_type,
    sequence: row.sequence,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.state === "pending" ? toInstant(Math.max(row.next_attempt_at, row.created_at)) : null,
    lastStatus: row.last_status,
    lastProblem: row.last_problem,
    createdAt: toInstant(row.created_at),
    finishedAt: toInstantOrNull(row.finished_at),
    replayOf: row.replay_of,
  };
}
