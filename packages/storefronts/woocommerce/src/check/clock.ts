import type { CheckItem } from "@askonce/spec";
import { checkItem, skipped } from "./check-item.ts";

const title = "Clock";
const warnAboveMs = 2 * 60_000;
/** WooCommerce refuses signatures that are more than 15 minutes away from its own time. */
const refusedAboveMs = 15 * 60_000;

/** @param isSigned requests carry a time (OAuth 1.0a), so a wrong clock makes every one of them fail */
export function checkClock(siteTimeMs: number | null, nowMs: number, isSigned: boolean): CheckItem {
  if (siteTimeMs === null) return skipped("clock", title, "The shop does not say what time it has");
  const skewMs = Math.abs(siteTimeMs - nowMs);
  if (skewMs <= warnAboveMs) return checkItem("clock", "ok", title, "The shop's clock and ours agree");
  const detail = `The shop's clock and ours are ${Math.round(skewMs / 60_000)} minutes apart`;
  const remedy = "Set both servers' clocks by NTP";
  return checkItem("clock", isSigned && skewMs > refusedAboveMs ? "failed" : "warning", title, detail, remedy);
}
