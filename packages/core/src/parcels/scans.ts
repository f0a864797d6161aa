import type { DeliveryStatus } from "@askonce/spec";
import type { ParcelEvent } from "./parcel-events.ts";

/** A label, a cancellation or the news of a loss are entries in a computer: nobody had the box in hand. */
const withoutBox: ReadonlySet<DeliveryStatus> = new Set(["unknown", "label_created", "cancelled", "failed"]);

/** Whether somebody had the box in hand. A notice of a delay is no scan: the clock of the stall goes on. */
function isScan(event: ParcelEvent): boolean {
  if (event.uncounted !== null || withoutBox.has(event.status)) return false;
  return !event.exceptions.includes("late") && !event.exceptions.includes("stalled");
}

/** The last physical scan, in milliseconds; `null` when nothing was ever scanned. */
export function lastScanMs(events: readonly ParcelEvent[]): number | null {
  return events.findLast(isScan)?.ms ?? null;
}

/** The first physical scan, in milliseconds. */
export function firstScanMs(events: readonly ParcelEvent[]): number | null {
  return events.find(isScan)?.ms ?? null;
}
