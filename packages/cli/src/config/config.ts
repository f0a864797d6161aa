import type { AskonceOptions } from "@askonce/core";
import type { SamedayOptions } from "@askonce/sameday";
import type { ShopifyOptions } from "@askonce/shopify";
import type { CarrierAdapterV1, FilesV1, StorefrontAdapterV1 } from "@askonce/spec";
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
export type GuardConfig = NonNullable<AskonceOptions["guard"]>;
export type OutreachConfig = NonNullable<AskonceOptions["outreach"]>;

/** Secrets of signed identity tokens, the signing one first, and how one-time codes are sent. Empty secrets are left out. */
export interface IdentityConfig {
  secrets: readonly (string | undefined)[];
  /** Sends a one-time code by e-mail or text message. Default: none is sent. */
  sendCode?: NonNullable<NonNullable<AskonceOptions["identity"]>["sendCode"]>;
}

/** Keys that packets are signed with, the signing one first. Those with an empty secret are left out. */
export interface PacketsConfig {
  keys: readonly { id: string; secret: string | undefined }[];
}

/** A directory of this machine for photos. Without a secret they are refused. */
export interface LocalFilesConfig {
  /** Relative to the configuration. Default `.askonce/files`. */
  directory?: string;
  /** Signs the links to photos; at least 32 characters. */
  secret: string | undefined;
  /** What links begin with. Default `/api/v1/files`, where `askonce dev` serves them. */
  baseUrl?: string;
}

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
  identity?: IdentityConfig;
  /** Watches replies for questions whose answer is known. Default: whoever writes is warned. */
  guard?: GuardConfig;
  /** Default: no packets are made, and hand-overs stay inside. */
  packets?: PacketsConfig;
  /** Where photos of problems are kept: a directory, or a place of your own. Default: photos are refused. */
  files?: LocalFilesConfig | FilesV1;
  /** Tells customers of problems before they ask. Default: nobody is written to. */
  outreach?: OutreachConfig;
  /** Makes a PDF of a courier claim; `claimPacketPdf` of `@askonce/claim-packet` does. Default: claims are JSON only. */
  claimDocument?: NonNullable<AskonceOptions["claimDocument"]>;
  /** How often changes that no webhook told are looked for, in milliseconds. Default 600000. */
  reconcileEveryMs?: number;
}
