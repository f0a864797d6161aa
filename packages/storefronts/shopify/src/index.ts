export type { ShopifyOptions } from "./options.ts";
export { shopifyOptionsSchema } from "./options.ts";
export { shopify } from "./shopify.ts";
