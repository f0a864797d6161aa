import type { IncidentKind } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import type { StormCause } from "./storm-causes.ts";
import type { Exposure } from "./storm-exposure.ts";

/** An incident as the search for storms sees it. */
export interface StormSample {
  incidentId: string;
  kind: IncidentKind;
  /** Incidents of one order are one: three late parcels of one customer are no storm. */
  orderRef: string | null;
  /** Milliseconds since the epoch. */
  openedAt: number;
  /** The group it is in; one that is in a group starts no other. */
  groupId: string | null;
  causes: readonly StormCause[];
}

/** How many incidents a window has as a rule, and from how many windows' worth of parcels that is known. */
export interface Rate {
  expected: number;
  windows: number;
}

interface RateGround {
  /** The stretch that is judged, up to now. */
  windowStart: number;
  windowMs: number;
  now: number;
  historyMs: number;
  recordedSince: number;
  /** Without it a window is worth its time, and the weekdays are learned from the incidents themselves. */
  exposure: Exposure | undefined;
  /** The shop's IANA zone, for its weekdays. */
  zone: string;
  /** Every incident of the family. */
  all: readonly StormSample[];
}

/** What is learned of a window from what lies before it. */
export interface Rates {
  /** The usual number, learned from what lies before `before`; `null` when nothing was recorded then. */
  usual(cause: StormCause | null, of: readonly StormSample[], before: number): Rate | null;
  /** How many incidents of a cause come together: 1 for what comes by chance. */
  bunching(cause: StormCause, of: readonly StormSample[]): number;
}

const dayMs = 24 * 3_600_000;
/** Below this the days of a cause differ no more than chance has them differ in four weeks. */
const leastBunching = 1.6;
const fewestDays = 7;

export const unitOf = (sample: StormSample) => sample.orderRef ?? sample.incidentId;
export const unitsOf = (samples: readonly StormSample[]) => new Set(samples.map(unitOf)).size;

export function ratesFor(ground: RateGround): Rates {
  const { windowStart, windowMs, now, exposure } = ground;
  let factor: number | undefined;
  const worthOf = (cause: StormCause | null, of: readonly StormSample[]): number => {
    if (exposure) return exposure.between(exposedBy(cause, of), windowStart, now);
    factor ??= weekdayFactor(ground);
    return factor * (windowMs / dayMs);
  };

  const known = new Map<readonly StormSample[], Day[]>();
  const daysOf = (cause: StormCause | null, of: readonly StormSample[], before: number): Day[] => {
    if (before !== windowStart) return readDays(cause, of, before);
    const days = known.get(of) ?? readDays(cause, of, before);
    known.set(of, days);
    return days;
  };
  /** What each day before held, but for those that a storm made: they say nothing about what is usual. */
  const readDays = (cause: StormCause | null, of: readonly StormSample[], before: number): Day[] => {
    const count = Math.floor((before - Math.max(before - ground.historyMs, ground.recordedSince)) / dayMs);
    const days = Array.from({ length: Math.max(0, count) }, () => ({ units: new Set<string>(), free: new Set<string>() }));
    for (const sample of of) {
      const day = days[Math.floor((before - sample.openedAt) / dayMs)];
      day?.units.add(unitOf(sample));
      if (sample.groupId === null) day?.free.add(unitOf(sample));
    }
    const exposed = exposedBy(cause, of);
    return days.flatMap(({ units, free }, index) => {
      if (free.size * 2 < units.size) return [];
      const until = before - index * dayMs;
      return [{ index, units: units.size, parcels: exposure ? exposure.between(exposed, until - dayMs, until - 1) : 1 }];
    });
  };

  return {
    usual(cause, of, before) {
      const days = daysOf(cause, of, before);
      const past = sum(days.map((day) => day.parcels));
      if (days.length * dayMs < windowMs || past === 0) return null;
      const stretches = (days.length * dayMs) / windowMs;
      // Never less than an average window: on a Sunday no parcel is due, and what stands still is noticed nevertheless.
      const windows = past / Math.max(worthOf(cause, of), past / stretches);
      return { expected: (sum(days.map((day) => day.units)) + 1) / windows, windows };
    },

    bunching(cause, of) {
      const own = daysOf(cause, of, windowStart);
      if (own.length < fewestDays) return 1;
      const all = new Map(exposure ? [] : daysOf(null, ground.all, windowStart).map((day) => [day.index, day.units]));
      return bunchingOf(own.map(({ index, units, parcels }) => ({ own: units, total: exposure ? parcels : (all.get(index) ?? 0) })));
    },
  };
}

interface Day {
  /** How many days before. */
  index: number;
  units: number;
  parcels: number;
}

const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);

/** What a cause's parcels are counted by: which depots they come through nobody knows before, so a depot's courier stands for it. */
function exposedBy(cause: StormCause | null, samples: readonly StormSample[]): StormCause | null {
  if (cause?.cause !== "depot") return cause;
  return samples[0]?.causes.find((one) => one.cause === "carrier") ?? null;
}

/**
 * How much more a cause's share of each window varies than if each incident came by itself. That all of them come on Mondays is no bunching:
 * every cause has that.
 */
function bunchingOf(days: readonly { own: number; total: number }[]): number {
  // A day on which nothing was due tells nothing about shares.
  const counted = days.filter(({ total }) => total > 0);
  const share = sum(days.map(({ own }) => own)) / Math.max(1, sum(days.map(({ total }) => total)));
  if (share === 0 || share >= 1 || counted.length < 2) return 1;
  const spread = sum(counted.map(({ own, total }) => (own - share * total) ** 2 / (share * (1 - share) * total)));
  const ratio = spread / (counted.length - 1);
  return ratio > leastBunching ? ratio : 1;
}

/**
 * How much more than on a usual day falls into this window because of its weekdays, learned from all causes together. Never below 1: a quiet
 * weekday that was seen four times is too thin a ground for calling a storm on it.
 */
function weekdayFactor({ all, windowStart, windowMs, historyMs, recordedSince, zone }: RateGround): number {
  const from = Math.max(windowStart - historyMs, recordedSince);
  const offset = Temporal.Instant.fromEpochMilliseconds(windowStart).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  const weekdayOf = (moment: number) => (((Math.floor((moment + offset) / dayMs) + 3) % 7) + 7) % 7;
  const counts = [0, 0, 0, 0, 0, 0, 0];
  let total = 0;
  for (const sample of all) {
    if (sample.openedAt <= from || sample.openedAt > windowStart) continue;
    const weekday = weekdayOf(sample.openedAt);
    counts[weekday] = (counts[weekday] ?? 0) + 1;
    total += 1;
  }
  // Ten days' worth of doubt, so that a handful of incidents does not make a pattern.
  const doubt = 10;
  const factorOf = (moment: number) => ((counts[weekdayOf(moment)] ?? 0) + doubt) / (total / 7 + doubt);
  const steps = 24;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += factorOf(windowStart + ((step + 0.5) * windowMs) / steps);
  return Math.max(1, sum / steps);
}
