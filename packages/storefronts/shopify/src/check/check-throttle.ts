import type { CheckItem } from "@askonce/spec";
import type { ThrottleLevel } from "../graphql/extensions.ts";

const item = { id: "throttle", title: "API limit" } as const;

/** How much of the shop's limit is left for this app. */
export function checkThrottle(level: ThrottleLevel | null): CheckItem {
  if (level === null) return { ...item, state: "skipped", detail: "Shopify did not say how much is left.", remedy: null };
  const detail = `${Math.floor(level.available)} of ${level.maximum} points are left, ${level.restorePerSecond} come back each second.`;
  if (level.available >= level.maximum / 4) return { ...item, state: "ok", detail, remedy: null };
  return { ...item, state: "warning", detail, remedy: "Something uses this app's limit up: look for another process with the same app." };
}
