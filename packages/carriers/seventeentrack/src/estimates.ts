import { readEstimateWindow } from "@askonce/adapter-kit";
import type { CarrierEstimate } from "@askonce/spec";

/** The window in which 17TRACK expects the delivery. It comes from the courier or is its own guess, and is promised by neither. */
export function readEstimate(window: { from: string | null; to: string | null } | null | undefined, timeZone: string): CarrierEstimate[] {
  const { from = null, to = null } = window ?? {};
  const estimate = readEstimateWindow("estimated", { from, until: to }, timeZone, { lastSecondIsDay: true });
  return estimate === null ? [] : [estimate];
}
