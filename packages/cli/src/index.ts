export type {
  AskonceConfig,
  CarrierConfig,
  DeliveryConfig,
  GuardConfig,
  IdentityConfig,
  LocalFilesConfig,
  OutreachConfig,
  PacketsConfig,
  ShopConfig,
  StorefrontConfig,
} from "./config/config.ts";
export { defineConfig } from "./config/define-config.ts";
