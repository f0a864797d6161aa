import { type AdapterContext, AskonceError, type CallPriority, type CarrierAdapterV1, foldText } from "@askonce/spec";
import type { Platform } from "../platform/platform.ts";

/** The connected couriers and aggregators of one instance. The core never looks at which vendor it is. */
export interface Carriers {
  all: readonly CarrierAdapterV1[];
  get(carrierId: string): CarrierAdapterV1 | null;
  /**
   * Who can be asked about a parcel of this courier: the courier's own adapter, or else the aggregators. A courier that nobody names is asked
   * of the aggregators only: the shape of a number is no reason to ask anybody.
   */
  forCarrierName(name: string | null): readonly CarrierAdapterV1[];
  /** What a call to an adapter gets as its last argument. */
  context(priority: CallPriority, signal: AbortSignal): AdapterContext;
}

export function createCarriers(adapters: readonly CarrierAdapterV1[], platform: Platform, taken: ReadonlySet<string>): Carriers {
  const byId = new Map<string, CarrierAdapterV1>();
  for (const adapter of adapters) {
    if (adapter.specVersion !== "v1") {
      throw new AskonceError("SPEC_VERSION_UNSUPPORTED", {
        message: `Carrier ${String(adapter.id)} was made for another version of the port`,
      });
    }
    if (!/^[a-z][a-z0-9-]{0,59}$/.test(adapter.id)) {
      throw new AskonceError("CONFIGURATION_INVALID", { message: "A carrier's id is kebab-case and starts with a letter" });
    }
    if (byId.has(adapter.id) || taken.has(adapter.id)) {
      throw new AskonceError("CONFIGURATION_INVALID", { message: `Two adapters have the id ${adapter.id}; give one of them another id` });
    }
    byId.set(adapter.id, adapter);
  }
  const all = [...byId.values()];
  const aggregators = all.filter((adapter) => adapter.carrierNames.length === 0);
  const remembered = new Map<string, readonly CarrierAdapterV1[]>();
  const find = (name: string): readonly CarrierAdapterV1[] => {
    const words = ` ${foldText(name)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
    const own = all.filter((adapter) => adapter.carrierNames.some((one) => words.includes(` ${foldText(one)} `)));
    return own.length > 0 ? own : aggregators;
  };
  return {
    all,
    get: (carrierId) => byId.get(carrierId) ?? null,
    forCarrierName(name) {
      if (name === null) return aggregators;
      const known = remembered.get(name) ?? find(name);
      // Names are free text of shops: what is remembered stays small.
      if (remembered.size > 1000) remembered.clear();
      remembered.set(name, known);
      return known;
    },
    context: (priority, signal) => ({
      signal,
      priority,
      logger: platform.logger,
      clock: platform.clock,
      fetch: platform.fetch,
      idempotencyKey: platform.createId("req"),
    }),
  };
}
