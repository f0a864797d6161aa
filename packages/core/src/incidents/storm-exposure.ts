import type { CustomerPromise } from "@askonce/spec";
import type { StormCause } from "./storm-causes.ts";

/** How many parcels could have been late, counted by cause in stretches of an hour. */
export interface Exposure {
  /** Since when it is counted, in milliseconds since the epoch. */
  since: number;
  /**
   * How many parcels could have been late from `from` up to and with `until` (milliseconds since the epoch): of one cause, or with `null` of all. A
   * parcel counts at the moment at which it is late or is not.
   */
  between(cause: StormCause | null, from: number, until: number): number;
}

/** How many parcels of a cause, or of all, fall into one stretch. */
export interface ExposureCount {
  cause: StormCause | null;
  step: number;
  parcels: number;
}

/** What is counted of one cause, in order. */
interface Steps {
  steps: number[];
  sums: number[];
}

/** Exposure is counted in stretches of this length, in milliseconds. */
export const exposureStepMs = 3_600_000;
/**
 * Days end at the full hour, rounds at full and half ones, and that a parcel is late shows a little after it: a stretch ends before such a moment,
 * so that those that are late and those that are not fall into the same one.
 */
const exposureOffsetMs = 50 * 60_000;

/** The number of the stretch that a moment (milliseconds since the epoch) falls into. */
export function exposureStep(moment: number): number {
  return Math.floor((moment - exposureOffsetMs) / exposureStepMs);
}

/** When the stretch of a moment began; both in milliseconds since the epoch. */
export function exposureStart(moment: number): number {
  return exposureStep(moment) * exposureStepMs + exposureOffsetMs;
}

/** Exposure from what was counted, in any order. */
export function createExposure(since: number, counts: Iterable<ExposureCount>): Exposure {
  const byCause = new Map<string, Map<number, number>>();
  for (const { cause, step, parcels } of counts) {
    const key = exposureKey(cause);
    const steps = byCause.get(key) ?? new Map<number, number>();
    byCause.set(key, steps);
    steps.set(step, (steps.get(step) ?? 0) + parcels);
  }
  const sorted = new Map<string, Steps>();
  const stepsOf = (key: string): Steps | undefined => {
    const counted = byCause.get(key);
    if (!counted || sorted.has(key)) return sorted.get(key);
    const steps = [...counted.keys()].sort((one, other) => one - other);
    let sum = 0;
    const sums = steps.map((step) => {
      sum += counted.get(step) ?? 0;
      return sum;
    });
    const made = { steps, sums };
    sorted.set(key, made);
    return made;
  };
  return {
    since,
    between(cause, from, until) {
      const counted = stepsOf(exposureKey(cause));
      return counted ? upTo(counted, exposureStep(until)) - upTo(counted, exposureStep(from) - 1) : 0;
    },
  };
}

/** How many in all stretches up to and with this one. */
function upTo({ steps, sums }: Steps, last: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 0) <= last) low = middle + 1;
    else high = middle;
  }
  return sums[low - 1] ?? 0;
}

/** A cause as a text; the shorter one of all parcels sorts first. */
export function exposureKey(cause: StormCause | null): string {
  return cause === null ? ":" : `${cause.cause}:${cause.causeName}`;
}

/** The causes a parcel is counted by. Which depot it comes through last nobody knows before, so its courier stands for that. */
export function exposedCauses(causes: readonly StormCause[]): StormCause[] {
  return causes.filter(({ cause }) => cause !== "depot");
}

interface EndedPromise {
  /** The promise the parcel is measured by. */
  promiseId: string | null;
  /** As they were stored before it was looked at. */
  before: readonly Pick<CustomerPromise, "id" | "state">[];
  after: readonly Pick<CustomerPromise, "id" | "state" | "dueAt">[];
  /** Whether it has been found to be late just now. */
  isLateNow: boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * At which moment a parcel counts among those that could have been late, now that it is known how its promise ended: once, when it was due, and not
 * before it was seen. `null` while it is open, when it counted before, and for what was over when the shop was connected.
 */
export function exposedAt({ promiseId, before, after, isLateNow, now }: EndedPromise): number | null {
  const promise = after.find(({ id }) => id === promiseId);
  // A date that was moved is counted where it was: it stays what the parcel is measured by.
  if (!promise || promise.state === "open" || promise.state === "withdrawn") return null;
  const known = before.find(({ id }) => id === promiseId);
  if (known && known.state !== "open") return null;
  const dueMs = Date.parse(promise.dueAt);
  return known || dueMs > now || isLateNow ? Math.max(dueMs, now) : null;
}
