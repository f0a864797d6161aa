import { readEstimateWindow } from "@askonce/adapter-kit";
import type { CarrierEstimate } from "@askonce/spec";
import type { EasypostTracker } from "./tracker-schema.ts";

/**
 * The day the courier guarantees (`booked`) and the one it expects (`estimated`). The expected one comes twice, local to the recipient and
 * in UTC: the local one is taken where it is there, because a midnight in UTC is yesterday in America.
 */
export function readEstimates(tracker: EasypostTracker, timeZone: string): CarrierEstimate[] {
  const { carrier_detail: detail } = tracker;
  return [
    readEstimateWindow("booked", { from: null, until: detail?.guaranteed_delivery_date ?? null }, timeZone),
    readLocalDay(detail?.est_delivery_date_local ?? null, detail?.est_delivery_time_local ?? null) ??
      readEstimateWindow("estimated", { from: null, until: tracker.est_delivery_date }, timeZone),
  ].filter((estimate) => estimate !== null);
}

/** The hour beside a local day is kept in `original` only: in which zone it is meant is known to nobody here. */
function readLocalDay(date: string | null, time: string | null): CarrierEstimate | null {
  const day = date === null ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  if (day === undefined) return null;
  const original = [date, time]
    .filter((part) => part !== null)
    .join(" ")
    .slice(0, 120);
  return { kind: "estimated", date: day, from: null, until: null, statedAt: null, original };
}
