export type { AskonceConfig, CarrierConfig, DeliveryConfig, ShopConfig, StorefrontConfig } from "./config/config.ts";
export { defineConfig } from "./config/define-config.ts";
