import { AskonceError, type EventType, type WebhookEndpoint } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Sealer } from "../platform/sealed.ts";
import type { Database } from "../storage/store.ts";
import type { WebhookEndpointsTable } from "./webhooks.schema.ts";

export type EndpointRow = Selectable<WebhookEndpointsTable>;

/** An endpoint that is not deleted. @throws AskonceError `WEBHOOK_ENDPOINT_NOT_FOUND` */
export async function findEndpoint(database: Database, shopId: string, endpointId: string): Promise<EndpointRow> {
  const row = await readEndpoint(database, shopId, endpointId);
  if (!row || row.deleted_at !== null) throw new AskonceError("WEBHOOK_ENDPOINT_NOT_FOUND");
  return row;
}

/** One to which something is sent at present. @throws AskonceError `WEBHOOK_ENDPOINT_NOT_FOUND`, `WEBHOOK_ENDPOINT_DISABLED` */
export async function findActiveEndpoint(database: Database, shopId: string, endpointId: string): Promise<EndpointRow> {
  const endpoint = await findEndpoint(database, shopId, endpointId);
  if (endpoint.state !== "active") throw new AskonceError("WEBHOOK_ENDPOINT_DISABLED", { details: { reason: endpoint.disabled_reason } });
  return endpoint;
}

/** Deleted or not. */
export function readEndpoint(database: Database, shopId: string, endpointId: string): Promise<EndpointRow | undefined> {
  return database.selectFrom("webhook_endpoints").selectAll().where("shop_id", "=", shopId).where("id", "=", endpointId).executeTakeFirst();
}

/** Those that are not deleted, oldest first. Their number is limited when one is added. */
export function listEndpoints(database: Database, shopId: string): Promise<EndpointRow[]> {
  return database
    .selectFrom("webhook_endpoints")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .execute();
}

/** What a sealed value belongs to. */
export function urlPlace(row: Pick<EndpointRow, "shop_id" | "id">): string {
  return `webhook_endpoints.url ${row.shop_id} ${row.id}`;
}

export function secretPlace(row: Pick<EndpointRow, "shop_id" | "id">): string {
  return `webhook_endpoints.secret ${row.shop_id} ${row.id}`;
}

export async function toEndpoint(row: EndpointRow, sealer: Sealer): Promise<WebhookEndpoint> {
  return {
    id: row.id,
    url: await sealer.open(row.url, urlPlace(row)),
    description: row.description,
    eventTypes: readEventTypes(row),
    state: row.state,
    disabledReason: row.disabled_reason,
    disabledAt: toInstantOrNull(row.disabled_at),
    createdAt: toInstant(row.created_at),
    secretHint: row.secret_hint,
    failingSince: toInstantOrNull(row.failing_since),
    lastDeliveredAt: toInstantOrNull(row.last_delivered_at),
  };
}

export function readEventTypes(row: Pick<EndpointRow, "event_types">): EventType[] | null {
  return row.event_types === null ? null : (JSON.parse(row.event_types) as EventType[]);
}
