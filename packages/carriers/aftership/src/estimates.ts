import { readLocalTime } from "@askonce/adapter-kit";
import type { CarrierEstimate, TimeAssumption } from "@askonce/spec";
import type { AftershipTracking, AftershipWindow } from "./tracking-schema.ts";

/**
 * Everything AfterShip says about when: what the shop promised (`booked`), and the present guesses of the courier, of AfterShip and of the
 * shop (`estimated`). The latest one repeats one of these and is given once.
 */
export function readEstimates(tracking: AftershipTracking, timeZone: string): CarrierEstimate[] {
  const latest = tracking.latest_estimated_delivery;
  const found = [
    readWindow("booked", tracking.order_promised_delivery_date, timeZone),
    readWindow(latest?.source === "Order EDD" ? "booked" : "estimated", latest, timeZone),
    readWindow("estimated", tracking.courier_estimated_delivery_date, timeZone),
    readWindow("estimated", tracking.aftership_estimated_delivery_date, timeZone),
    readWindow("estimated", tracking.custom_estimated_delivery_date, timeZone),
  ].filter((estimate) => estimate !== null);
  const seen = new Set<string>();
  return found.filter(({ kind, date, from, until }) => {
    const key = JSON.stringify([kind, date, from, until]);
    return !seen.has(key) && seen.add(key);
  });
}

function readWindow(kind: CarrierEstimate["kind"], window: AftershipWindow, timeZone: string): CarrierEstimate | null {
  if (window === null) return null;
  const single = window.datetime ?? window.estimated_delivery_date ?? window.promised_delivery_date;
  const first = window.datetime_min ?? window.estimated_delivery_date_min ?? window.promised_delivery_date_min;
  const last = window.datetime_max ?? window.estimated_delivery_date_max ?? window.promised_delivery_date_max;
  const end = last ?? single ?? first;
  if (end === null) return null;
  const original = (first === null || first === end ? end : `${first} - ${end}`).slice(0, 120);
  const day = dayOf(end);
  if (day !== null) return { kind, date: day, from: null, until: null, statedAt: null, original };
  const until = readLocalTime(end, "iso", timeZone);
  if (until === null) return null;
  const from = first === null || first === end || dayOf(first) !== null ? null : readLocalTime(first, "iso", timeZone);
  const assumed: TimeAssumption[] = [...new Set([...until.assumed, ...(from?.assumed ?? [])])];
  return {
    kind,
    date: null,
    from: from?.at ?? null,
    until: until.at,
    statedAt: null,
    original,
    ...(assumed.length === 0 ? {} : { assumed }),
  };
}

/** Of a day, and of a midnight, which is how a day looks in a field for times: nobody delivers at 00:00:00. */
function dayOf(text: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())?.[1] ?? null;
}
