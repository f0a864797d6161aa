import {
  type AdapterContext,
  AskonceError,
  type CallPriority,
  parseSourceRef,
  type SourceRef,
  type StorefrontAdapterV1,
} from "@askonce/spec";
import type { Platform } from "../platform/platform.ts";

const defaultFreshForMs = 5 * 60_000;

/** The connected storefronts of one instance. The core never looks at which vendor it is. */
export interface Storefronts {
  all: readonly StorefrontAdapterV1[];
  /** @throws AskonceError `STOREFRONT_NOT_FOUND` */
  get(adapterId: string): StorefrontAdapterV1;
  /** The storefront that knows a reference; `null` when it is not connected any more. */
  of(ref: SourceRef): StorefrontAdapterV1 | null;
  freshForMs(ref: SourceRef): number;
  /** What a call to an adapter gets as its last argument. */
  context(priority: CallPriority, signal: AbortSignal): AdapterContext;
}

export function createStorefronts(adapters: readonly StorefrontAdapterV1[], platform: Platform): Storefronts {
  const byId = new Map<string, StorefrontAdapterV1>();
  for (const adapter of adapters) {
    if (adapter.specVersion !== "v1") {
      throw new AskonceError("SPEC_VERSION_UNSUPPORTED", {
        message: `Storefront ${String(adapter.id)} was made for another version of the port`,
      });
    }
    if (!/^[a-z][a-z0-9-]{0,59}$/.test(adapter.id)) {
      throw new AskonceError("CONFIGURATION_INVALID", { message: "A storefront's id is kebab-case and starts with a letter" });
    }
    if (byId.has(adapter.id)) {
      throw new AskonceError("CONFIGURATION_INVALID", {
        message: `Two storefronts have the id ${adapter.id}; give one of them another id`,
      });
    }
    byId.set(adapter.id, adapter);
  }
  const of = (ref: SourceRef) => byId.get(parseSourceRef(ref)?.adapterId ?? "") ?? null;
  return {
    all: [...byId.values()],
    get(adapterId) {
      const adapter = byId.get(adapterId);
      if (!adapter) throw new AskonceError("STOREFRONT_NOT_FOUND");
      return adapter;
    },
    of,
    freshForMs: (ref) => of(ref)?.freshForMs ?? defaultFreshForMs,
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
