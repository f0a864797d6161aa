import type { CarrierEstimate, Instant } from "@askonce/spec";
import { dayEnd, instantText } from "../calendars/zone-days.ts";
import type { ParcelReport } from "./parcel-reports.ts";

/**
 * When a courier means to deliver, as an instant: a day without a time ends in the zone of delivery. `null` when it gives neither, or a day
 * that is none.
 */
export function estimateInstant(estimate: Pick<CarrierEstimate, "date" | "until">, zone: string): Instant | null {
  if (estimate.until !== null) return estimate.until;
  if (estimate.date === null) return null;
  try {
    return instantText(dayEnd(estimate.date, zone));
  } catch {
    // A day that the courier wrote wrongly is no reason to lose the rest of what it said.
    return null;
  }
}

/**
 * The couriers' present estimate: the one that was stated last, where that is known; otherwise the newest report's, a guess of today over the
 * date that was booked.
 *
 * @param reports newest first
 */
export function presentEstimate(reports: readonly ParcelReport[], zone: string): Instant | null {
  let best: { at: Instant; statedMs: number; kind: CarrierEstimate["kind"] } | null = null;
  for (const { tracked, fetchedAt } of reports) {
    for (const estimate of tracked?.estimates ?? []) {
      const at = estimateInstant(estimate, zone);
      if (at === null) continue;
      // Without its own time an estimate is as old as the answer it came with.
      const statedMs = Date.parse(estimate.statedAt ?? fetchedAt);
      const isBetter =
        best === null ||
        statedMs > best.statedMs ||
        (statedMs === best.statedMs && best.kind === "booked" && estimate.kind === "estimated");
      if (isBetter) best = { at, statedMs, kind: estimate.kind };
    }
  }
  return best?.at ?? null;
}
