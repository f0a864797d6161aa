import type { Clock, Logger } from "@askonce/spec";
import { createTelemetry, type Telemetry } from "../telemetry/telemetry.ts";
import { version } from "../version.ts";
import { createIdFactory, type IdPrefix } from "./ids.ts";

/** What the services need from the world around them. One for each instance; nothing is global. */
export interface Platform {
  clock: Clock;
  logger: Logger;
  fetch: typeof globalThis.fetch;
  createId: (prefix: IdPrefix) => string;
  telemetry: Telemetry;
}

export function createPlatform(
  clock: Clock,
  logger: Logger,
  fetch: typeof globalThis.fetch,
  telemetry: Telemetry = createTelemetry(version),
): Platform {
  return { clock, logger, fetch, createId: createIdFactory(clock), telemetry };
}
