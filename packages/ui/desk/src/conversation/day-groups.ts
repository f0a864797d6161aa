import type { Message } from "@askonce/spec";

export interface DayGroup {
  /** The day in the reader's zone, `2026-11-21`. */
  day: string;
  /** The first message's instant, to name the day by. */
  at: string;
  messages: Message[];
}

/** Messages by the reader's calendar day. */
export function groupByDay(messages: readonly Message[], timeZone?: string): DayGroup[] {
  const dayOf = dayFormat(timeZone);
  const groups: DayGroup[] = [];
  for (const message of messages) {
    const day = dayOf(new Date(message.at));
    const last = groups.at(-1);
    if (last?.day === day) last.messages.push(message);
    else groups.push({ day, at: message.at, messages: [message] });
  }
  return groups;
}

/** Whether `day` is the day of `nowMs` or the one before it. Days are counted on the calendar: one with a clock change is not 24 hours. */
export function nearDay(day: string, nowMs: number, timeZone?: string): "today" | "yesterday" | null {
  const dayOf = dayFormat(timeZone);
  const today = dayOf(new Date(nowMs));
  if (day === today) return "today";
  const noonUtc = new Date(`${today}T12:00:00Z`);
  noonUtc.setUTCDate(noonUtc.getUTCDate() - 1);
  return day === noonUtc.toISOString().slice(0, 10) ? "yesterday" : null;
}

function dayFormat(timeZone: string | undefined): (date: Date) => string {
  const format = new Intl.DateTimeFormat("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    ...(timeZone === undefined ? {} : { timeZone }),
  });
  return (date) => {
    const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  };
}
