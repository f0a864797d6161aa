import { type CarrierAdapterV1, type DeliveryStatus, deliveryStatusRules } from "@askonce/spec";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How often a courier is asked about a parcel of a status: as often as the answer can matter to somebody who waits. */
const everyMs: Readonly<Record<DeliveryStatus, number>> = {
  unknown: 4 * hourMs,
  label_created: 6 * hourMs,
  handed_over: 3 * hourMs,
  in_transit: 3 * hourMs,
  on_hold: 3 * hourMs,
  out_for_delivery: 30 * minuteMs,
  delivery_attempted: 2 * hourMs,
  ready_for_pickup: 4 * hourMs,
  returning: 12 * hourMs,
  // A courier may take back a delivery; once more a day later is enough to see it.
  delivered: dayMs,
  returned: dayMs,
  cancelled: dayMs,
  failed: dayMs,
};

const defaultPollEveryMs = 15 * minuteMs;
/** With a list of changes a number is asked for only to make sure that the list forgets nothing. */
const besideChangesMs = 12 * hourMs;
/** Nobody waits for a parcel any more, and no courier keeps its history for longer. */
const longestTrackedMs = 60 * dayMs;
const longestUnknownMs = 21 * dayMs;

export interface PollFacts {
  now: number;
  status: DeliveryStatus;
  /** Whether the courier knows the number. */
  known: boolean;
  beganAt: number;
  /** Since when it has this status, if somebody told. */
  statusAt: number | null;
  /** Askings in a row that failed or found nothing. */
  misses: number;
  /** A part of the truth said that it is over, or turned around: the whole is asked for soon. */
  confirm?: boolean;
  /** The courier's wish, when it refused. */
  retryAfterMs: number | null;
}

/** When a number is asked for again, in milliseconds since the epoch; `null` when nobody asks any more. */
export function nextPollAt(carrier: Pick<CarrierAdapterV1, "pollEveryMs" | "changes">, facts: PollFacts): number | null {
  const { now, status, misses } = facts;
  const age = now - facts.beganAt;
  if (age > longestTrackedMs || (!facts.known && age > longestUnknownMs)) return null;
  if (deliveryStatusRules[status].terminal && facts.statusAt !== null && now - facts.statusAt > dayMs) return null;
  const least = carrier.pollEveryMs ?? defaultPollEveryMs;
  const usual = facts.confirm ? least : carrier.changes && facts.known ? besideChangesMs : everyMs[status];
  // A courier that fails, or does not know a number yet, is asked less and less often.
  const patient = misses === 0 ? usual : Math.min(12 * hourMs, least * 2 ** Math.min(misses - 1, 8));
  return now + Math.max(least, patient, facts.retryAfterMs ?? 0);
}
