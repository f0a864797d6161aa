import type { FakeShop } from "../shop-data/shop.ts";
import type { TrackingChoice } from "./tracking/tracking-source.ts";

/** How a fake WooCommerce is set up. Everything has a default: `createFakeWooCommerce()` is the recorded shop. */
export interface FakeWooCommerceOptions {
  /** Renders this neutral shop. Without it the recorded shop is served. */
  shop?: FakeShop;
  /** Another folder of recordings, laid out like this package's `data/woocommerce`. Not used together with `shop`. */
  recordings?: string;
  /**
   * Where the shop believes to live; its scheme decides which authentication works. Default `https://shop.example.test` for a rendered shop
   * and the recorded `https://127.0.0.1:8843` otherwise. {@link FakeWooCommerce.setBaseUrl} changes it later.
   */
  baseUrl?: string;
  /** Takes an `http://` base URL for https, as a plain server behind a proxy that ends TLS does. Default `false`. */
  treatAsHttps?: boolean;
  /** Default `ck_` and 40 zeros. */
  consumerKey?: string;
  /** Default `cs_` and 40 zeros. */
  consumerSecret?: string;
  /** What the key may do. Default `read_write`. */
  permission?: "read" | "write" | "read_write";
  /** What the key's user may do: `manager` everything, `orderReader` only read orders and customers. Default `manager`. */
  rights?: "manager" | "orderReader";
  /** Default `false`; `true` is a host that drops the `Authorization` header, where only keys in the query work. */
  authorizationHeaderStripped?: boolean;
  /** Secret of webhooks that are created without one. Default one with characters that need care, as WooCommerce makes them. */
  webhookSecret?: string;
  /** The site's clock: an IANA name or an offset (`+02:00`). Default the shop's, or `Europe/Bucharest` for the recordings. */
  timeZone?: string;
  /** Which plugin keeps the parcels. Default `mixed`. */
  trackingSource?: TrackingChoice;
  /** Whether WooCommerce's own fulfillments are switched on. Default: when some order uses them. */
  fulfillmentsEnabled?: boolean;
  /**
   * In which currency an order with a presentment currency is kept. `buyer` (default) is what multi-currency plugins do: the order knows
   * only what the buyer saw. `shop` keeps the neutral order's own amounts, to compare storefronts.
   */
  orderCurrency?: "buyer" | "shop";
  /** The SVG served at `/images/<sku>.svg`. Default the picture of the generated shop. */
  productImage?: (sku: string) => string;
  /** How long every answer takes; default 0. */
  latencyMs?: number;
  /** How to wait for `latencyMs`; default a real timer. */
  delay?: (durationMs: number) => Promise<void>;
  /** Default the system's clock. */
  clock?: { now(): number };
}
