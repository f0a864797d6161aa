import { AskonceError, type EventType, type WebhookEndpoint, type WebhookEndpointState, webhookEndpointSchema } from "@askonce/spec";
import type { Caller } from "../caller.ts";
import { lastSequence } from "../events/event-log.ts";
import { requireValid } from "../platform/require-valid.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { checkTarget } from "./check-target.ts";
import { deliverJob } from "./delivery-jobs.ts";
import { type EndpointRow, findEndpoint, listEndpoints, secretPlace, toEndpoint, urlPlace } from "./endpoints.sql.ts";
import { discard } from "./record-attempt.ts";
import { createWebhookSecret } from "./signing.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

export interface NewWebhookEndpoint {
  url: string;
  description?: string | undefined;
  /** Default: all. */
  eventTypes?: readonly EventType[] | null | undefined;
}

export interface WebhookEndpointChanges {
  url?: string | undefined;
  description?: string | undefined;
  eventTypes?: readonly EventType[] | null | undefined;
  state?: WebhookEndpointState | undefined;
}

const mostEndpoints = 50;
/** For how long the old secret signs beside the new one. */
const rotationMs = 24 * 3_600_000;

export async function createEndpoint(
  access: WebhooksAccess,
  input: NewWebhookEndpoint,
  caller: Caller,
): Promise<WebhookEndpoint & { secret: string }> {
  const { store, platform, sealer } = access;
  const { url } = checkTarget(input.url, access);
  const description = requireValid(webhookEndpointSchema.shape.description, (input.description ?? "").trim(), "description");
  const eventTypes = requireValid(webhookEndpointSchema.shape.eventTypes, input.eventTypes ?? null, "eventTypes");
  const owner = { shop_id: store.shopId, id: platform.createId("whe") };
  const secret = createWebhookSecret();
  const sealed = { url: await sealer.seal(url, urlPlace(owner)), secret: await sealer.seal(secret, secretPlace(owner)) };
  const row = await store.transact(caller, async (unit) => {
    const others = await listEndpoints(unit.database, store.shopId);
    if (others.length >= mostEndpoints) throw new AskonceError("WEBHOOK_ENDPOINT_LIMIT", { details: { limit: mostEndpoints } });
    const inserted = await unit.database
      .insertInto("webhook_endpoints")
      .values({
        ...owner,
        ...sealed,
        description,
        event_types: eventTypes === null ? null : JSON.stringify(eventTypes),
        state: "active",
        disabled_reason: null,
        disabled_at: null,
        secret_hint: hintOf(secret),
        previous_secret: null,
        previous_secret_until: null,
        failing_since: null,
        last_delivered_at: null,
        from_sequence: await lastSequence(unit.database, store.shopId),
        created_at: platform.clock.now(),
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    emit(unit, "webhook_endpoint.created", owner.id, {});
    return inserted;
  });
  return { ...(await toEndpoint(row, sealer)), secret };
}

export async function updateEndpoint(
  access: WebhooksAccess,
  endpointId: string,
  changes: WebhookEndpointChanges,
  caller: Caller,
): Promise<WebhookEndpoint> {
  const { store, platform, sealer } = access;
  const { description, eventTypes } = webhookEndpointSchema.shape;
  const values: Partial<EndpointRow> = {};
  if (changes.description !== undefined) values.description = requireValid(description, changes.description.trim(), "description");
  if (changes.eventTypes !== undefined) {
    const types = requireValid(eventTypes, changes.eventTypes, "eventTypes");
    values.event_types = types === null ? null : JSON.stringify(types);
  }
  if (changes.url !== undefined) {
    const { url } = checkTarget(changes.url, access);
    values.url = await sealer.seal(url, urlPlace({ shop_id: store.shopId, id: endpointId }));
    // Another address has not failed yet.
    values.failing_since = null;
  }
  const row = await store.transact(caller, async (unit) => {
    const before = await findEndpoint(unit.database, store.shopId, endpointId);
    const now = platform.clock.now();
    const isEnabled = changes.state === "active" && before.state === "disabled";
    const isDisabled = changes.state === "disabled" && before.state === "active";
    if (isEnabled) {
      Object.assign(values, { state: "active", disabled_reason: null, disabled_at: null, failing_since: null });
      // What happened meanwhile is not sent by itself; a replay of the time sends it.
      values.from_sequence = await lastSequence(unit.database, store.shopId);
      await access.jobs.enqueueIn(unit, deliverJob(endpointId, 0, now));
    }
    if (isDisabled) Object.assign(values, { state: "disabled", disabled_reason: "owner", disabled_at: now });
    if (Object.keys(values).length > 0) await writeEndpoint(access, unit, endpointId, values);
    const changed = {
      ...(changes.url === undefined ? {} : { url: true as const }),
      ...(changes.description === undefined ? {} : { description: true as const }),
      ...(changes.eventTypes === undefined ? {} : { eventTypes: true as const }),
      ...(isEnabled ? { state: "active" as const } : {}),
    };
    if (Object.keys(changed).length > 0) emit(unit, "webhook_endpoint.updated", endpointId, { changes: changed });
    if (isDisabled) emit(unit, "webhook_endpoint.disabled", endpointId, { reason: "owner" });
    return findEndpoint(unit.database, store.shopId, endpointId);
  });
  access.wakeJobs();
  return toEndpoint(row, sealer);
}

export async function deleteEndpoint(access: WebhooksAccess, endpointId: string, caller: Caller): Promise<void> {
  const { store, platform } = access;
  await store.transact(caller, async (unit) => {
    await findEndpoint(unit.database, store.shopId, endpointId);
    const now = platform.clock.now();
    const gone = { deleted_at: now, state: "disabled", url: "", secret: "", secret_hint: "", previous_secret: null } as const;
    await writeEndpoint(access, unit, endpointId, { ...gone, description: "" });
    await discard(access, unit, endpointId, now);
    emit(unit, "webhook_endpoint.deleted", endpointId, {});
  });
  access.wakeJobs();
}

export async function rotateSecret(
  access: WebhooksAccess,
  endpointId: string,
  { revokeOld = false }: { revokeOld?: boolean | undefined },
  caller: Caller,
): Promise<WebhookEndpoint & { secret: string }> {
  const { store, platform, sealer } = access;
  const secret = createWebhookSecret();
  const sealed = await sealer.seal(secret, secretPlace({ shop_id: store.shopId, id: endpointId }));
  const row = await store.transact(caller, async (unit) => {
    const before = await findEndpoint(unit.database, store.shopId, endpointId);
    await writeEndpoint(access, unit, endpointId, {
      secret: sealed,
      secret_hint: hintOf(secret),
      previous_secret: revokeOld ? null : before.secret,
      previous_secret_until: revokeOld ? null : platform.clock.now() + rotationMs,
    });
    emit(unit, "webhook_endpoint.updated", endpointId, { changes: { secret: true } });
    return findEndpoint(unit.database, store.shopId, endpointId);
  });
  return { ...(await toEndpoint(row, sealer)), secret };
}

/** Encrypts what an older key encrypted with the first one. @returns how many endpoints that were */
export async function resealEndpoints({ store, sealer }: WebhooksAccess): Promise<number> {
  let resealed = 0;
  for (const row of await listEndpoints(await store.ready(), store.shopId)) {
    const { url, secret, previous_secret: previous } = row;
    if ([url, secret, previous].every((value) => value === null || sealer.isCurrent(value))) continue;
    const anew = async (value: string, place: string) => sealer.seal(await sealer.open(value, place), place);
    const values = {
      url: await anew(url, urlPlace(row)),
      secret: await anew(secret, secretPlace(row)),
      previous_secret: previous === null ? null : await anew(previous, secretPlace(row)),
    };
    const { numUpdatedRows } = await store.write((transaction) =>
      transaction
        .updateTable("webhook_endpoints")
        .set(values)
        .where("shop_id", "=", store.shopId)
        .where("id", "=", row.id)
        // What was changed since it was read is sealed with the first key already, or will be found by the next call.
        .where("url", "=", url)
        .where("secret", "=", secret)
        .executeTakeFirst(),
    );
    resealed += Number(numUpdatedRows);
  }
  return resealed;
}

async function writeEndpoint({ store }: WebhooksAccess, unit: UnitOfWork, endpointId: string, values: Partial<EndpointRow>): Promise<void> {
  await unit.database
    .updateTable("webhook_endpoints")
    .set(values)
    .where("shop_id", "=", store.shopId)
    .where("id", "=", endpointId)
    .execute();
}

type EndpointEvent = `webhook_endpoint.${"created" | "updated" | "disabled" | "deleted"}`;

function emit<Type extends EndpointEvent>(
  unit: UnitOfWork,
  type: Type,
  endpointId: string,
  data: Omit<Parameters<typeof unit.emit<Type>>[2], "endpointId">,
): void {
  unit.emit(type, { kind: "webhookEndpoint", id: endpointId }, { endpointId, ...data } as Parameters<typeof unit.emit<Type>>[2]);
}

/** Four characters of 43: enough to tell secrets apart, and of no use to whoever has nothing else. */
function hintOf(secret: string): string {
  return `…${secret.replace(/=+$/, "").slice(-4)}`;
}
