import { defineConfig } from "tsup";
import { libraryBuild } from "../../tsup.base.ts";

export default defineConfig(
  libraryBuild({
    index: "src/index.ts",
    "woocommerce/index": "src/woocommerce/index.ts",
    "shopify/index": "src/shopify/index.ts",
    "storefront/index": "src/storefront/index.ts",
    "carrier/index": "src/carrier/index.ts",
    "courier/index": "src/courier/index.ts",
    "shop-data/index": "src/shop-data/index.ts",
    "storage/index": "src/storage/index.ts",
    "postgres/index": "src/postgres/index.ts",
    server: "src/server.ts",
  }),
);
