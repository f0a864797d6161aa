import type { AskonceConfig } from "./config.ts";

/**
 * Gives back what it is given, for the sake of its type. `import type { AskonceConfig } from "askonce"` with `satisfies` does the same
 * without the package being installed beside the configuration.
 */
export function defineConfig(config: AskonceConfig): AskonceConfig {
  return config;
}
