import type { LocalTime } from "./local-time.ts";

/**
 * Couriers leave the time out of some of their events. Read as the day's end, such an event would come after what followed it on the same
 * day, or lie in the future. So it is put no later than the event after it in the courier's own order, and no later than now.
 *
 * @param times oldest first, in the courier's own order; `null` for what could not be read
 */
export function settleDayOnlyTimes(times: readonly (LocalTime | null)[], nowMs: number): (LocalTime | null)[] {
  const settled = [...times];
  let following: LocalTime | null = null;
  for (let index = settled.length - 1; index >= 0; index--) {
    const time = settled[index] ?? null;
    if (time === null) continue;
    const earlier: string = time.assumed.includes("time_of_day") ? earliest(time, following, nowMs) : time.at;
    following = { ...time, at: earlier };
    settled[index] = following;
  }
  return settled;
}

function earliest(time: LocalTime, following: LocalTime | null, nowMs: number): string {
  const dayEndMs = Date.parse(time.at);
  const followingMs = following === null ? Number.POSITIVE_INFINITY : Date.parse(following.at);
  // A list that is out of order says nothing about an event of another day.
  const isSameDay = followingMs < dayEndMs && dayEndMs - followingMs < 86_400_000;
  const limitMs = Math.min(dayEndMs, isSameDay ? followingMs : dayEndMs, Math.max(nowMs, dayEndMs - 86_399_000));
  return limitMs === dayEndMs ? time.at : new Date(limitMs).toISOString().replace(".000Z", "Z");
}
