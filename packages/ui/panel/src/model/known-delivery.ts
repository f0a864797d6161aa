import type { CustomerPromise, Instant, OrderDelivery, Parcel, ParcelDelivery } from "@askonce/spec";
import { calendarDay, zoneCalendar } from "../language/calendar-day.ts";

/** What the server knows of a parcel's delivery, and the promise it is measured by. */
export interface KnownDelivery {
  state: ParcelDelivery;
  yardstick: CustomerPromise | null;
}

/** `null` when the server measured nothing: then the parcel's own dates have to do. */
export function knownDelivery(delivery: OrderDelivery, parcel: Parcel): KnownDelivery | null {
  const state = delivery.parcels.find((each) => each.parcelId === parcel.id);
  if (!state) return null;
  return { state, yardstick: delivery.promises.find((each) => each.id === state.lateness.promiseId) ?? null };
}

/**
 * How many calendar days after the promised day something is; negative before it. A promised day is a day where the parcel is delivered,
 * wherever the agent sits, so the promise's zone counts and not the panel's.
 *
 * @param dayOf the calendar day in the panel's zone, for a promise without a zone
 */
export function daysAfterDue(known: KnownDelivery, at: Instant, dayOf: (instant: Instant) => number): number | null {
  const { yardstick, state } = known;
  const { dueAt } = state.lateness;
  if (dueAt === null) return null;
  const inZone = yardstick?.zone ? zoneDay(yardstick.zone) : dayOf;
  const dueDay = yardstick?.dueDate ? Date.parse(yardstick.dueDate) / 86_400_000 : inZone(dueAt);
  return inZone(at) - dueDay;
}

function zoneDay(zone: string): (instant: Instant) => number {
  const calendar = zoneCalendar(zone);
  return (instant) => calendarDay(Date.parse(instant), calendar);
}
