import type { CarrierAdapterV1 } from "@askonce/spec";
import type { CarrierConfig } from "../config/config.ts";
import type { Terminal } from "../output/terminal.ts";

/**
 * Makes a courier's adapter from its configuration; one of your own stays as it is. Only the adapter that is asked for is loaded.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` naming the fields
 */
export async function makeCarrier(config: CarrierConfig, terminal: Terminal): Promise<CarrierAdapterV1> {
  if (!("adapter" in config)) return config;
  const { adapter: _, ...options } = config;
  terminal.hide(options.password);
  const { sameday } = await import("@askonce/sameday");
  return sameday(options);
}
