import { randomBytes } from "node:crypto";
import type { Clock, StorefrontAdapterV1 } from "@askonce/spec";
import type { FakeOrder } from "@askonce/testkit/shop-data";
import type { DataFolder, ShopName } from "./data-folder.ts";
import { serveAgain } from "./serve-again.ts";

/** A fake shop that runs, with the adapter that is connected to it. */
export interface RunningShop {
  name: ShopName;
  url: string;
  storefront: StorefrontAdapterV1;
  /** Whether the shop's own system shows each scan of this parcel. */
  isFollowed(order: FakeOrder, parcelIndex: number): boolean;
  /** The order has changed; its last parcel event, of this parcel, is new. */
  announce(order: FakeOrder, parcelIndex: number): void;
  /** Sends the webhooks that wait. */
  deliver(baseUrl: string): Promise<void>;
  close(): Promise<void>;
}

const requestsPerSecond = 200;

export async function startShops(folder: DataFolder, clock: Clock): Promise<Record<ShopName, RunningShop>> {
  // Not on the demo's clock: WooCommerce's own client signs with the machine's, and a signature from another day is refused.
  const woocommerce = await startWooCommerce(folder);
  const shopify = await startShopify(folder, clock);
  return { woocommerce, shopify };
}

async function startWooCommerce({ shops, state }: DataFolder): Promise<RunningShop> {
  const [{ createFakeWooCommerce }, { woocommerce }] = await Promise.all([
    import("@askonce/testkit/woocommerce"),
    import("@askonce/woocommerce"),
  ]);
  const secret = randomBytes(24).toString("base64url");
  // Every fourth order is from before the shop installed the askonce plugin: its parcels have a number and no scans.
  const hasPlugin = (order: FakeOrder) => order.id % 4 !== 0;
  const ofCourier = new Set(state.courier.parcels.map((parcel) => parcel.trackingNumber));
  const shop = createFakeWooCommerce({
    shop: shops.woocommerce,
    trackingSource: (order) => (hasPlugin(order) ? "askonce" : "wc-shipment-tracking"),
  });
  const server = await serveAgain((request) => shop.handle(request), state.ports.woocommerce);
  shop.setBaseUrl(server.url);
  let registered = false;
  return {
    name: "woocommerce",
    url: server.url,
    storefront: woocommerce({
      url: server.url,
      consumerKey: shop.consumerKey,
      consumerSecret: shop.consumerSecret,
      webhookSecrets: [secret],
      countryCode: "RO",
      ratePerSecond: requestsPerSecond,
    }),
    // Of a parcel that the courier can be asked about the shop knows no more than the label.
    isFollowed: (order, parcelIndex) => hasPlugin(order) && !ofCourier.has(order.parcels[parcelIndex]?.trackingNumber ?? ""),
    announce: (order) => shop.updateShopOrder(order.id, () => order),
    async deliver(baseUrl) {
      if (!registered) {
        const deliveryUrl = `${baseUrl}/api/v1/webhooks/woocommerce`;
        for (const topic of ["order.created", "order.updated", "order.deleted", "order.restored"])
          shop.addWebhook({ topic, deliveryUrl, secret });
        registered = true;
      }
      await shop.deliverWebhooks({ fetch });
    },
    close: () => server.close(),
  };
}

const shopifyWords = {
  labelCreated: "LABEL_PRINTED",
  pickedUp: "CARRIER_PICKED_UP",
  inTransit: "IN_TRANSIT",
  outForDelivery: "OUT_FOR_DELIVERY",
  attemptFailed: "ATTEMPTED_DELIVERY",
  readyForPickup: "READY_FOR_PICKUP",
  delivered: "DELIVERED",
  delayed: "DELAYED",
  failed: "FAILURE",
} as const;

async function startShopify({ shops, state }: DataFolder, clock: Clock): Promise<RunningShop> {
  const [{ createShopifySimulator, isSupportedTrackingCompany }, { shopify }, { productImage }] = await Promise.all([
    import("@askonce/testkit/shopify"),
    import("@askonce/shopify"),
    import("@askonce/testkit/shop-data"),
  ]);
  const apiSecret = randomBytes(24).toString("base64url");
  const shop = createShopifySimulator({
    shop: shops.shopify,
    shopDomain: "bottega-chiara.myshopify.com",
    apiSecret,
    clock,
    bucket: { maximumAvailable: 20_000, restoreRate: 10_000 },
    productImage: (sku) => productImage(sku),
  });
  const server = await serveAgain((request) => shop.handle(request), state.ports.shopify);
  return {
    name: "shopify",
    url: server.url,
    storefront: shopify({
      shop: shop.domain,
      endpoint: server.url,
      accessToken: shop.accessToken,
      webhookSecrets: [apiSecret],
      countryCode: "IT",
    }),
    isFollowed: (order, parcelIndex) => isSupportedTrackingCompany(order.parcels[parcelIndex]?.carrier ?? ""),
    announce(order, parcelIndex) {
      const fulfillmentId = shop.orderOf(order.id)?.fulfillmentIds[parcelIndex];
      const event = order.parcels[parcelIndex]?.events.at(-1);
      if (fulfillmentId === undefined || event === undefined) return;
      shop.addFulfillmentEvent(fulfillmentId, {
        status: shopifyWords[event.status],
        happenedAt: event.at,
        message: event.text,
        city: event.city,
        country: event.countryCode,
      });
    },
    async deliver(baseUrl) {
      await shop.deliverWebhooks({ fetch, url: `${baseUrl}/api/v1/webhooks/shopify` });
    },
    close: () => server.close(),
  };
}
