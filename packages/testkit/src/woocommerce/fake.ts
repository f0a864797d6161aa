import { productImage } from "../shop-data/product-image.ts";
import { answerPage, answerRest, restPath } from "./answer-request.ts";
import { createAuthentication } from "./auth.ts";
import { createControls, type ShopControls } from "./controls.ts";
import { createFaultQueue, type Faults } from "./faults.ts";
import type { FakeWooCommerceOptions } from "./options.ts";
import { wooCommerceRecordingsDirectory } from "./recordings.ts";
import { derivedIds, type RenderContext } from "./render-context.ts";
import { createRequestLog, type LoggedRequest } from "./request-log.ts";
import type { Site } from "./site.ts";
import { recordedBaseUrl, recordedTimeZone, storeFromRecordings } from "./store-from-recordings.ts";
import { storeFromShop } from "./store-from-shop.ts";
import { type DeliverWebhooksOptions, deliverWebhooks, type WebhookDelivery } from "./webhook-delivery.ts";
import { webhookPayload } from "./webhook-payload.ts";
import { createWebhookQueue, type PendingWebhook } from "./webhook-queue.ts";
import { createWebhookRegistry, type WebhookRecord } from "./webhook-registry.ts";

/** A WooCommerce shop in memory: a `Request -> Response` function with controls. */
export interface FakeWooCommerce extends ShopControls, Faults {
  /** Answers a request by its path; its host does not matter. Rejects only when the request is aborted. */
  handle(request: Request): Promise<Response>;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** For a server whose port is known only after it started. */
  setBaseUrl(baseUrl: string): void;
  /** Creates a webhook as a manager would on the admin screen, with its ping. */
  addWebhook(webhook: { topic: string; deliveryUrl: string; secret?: string; name?: string }): WebhookRecord;
  /** The webhooks with what REST does not tell: secrets and failure counts. Copies. */
  webhooks(): WebhookRecord[];
  /** What the shop's scheduler has still to send. */
  pendingWebhooks(): PendingWebhook[];
  /** Runs the scheduler once and tells what was sent. What failed is lost. */
  deliverWebhooks(options: DeliverWebhooksOptions): Promise<WebhookDelivery[]>;
  /** The owner of the webhooks loses the right to read orders: from now on bodies are signed errors. The API key is not affected. */
  loseRights(): void;
  regainRights(): void;
  /** The latest requests, with what was answered. */
  requests(): LoggedRequest[];
  clearRequests(): void;
}

/** A secret as WooCommerce generates them: 50 characters, with quotes and backticks among them. */
const defaultSecret = "8f\"K`z'[p%2}Q~w;R)x!m|T:G6<y>v#J{c^N*e?H(b$L=d-S@u";

/** Makes a fake shop. It shares nothing with another one. */
export function createFakeWooCommerce(options: FakeWooCommerceOptions = {}): FakeWooCommerce {
  const clock = options.clock ?? { now: () => Date.now() };
  const recordingsDirectory = options.recordings ?? wooCommerceRecordingsDirectory();
  const timeZone = options.timeZone ?? options.shop?.timeZone ?? recordedTimeZone;
  const renderContext: RenderContext | null =
    options.shop === undefined
      ? null
      : {
          timeZone,
          orderCurrency: options.orderCurrency ?? "buyer",
          trackingSource: options.trackingSource ?? "mixed",
          ids: derivedIds(options.shop),
        };
  const store =
    options.shop !== undefined && renderContext !== null
      ? storeFromShop(options.shop, renderContext)
      : storeFromRecordings(recordingsDirectory);
  const stored = [...store.orders.values()];
  const hasMeta = (key: string): boolean => stored.some(({ order }) => order.meta_data.some((meta) => meta.key === key));
  let baseUrl = withoutSlash(options.baseUrl ?? (renderContext === null ? recordedBaseUrl : "https://shop.example.test"));
  let ownerLostRights = false;
  const webhooks = createWebhookRegistry({ now: clock.now, timeZone, defaultSecret: options.webhookSecret ?? defaultSecret });
  const queue = createWebhookQueue(webhooks);
  const site: Site = {
    store,
    webhooks,
    queue,
    renderContext,
    timeZone,
    rights: options.rights ?? "manager",
    fulfillmentsEnabled: options.fulfillmentsEnabled ?? stored.some((each) => each.fulfillments.length > 0),
    shipmentTrackingInstalled: hasMeta("_wc_shipment_tracking_items"),
    askonceInstalled: stored.some(({ order }) => order.askonce !== undefined),
    recordingsDirectory,
    now: clock.now,
    baseUrl: () => baseUrl,
  };
  const consumerKey = options.consumerKey ?? `ck_${"0".repeat(40)}`;
  const consumerSecret = options.consumerSecret ?? `cs_${"0".repeat(40)}`;
  const authentication = createAuthentication(
    {
      consumerKey,
      consumerSecret,
      permission: options.permission ?? "read_write",
      authorizationHeaderStripped: options.authorizationHeaderStripped ?? false,
    },
    { isHttps: () => options.treatAsHttps ?? baseUrl.startsWith("https:"), baseUrl: () => baseUrl, now: clock.now },
  );
  const { apply, ...faults } = createFaultQueue();
  const log = createRequestLog();
  const delay = options.delay ?? ((durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs)));

  async function answer(request: Request, url: URL): Promise<Response> {
    const path = restPath(url, baseUrl);
    if (path === null) return answerPage(url, baseUrl, options.productImage ?? productImage);
    if (options.latencyMs !== undefined && options.latencyMs > 0) await delay(options.latencyMs);
    return apply(request, () => answerRest(request, url, path, site, authentication));
  }

  return {
    ...createControls(site),
    ...faults,
    consumerKey,
    consumerSecret,
    get baseUrl() {
      return baseUrl;
    },
    setBaseUrl(url) {
      baseUrl = withoutSlash(url);
    },
    async handle(request) {
      const url = new URL(request.url);
      let status = 0;
      try {
        const response = await answer(request, url);
        status = response.status;
        return response;
      } finally {
        log.add(request.method, url, status);
      }
    },
    addWebhook(given) {
      const record = webhooks.add(given);
      queue.ping(record);
      return { ...record };
    },
    webhooks: () => webhooks.list().map((record) => ({ ...record })),
    pendingWebhooks: () => queue.pending(),
    deliverWebhooks: (deliver) =>
      deliverWebhooks(
        {
          registry: webhooks,
          queue,
          now: clock.now,
          baseUrl: () => baseUrl,
          payload: (topic, argument) => webhookPayload(site, topic, argument, ownerLostRights),
        },
        deliver,
      ),
    loseRights() {
      ownerLostRights = true;
    },
    regainRights() {
      ownerLostRights = false;
    },
    requests: () => log.list(),
    clearRequests: () => log.clear(),
  };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
