import type { Instant } from "@askonce/spec";
import type { Calendar } from "../calendars/calendar.ts";
import type { LocalDate } from "../calendars/local-date.ts";
import { instantText, timeOfDay } from "../calendars/zone-days.ts";

/** How long a service takes, in working days. */
export interface ServiceTimes {
  /** Days from the order to the hand-over, in the calendar of the place it is sent from. */
  handlingDays: number;
  /** Days on the way, in the calendar of the place it is delivered to. */
  transitDays: number;
  /** `HH:mm` in the zone of the place it is sent from: an order of this minute or later belongs to the next working day. */
  cutOff: string;
  /** `HH:mm` or `HH:mm:ss` in the zone of delivery: the end of the courier's round. Default the end of the day. */
  dueTime?: string | null;
  /** Weekdays, 1 (Monday) to 7 (Sunday), on which this service does not deliver. Default what the courier's, then the place's weekend is. */
  carrierWeekend?: readonly number[] | null;
}

export interface DueDateInput {
  placedAt: Instant;
  service: ServiceTimes;
  origin: Calendar;
  destination: Calendar;
  /** Weekdays on which the courier does not deliver, for a service that does not say. Default the destination's weekend. */
  carrierWeekend?: readonly number[];
}

export interface DueDate {
  /** The day it leaves, at the place it is sent from. */
  ship: LocalDate;
  /** The day it is promised for, at the place of delivery. */
  dueDate: LocalDate;
  /** The last second at which the promise is kept. */
  dueAt: Instant;
}

/**
 * When an order has to arrive: order time in the zone of origin, cut-off, handling days of the origin's calendar, transit days of the
 * destination's calendar, end of that day in the zone of delivery.
 *
 * @throws RangeError when a number of days, a time of day or a weekday is not one
 */
export function dueDate({ placedAt, service, origin, destination, carrierWeekend }: DueDateInput): DueDate {
  const placedMs = Date.parse(placedAt);
  const placed = origin.dateOf(placedMs);
  // On a day without work both lead to the next working day.
  const isTooLate = placedMs >= timeOfDay(placed, service.cutOff, origin.zone);
  const begun = origin.addWorkingDays(placed, isTooLate ? 1 : 0);
  const ship = origin.addWorkingDays(begun, service.handlingDays);
  const weekend = service.carrierWeekend ?? carrierWeekend;
  const rounds = weekend === undefined ? destination : destination.withWeekend(weekend);
  const due = rounds.addWorkingDays(ship, service.transitDays);
  const time = service.dueTime ?? null;
  return { ship, dueDate: due, dueAt: instantText(time === null ? rounds.dayEnd(due) : timeOfDay(due, time, rounds.zone)) };
}
