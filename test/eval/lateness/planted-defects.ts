import type { TrackedParcel } from "@askonce/spec";
import type { Calendar } from "../../../packages/core/src/calendars/calendar.ts";
import { createCalendar } from "../../../packages/core/src/calendars/calendar.ts";
import type { LatenessInput } from "../../../packages/core/src/promises/lateness.ts";

/** Mistakes a detector of this kind makes when nobody looks: the evaluation has to fail with each of them. */
export const lateDefects = ["ignores-holidays", "ignores-clock-stop", "return-is-delivered"] as const;
export type LateDefect = (typeof lateDefects)[number];

const withoutHolidays = new Map<string, Calendar>();

export function calendarWith(defect: LateDefect | null, calendar: Calendar): Calendar {
  if (defect !== "ignores-holidays") return calendar;
  const made = withoutHolidays.get(calendar.zone) ?? createCalendar({ zone: calendar.zone });
  withoutHolidays.set(calendar.zone, made);
  return made;
}

/** The clock runs on after an attempt and while it waits to be collected. */
export function latenessInputWith(defect: LateDefect | null, input: LatenessInput): LatenessInput {
  if (defect !== "ignores-clock-stop") return input;
  const { parcel } = input;
  const runsOn = (status: LatenessInput["parcel"]["status"]) =>
    status === "delivery_attempted" || status === "ready_for_pickup" ? "in_transit" : status;
  const checkpoints = parcel.checkpoints.map((checkpoint) => ({ ...checkpoint, status: runsOn(checkpoint.status) }));
  return { ...input, parcel: { ...parcel, status: runsOn(parcel.status), checkpoints } };
}

/** The leg is forgotten: what came back to the shop was "delivered". */
export function trackedWith(defect: LateDefect | null, tracked: TrackedParcel): TrackedParcel {
  if (defect !== "return-is-delivered") return tracked;
  const checkpoints = tracked.checkpoints.map((checkpoint) => ({ ...checkpoint, leg: "forward" as const }));
  return { ...tracked, leg: "forward", checkpoints };
}
