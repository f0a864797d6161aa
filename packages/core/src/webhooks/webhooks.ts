import { AskonceError, type WebhookDelivery, type WebhookEndpoint } from "@askonce/spec";
import type { WebhookTest } from "@askonce/spec/contract";
import { type Caller, requireRole, systemCaller } from "../caller.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { createSealer } from "../platform/sealed.ts";
import type { Store } from "../storage/store.ts";
import type { Leases } from "../work/leases.ts";
import { cleanDeliveries, wakeOverdue } from "./clean-deliveries.ts";
import { type DeliveryListRequest, listDeliveries } from "./deliveries.sql.ts";
import { handleDeliverJobs } from "./delivery-worker.ts";
import { createDrains } from "./drains.ts";
import { findEndpoint, listEndpoints, toEndpoint } from "./endpoints.sql.ts";
import {
  createEndpoint,
  deleteEndpoint,
  type NewWebhookEndpoint,
  resealEndpoints,
  rotateSecret,
  updateEndpoint,
  type WebhookEndpointChanges,
} from "./endpoints.ts";
import { createFanOut } from "./fan-out.ts";
import { handleReplayJobs, startReplay, type WebhookReplay } from "./replay.ts";
import { retryDelivery } from "./retry-delivery.ts";
import { sendWebhook } from "./send-webhook.ts";
import { createSlots } from "./slots.ts";
import type { WebhookOptions } from "./webhook-options.ts";
import type { WebhooksAccess } from "./webhooks-access.ts";

/**
 * Where a shop's events are sent to, and what became of each. All of it is for owners.
 *
 * Every call but those of the work inside throws `CONFIGURATION_INVALID` without the option `webhooks`, and `FORBIDDEN` for others.
 */
export interface Webhooks {
  list(caller: Caller): Promise<WebhookEndpoint[]>;
  /** @throws AskonceError `WEBHOOK_ENDPOINT_NOT_FOUND`, as everything below that takes an id */
  get(endpointId: string, caller: Caller): Promise<WebhookEndpoint>;
  /**
   * Sends what happens from now on. The returned `secret` is shown this once.
   *
   * @throws AskonceError `WEBHOOK_TARGET_FORBIDDEN`, `WEBHOOK_ENDPOINT_LIMIT`
   */
  create(input: NewWebhookEndpoint, caller: Caller): Promise<WebhookEndpoint & { secret: string }>;
  /**
   * What was pending when an endpoint was disabled by its owner or because it failed goes on when it is enabled again; what happened meanwhile
   * is left to a replay.
   *
   * @throws AskonceError `WEBHOOK_TARGET_FORBIDDEN`
   */
  update(endpointId: string, changes: WebhookEndpointChanges, caller: Caller): Promise<WebhookEndpoint>;
  /** What is pending is discarded. */
  delete(endpointId: string, caller: Caller): Promise<void>;
  /** For 24 hours every message has two signatures, unless the old secret is revoked at once. The new one is shown this once. */
  rotateSecret(
    endpointId: string,
    options: { revokeOld?: boolean | undefined },
    caller: Caller,
  ): Promise<WebhookEndpoint & { secret: string }>;
  /** Sends a message of the type `webhook.test` once, also to a disabled endpoint. Nothing is recorded. */
  test(endpointId: string, caller: Caller): Promise<WebhookTest>;
  /** Newest first. Finished ones are kept for 30 days. */
  deliveries(
    endpointId: string,
    request: DeliveryListRequest,
    caller: Caller,
  ): Promise<{ items: WebhookDelivery[]; nextCursor: string | null }>;
  /** @throws AskonceError `WEBHOOK_DELIVERY_NOT_FOUND`, `WEBHOOK_ENDPOINT_DISABLED` */
  retry(endpointId: string, deliveryId: string, caller: Caller): Promise<WebhookDelivery>;
  /**
   * Sends the events of a time once more, under their own ids, in new deliveries. Of a time with at most 100,000 events of all types.
   *
   * @throws AskonceError `WEBHOOK_ENDPOINT_DISABLED`, `VALIDATION_FAILED`
   */
  replay(endpointId: string, request: WebhookReplay, caller: Caller): Promise<{ replayId: string; queued: number }>;
  /** Encrypts with the first key what an older one encrypted; afterwards the older ones are not needed any more. Can be repeated. */
  reseal(caller?: Caller): Promise<{ resealed: number }>;
}

/** The work behind it, for whoever runs the loops. Without the option there is none. */
export interface WebhookWork {
  /** Makes deliveries of new events. @returns whether there may be more at once */
  fanOut(): Promise<boolean>;
  /** Once an hour. */
  clean(): Promise<void>;
  /** Resolves when nothing is being sent. After the stop that is soon: what takes longer is cut off and sent again later. */
  settled(): Promise<void>;
}

export interface WebhookServices {
  webhooks: Webhooks;
  work: WebhookWork;
}

interface Surroundings {
  store: Store;
  platform: Platform;
  leases: Leases;
  jobs: Pick<Jobs, "handle" | "enqueueIn">;
  wakeJobs: () => void;
  stopSignal: AbortSignal;
  version: string;
}

const defaultConcurrency = 8;
/** How long a request may go on after the stop, in milliseconds. */
const graceMs = 3000;

/** @throws AskonceError `CONFIGURATION_INVALID` */
export function createWebhooks(options: WebhookOptions | undefined, surroundings: Surroundings): WebhookServices {
  if (!options)
    return { webhooks: createService(() => null), work: { fanOut: async () => false, clean: async () => {}, settled: async () => {} } };
  const { jobs, stopSignal } = surroundings;
  const access: WebhooksAccess = {
    ...surroundings,
    sealer: createSealer(options.encryptionKeys, "webhooks.encryptionKeys"),
    transport: options.transport,
    allowPrivateNetworks: options.allowPrivateNetworks ?? false,
  };
  const cutOff = new AbortController();
  const onStop = () => {
    setTimeout(() => cutOff.abort(new AskonceError("STOPPED")), graceMs).unref?.();
  };
  stopSignal.addEventListener("abort", onStop, { once: true });
  const slots = createSlots(options.concurrency ?? defaultConcurrency);
  const drains = createDrains(access, { slots, signal: cutOff.signal }, () => stopSignal.aborted);
  handleDeliverJobs(access, jobs, drains);
  handleReplayJobs(access, jobs);
  return {
    webhooks: createService(() => access),
    work: {
      fanOut: createFanOut(access),
      async clean() {
        await wakeOverdue(access);
        await cleanDeliveries(access);
      },
      settled: drains.settled,
    },
  };
}

function createService(configured: () => WebhooksAccess | null): Webhooks {
  const enter = (caller: Caller): WebhooksAccess => {
    requireRole(caller, "owner");
    const access = configured();
    if (access) return access;
    throw new AskonceError("CONFIGURATION_INVALID", {
      message:
        "Webhooks are not set up: give createAskonce the option webhooks, with a transport from createPublicFetch() of @askonce/core/node and encryptionKeys",
      details: { option: "webhooks" },
    });
  };

  return {
    async list(caller) {
      const { store, sealer } = enter(caller);
      const rows = await listEndpoints(await store.ready(), store.shopId);
      return Promise.all(rows.map((row) => toEndpoint(row, sealer)));
    },
    async get(endpointId, caller) {
      const { store, sealer } = enter(caller);
      return toEndpoint(await findEndpoint(await store.ready(), store.shopId, endpointId), sealer);
    },
    create: async (input, caller) => createEndpoint(enter(caller), input, caller),
    update: async (endpointId, changes, caller) => updateEndpoint(enter(caller), endpointId, changes, caller),
    delete: async (endpointId, caller) => deleteEndpoint(enter(caller), endpointId, caller),
    rotateSecret: async (endpointId, options, caller) => rotateSecret(enter(caller), endpointId, options, caller),
    async test(endpointId, caller) {
      const access = enter(caller);
      const { store, platform } = access;
      const endpoint = await findEndpoint(await store.ready(), store.shopId, endpointId);
      const message = {
        id: platform.createId("evt"),
        type: "webhook.test",
        timestamp: toInstant(platform.clock.now()),
        data: { shopId: store.shopId, endpointId },
      };
      const { outcome, status, problem, durationMs } = await sendWebhook(
        access,
        endpoint,
        platform.createId("whd"),
        message,
        AbortSignal.timeout(30_000),
      );
      return { outcome, status, problem, durationMs };
    },
    async deliveries(endpointId, request, caller) {
      const { store } = enter(caller);
      const database = await store.ready();
      await findEndpoint(database, store.shopId, endpointId);
      return listDeliveries(database, store.shopId, endpointId, request);
    },
    retry: async (endpointId, deliveryId, caller) => retryDelivery(enter(caller), endpointId, deliveryId, caller),
    replay: async (endpointId, request, caller) => startReplay(enter(caller), endpointId, request, caller),
    reseal: async (caller = systemCaller) => ({ resealed: await resealEndpoints(enter(caller)) }),
  };
}
