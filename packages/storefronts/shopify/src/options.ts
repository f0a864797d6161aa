import { parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";
import { isEndpointAllowed, readShop } from "./access/shop-address.ts";

/** The options of {@link shopify}, as data: set-up screens and `.env.example` are made from it. */
export const shopifyOptionsSchema = z
  .strictObject({
    /** The adapter's id, first part of every reference it makes. Give each shop its own when one process serves several. */
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .default("shopify"),
    /** `example.myshopify.com`, its URL, its admin URL, or the loopback URL of a simulator. */
    shop: z.string().refine((shop) => readShop(shop) !== null, "must be a myshopify.com domain or a loopback URL"),
    /** Where requests go instead of the shop's own domain: an https URL, or http on loopback. */
    endpoint: z.url().refine(isEndpointAllowed, "must be https, or http on loopback").optional(),
    /** An Admin API access token that does not expire. Either this or `credentials`. */
    accessToken: secretText().optional(),
    /** Client id and secret of the merchant's own app, for the client credentials grant. */
    credentials: z.strictObject({ apiKey: z.string().min(1), apiSecret: secretText() }).optional(),
    /** Secrets that webhooks are signed with: the app's API secret, more than one while it is rotated. Default: `credentials.apiSecret`. */
    webhookSecrets: z.array(secretText()).optional(),
    /** The Admin API version. */
    apiVersion: z
      .string()
      .regex(/^20\d\d-(01|04|07|10)$/)
      .default("2026-10"),
    /** For one try, in milliseconds. */
    timeoutMs: z.int().min(50).max(120_000).default(10_000),
    /** ISO 3166-1 alpha-2 of the shop, to complete phone numbers written without a country code. */
    countryCode: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    /** How long an order counts as fresh, in milliseconds. */
    freshForMs: z.int().nonnegative().optional(),
    /** Most orders on a page of `changes.list`. A page that costs too much is asked for again with half of them. */
    changesPageSize: z.int().min(1).max(50).default(25),
  })
  .refine((options) => (options.accessToken === undefined) !== (options.credentials === undefined), {
    path: ["accessToken"],
    message: "exactly one of accessToken and credentials is needed",
  });

export type ShopifyOptions = z.input<typeof shopifyOptionsSchema>;
export type ParsedShopifyOptions = z.output<typeof shopifyOptionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readShopifyOptions(options: ShopifyOptions): ParsedShopifyOptions {
  return parseOptions("@askonce/shopify", shopifyOptionsSchema, options);
}
