export { type WooCommerceOptions, wooCommerceOptionsSchema } from "./options.ts";
export type { WooRequest, WooResponse, WooTransport } from "./transport/woo-transport.ts";
export { woocommerce } from "./woocommerce.ts";
