import type { Clock, Logger } from "@askonce/spec";
import { createIdFactory, type IdPrefix } from "./ids.ts";

/** What the services need from the world around them. One for each instance; nothing is global. */
export interface Platform {
  clock: Clock;
  logger: Logger;
  fetch: typeof globalThis.fetch;
  createId: (prefix: IdPrefix) => string;
}

export function createPlatform(clock: Clock, logger: Logger, fetch: typeof globalThis.fetch): Platform {
  return { clock, logger, fetch, createId: createIdFactory(clock) };
}
