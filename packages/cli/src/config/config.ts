import type { AskonceOptions } from "@askonce/core";
import type { SamedayOptions } from "@askonce/sameday";
import type { ShopifyOptions } from "@askonce/shopify";
import type { CarrierAdapterV1, StorefrontAdapterV1 } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import type { WooCommerceOptions } from "@askonce/woocommerce";

/** Values that come from the environment may be missing; which ones, the adapter's own check says. */
type FromEnvironment<Options, Secrets extends keyof Options> = Omit<Options, Secrets> & { [Key in Secrets]?: Options[Key] | undefined };

export type ShopConfig = NonNullable<AskonceOptions["shop"]>;

/** A storefront as data, or an adapter of your own. Empty secrets in `webhookSecrets` are left out. */
export type StorefrontConfig =
  | ({ adapter: "woocommerce" } & Omit<FromEnvironment<WooCommerceOptions, "consumerKey" | "consumerSecret">, "webhookSecrets"> & {
        webhookSecrets?: readonly (string | undefined)[];
      })
  | ({ adapter: "shopify" } & Omit<FromEnvironment<ShopifyOptions, "accessToken">, "webhookSecrets"> & {
        webhookSecrets?: readonly (string | undefined)[];
      })
  | StorefrontAdapterV1;

/** A courier as data, or the adapter that another courier's package makes. */
export type CarrierConfig = ({ adapter: "sameday" } & FromEnvironment<SamedayOptions, "username" | "password">) | CarrierAdapterV1;

export type DeliveryConfig = NonNullable<AskonceOptions["delivery"]>;

/** What `askonce.config.ts` exports as its default. Everything has a default. */
export interface AskonceConfig {
  shop?: ShopConfig;
  storefronts?: readonly StorefrontConfig[];
  /** Couriers and aggregators that are asked where parcels are. Default: only what the storefronts know is known. */
  carriers?: readonly CarrierConfig[];
  /** What the shop promises, where it sends from, and when a problem counts as one. */
  delivery?: DeliveryConfig;
  /**
   * A SQLite file, relative to the configuration; the `postgres://` address of a database (with `@askonce/postgres` installed); or a storage of
   * your own. Default `.askonce/askonce.db`.
   */
  storage?: string | StorageV1;
  /** Secrets for signed customer identity tokens, the signing one first. Empty ones are left out. */
  identity?: { secrets: readonly (string | undefined)[] };
  /** How often changes that no webhook told are looked for, in milliseconds. Default 600000. */
  reconcileEveryMs?: number;
}
