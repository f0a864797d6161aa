import type { BeforeHooks } from "../events/before-hooks.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";

/** What the commands on tickets are made of. */
export interface TicketServices {
  store: Store;
  platform: Platform;
  hooks: BeforeHooks;
}
