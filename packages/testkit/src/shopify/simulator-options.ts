import type { FakeShop } from "../shop-data/shop.ts";
import type { ProtectedContent } from "./access-table.ts";
import type { BucketSize } from "./bucket.ts";
import type { AdminVersion } from "./introspection.ts";

/** What a simulated shop is made of. Only `shop` is required. */
export interface ShopifySimulatorOptions {
  /** The data, shared with the other fake storefronts. It is copied; the simulator never changes it. */
  shop: FakeShop;
  /** Default `askonce-test.myshopify.com`. Requests are told apart by path only, so any host may serve it. */
  shopDomain?: string;
  /**
   * Access tokens and their scopes. A write scope includes its read scope. Default: `shpat_simulated` with
   * {@link defaultScopes}.
   */
  accessTokens?: Readonly<Record<string, readonly string[]>>;
  /** Client id of the app, for the token endpoint. Default `simulated-key`. */
  apiKey?: string;
  /** Secret of the app: signs webhooks, guards the token endpoint. Default `simulated-secret`. */
  apiSecret?: string;
  /** Scopes of the tokens the token endpoint hands out. Default {@link defaultScopes}. */
  scopes?: readonly string[];
  /**
   * Epoch milliseconds. Default: a clock that starts at `shop.now` and runs on, so that the data is as old as it was made to be.
   */
  clock?: { now(): number };
  /** The newest version the shop speaks, and the one its webhooks carry. Default `2026-10`. */
  apiVersion?: AdminVersion;
  /**
   * Kinds of protected customer data the app is approved for; others come back `null` with ACCESS_DENIED, and `null` in webhooks.
   * A field that the schema says is never `null`, such as `Customer.displayName`, takes its whole object with it. Default `true`: all.
   */
  protectedDataApproved?: boolean | readonly ProtectedContent[];
  /** Default 2,000 points and 100 per second, as on Shopify Standard. */
  bucket?: BucketSize;
  /** Gives every object an id above 2^53. Default `false`: only the newest order has one. */
  largeIds?: boolean;
  /** Milliseconds for which a bulk operation says RUNNING; default 0. */
  bulkDurationMs?: number;
  /** Awaited before a request is answered. */
  latency?: (request: Request) => Promise<void> | void;
  /** SVG of a product, served at `/images/<sku>.svg`. Without it those answer 404. */
  productImage?: (sku: string) => string;
}

/** Scopes of a customer service app that reads everything and may act. */
export const defaultScopes: readonly string[] = [
  "read_all_orders",
  "read_orders",
  "write_orders",
  "read_customers",
  "write_customers",
  "read_fulfillments",
  "write_fulfillments",
  "read_returns",
  "write_returns",
];

export const defaultAccessToken = "shpat_simulated";
export const defaultShopDomain = "askonce-test.myshopify.com";
