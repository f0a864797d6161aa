import { readEstimateWindow } from "@askonce/adapter-kit";
import type { CarrierEstimate } from "@askonce/spec";
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
  const from = window.datetime_min ?? window.estimated_delivery_date_min ?? window.promised_delivery_date_min;
  const last = window.datetime_max ?? window.estimated_delivery_date_max ?? window.promised_delivery_date_max;
  return readEstimateWindow(kind, { from, until: last ?? single }, timeZone);
}
