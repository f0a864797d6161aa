import type { CommandTools } from "../command.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { untilStopped } from "../server/until-stopped.ts";
import { courierNames, isCourierName } from "./courier-names.ts";
import { type Served, serve } from "./serve.ts";
import { serveCourier } from "./serve-courier.ts";
import { openShopData, type ShopData } from "./shop-data.ts";

export interface FakeOptions {
  port: number;
  data?: string;
  orders: number;
  seed: number;
  /** For a courier: simulated minutes in a second. */
  speed?: number;
}

/** Serves a fake storefront or courier on loopback until it is stopped. */
export async function fake(adapter: string, options: FakeOptions, { terminal }: CommandTools): Promise<void> {
  const stopped = untilStopped();
  const served = isCourierName(adapter) ? await serveCourier(adapter, options) : await serveShop(adapter, options);
  for (const line of served.lines) terminal.print(line);
  terminal.print(`ready ${served.url}`);
  await stopped;
  await served.close();
}

async function serveShop(adapter: string, options: FakeOptions): Promise<Served> {
  if (adapter !== "woocommerce" && adapter !== "shopify") {
    const names = ["woocommerce", "shopify", ...courierNames].join(", ");
    throw new CommandError("unknownAdapter", { names }, exitCodes.usage);
  }
  const data = await openShopData(options.data, { ...options, adapter });
  return adapter === "woocommerce" ? serveWooCommerce(data, options.port) : serveShopify(data, options.port);
}

async function serveWooCommerce(data: ShopData, port: number): Promise<Served> {
  const { createFakeWooCommerce } = await import("@askonce/testkit/woocommerce");
  const shop = createFakeWooCommerce(data.kind === "shop" ? { shop: data.shop } : { recordings: data.folder });
  const server = await serve((request) => shop.handle(request), port);
  shop.setBaseUrl(server.url);
  // Webhooks that were created over REST are delivered as the shop's scheduler would.
  const delivering = setInterval(() => void shop.deliverWebhooks({ fetch }), 1000);
  const number = shop.orders.list().at(-1)?.number ?? "1";
  return {
    url: server.url,
    lines: [
      `consumer key: ${shop.consumerKey}`,
      `consumer secret: ${shop.consumerSecret}`,
      `try: askonce lookup --woocommerce ${server.url} --key ${shop.consumerKey} --secret ${shop.consumerSecret} --number ${number}`,
    ],
    async close() {
      clearInterval(delivering);
      await server.close();
    },
  };
}

async function serveShopify(data: ShopData, port: number): Promise<Served> {
  if (data.kind !== "shop") throw new CommandError("recordingsOnlyWooCommerce", { folder: data.folder }, exitCodes.usage);
  const [{ createShopifySimulator }, { productImage }] = await Promise.all([
    import("@askonce/testkit/shopify"),
    import("@askonce/testkit/shop-data"),
  ]);
  // The real time: a simulator whose clock stood still would look like a machine with a wrong clock.
  const shop = createShopifySimulator({ shop: data.shop, clock: { now: () => Date.now() }, productImage: (sku) => productImage(sku) });
  const server = await serve((request) => shop.handle(request), port);
  const number = shop.orders().at(-1)?.name.replace(/^#/, "") ?? "1";
  return {
    url: server.url,
    lines: [
      `access token: ${shop.accessToken}`,
      `webhooks are signed with: ${shop.apiSecret}`,
      `try: askonce lookup --shopify ${server.url} --token ${shop.accessToken} --number ${number}`,
    ],
    close: () => server.close(),
  };
}
