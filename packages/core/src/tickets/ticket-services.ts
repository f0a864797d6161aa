import type { BeforeHooks } from "../events/before-hooks.ts";
import type { Platform } from "../platform/platform.ts";
import type { Gate } from "../questions/gate.ts";
import type { Store } from "../storage/store.ts";

/** What the commands on tickets are made of. */
export interface TicketServices {
  store: Store;
  platform: Platform;
  hooks: BeforeHooks;
  /** What every reply goes through. */
  gate: Gate;
  /** The couriers' names by which they are recognized in what people write. */
  carrierNames: readonly string[];
}
