import type { Askonce } from "@askonce/core";
import type { StorefrontAdapterV1 } from "@askonce/spec";
import type { StorefrontConfig } from "../config/config.ts";
import type { Terminal } from "../output/terminal.ts";
import { makeStorefront } from "../storefront/make-storefront.ts";

/** An instance that forgets everything, for one look at one storefront. */
export async function openMemoryInstance(
  storefront: StorefrontConfig,
  options: { countryCode?: string },
  terminal: Terminal,
): Promise<{ askonce: Askonce; storefronts: StorefrontAdapterV1[] }> {
  const [{ createAskonce }, { sqlite }, adapter] = await Promise.all([
    import("@askonce/core"),
    import("@askonce/sqlite"),
    makeStorefront(storefront, options.countryCode, terminal),
  ]);
  const askonce = createAskonce({ storage: sqlite(":memory:"), storefronts: [adapter], shop: options });
  return { askonce, storefronts: [adapter] };
}
