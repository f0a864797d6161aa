import { readLocalTime } from "@askonce/adapter-kit";
import type { CarrierEstimate } from "@askonce/spec";
import type { EasypostTracker } from "./tracker-schema.ts";

/**
 * The day the courier guarantees (`booked`) and the one it expects (`estimated`). The expected one comes twice, local to the recipient and
 * in UTC: the local one is taken where it is there, because a midnight in UTC is yesterday in America.
 */
export function readEstimates(tracker: EasypostTracker, timeZone: string): CarrierEstimate[] {
  const { carrier_detail: detail } = tracker;
  return [
    readMoment("booked", detail?.guaranteed_delivery_date ?? null, timeZone),
    readLocalDay(detail?.est_delivery_date_local ?? null, detail?.est_delivery_time_local ?? null) ??
      readMoment("estimated", tracker.est_delivery_date, timeZone),
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

function readMoment(kind: CarrierEstimate["kind"], text: string | null, timeZone: string): CarrierEstimate | null {
  if (text === null) return null;
  const original = text.slice(0, 120);
  // Of a day, and of a midnight, which is how a day looks in a field for times: nobody delivers at 00:00:00.
  const day = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())?.[1];
  if (day !== undefined) return { kind, date: day, from: null, until: null, statedAt: null, original };
  const until = readLocalTime(text, "iso", timeZone);
  if (until === null) return null;
  const assumed = until.assumed.length === 0 ? {} : { assumed: until.assumed };
  return { kind, date: null, from: null, until: until.at, statedAt: null, original, ...assumed };
}
