import { parseOptions, secretText } from "@askonce/adapter-kit";
import { orderStatusSchema } from "@askonce/spec";
import * as z from "zod";
import type { WooTransport } from "./transport/woo-transport.ts";

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const wooCommerceOptionsSchema = z
  .strictObject({
    /** First part of every reference the adapter makes. Kebab-case; give each shop its own when there are several. Default `woocommerce`. */
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .max(60)
      .default("woocommerce"),
    /** Where the shop lives, with the folder if there is one: `https://shop.example`, `https://example.com/shop`. Without `wp-json`. */
    url: z.url({ protocol: /^https?$/ }).refine(isPlainAddress),
    /** `ck_…`, from WooCommerce → Settings → Advanced → REST API. */
    consumerKey: secretText(),
    /** `cs_…` */
    consumerSecret: secretText(),
    /** Any of them may have signed a webhook, so that a secret can be exchanged without a gap. Without one, webhooks are not received. */
    webhookSecrets: z.array(secretText()).max(10).default([]),
    /**
     * How the keys are sent. `auto` (default): over https in the `Authorization` header, and in the query for hosts that drop that header;
     * over http as OAuth 1.0a signatures. `query` puts the keys into the server's access log.
     */
    auth: z.enum(["auto", "basic", "query", "oauth1"]).default("auto"),
    /** For one request, in milliseconds, up to 120000. Default 10000. */
    timeoutMs: z.int().min(1).max(120_000).default(10_000),
    /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 5: most shops are small servers. */
    ratePerSecond: z.number().positive().max(1000).default(5),
    /** What custom order statuses mean, by their slug without `wc-`: `{ "awaiting-pickup": "open" }`. */
    statusMap: z.record(z.string(), orderStatusSchema).default({}),
    /** ISO 3166-1 alpha-2. Completes phone numbers that are written without a country, when the address has no country either. */
    countryCode: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    /** How long an order counts as fresh, in milliseconds. Default the instance's. */
    freshForMs: z.int().nonnegative().optional(),
    /** Orders on one page of `changes.list`, 1 to 100. Default 100; fewer for a shop that runs into time limits. */
    changesPageSize: z.int().min(1).max(100).default(100),
    /** What sends the requests, instead of the official client. */
    transport: z.custom<WooTransport>((value) => typeof value === "object" && value !== null && "send" in value).optional(),
  })
  .refine(({ auth, url }) => auth === "auto" || (auth === "oauth1") === url.startsWith("http:"), { path: ["auth"] });

export type WooCommerceOptions = z.input<typeof wooCommerceOptionsSchema>;
export type WooCommerceSettings = z.output<typeof wooCommerceOptionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: WooCommerceOptions): WooCommerceSettings {
  const settings = parseOptions("woocommerce", wooCommerceOptionsSchema, options);
  return { ...settings, url: settings.url.replace(/\/+$/, "") };
}

/** Keys in the address would end up in links and logs; a query or fragment would be lost when paths are added. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}
