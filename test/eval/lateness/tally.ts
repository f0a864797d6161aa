import type { IncidentCause } from "@askonce/spec";
import type { ContactGroup } from "../../../packages/core/src/outreach/measure.ts";
import { type Watcher, watchers } from "./alarms.ts";
import type { Hardship, ParcelLife } from "./life.ts";

/** An alarm this much before the due moment is one about a parcel that is not late. */
const earlyMs = 60_000;

/** Counts of one watcher; sums over seeds are sums of these. */
export interface WatcherTally {
  parcels: number;
  late: number;
  inTime: number;
  ever: number;
  /** From the due moment to the alarm, of each late parcel; infinite when there was none. */
  delaysMs: number[];
  falseAlarms: number;
  alarms: number;
  falseAlarmsBy: Map<Hardship | "seenTooLate", number>;
  told: ContactGroup;
  heldOut: ContactGroup;
}

export interface LostTally {
  lost: number;
  found: number;
  delaysMs: number[];
  parcels: number;
  falseAlarms: number;
}

export interface StormTally {
  n: number;
  found: number;
  delaysMs: number[];
  groups: number;
  ofSilence: number;
  falseAlarms: number;
  falseAlarmsBy: Map<IncidentCause, number>;
}

export interface Tally {
  watchers: Record<Watcher, WatcherTally>;
  byCarrier: Record<string, WatcherTally>;
  lost: LostTally;
  returns: { n: number; found: number };
  endings: { n: number; right: number };
  trackingEndedEarly: number;
  storms: StormTally;
  years: number;
  folds: number;
  looks: number;
}

function newWatcherTally(): WatcherTally {
  return {
    parcels: 0,
    late: 0,
    inTime: 0,
    ever: 0,
    delaysMs: [],
    falseAlarms: 0,
    alarms: 0,
    falseAlarmsBy: new Map(),
    told: { customers: 0, contacted: 0 },
    heldOut: { customers: 0, contacted: 0 },
  };
}

export function newTally(couriers: readonly string[]): Tally {
  return {
    watchers: Object.fromEntries(watchers.map((watcher) => [watcher, newWatcherTally()])) as Record<Watcher, WatcherTally>,
    byCarrier: Object.fromEntries(couriers.map((name) => [name, newWatcherTally()])),
    lost: { lost: 0, found: 0, delaysMs: [], parcels: 0, falseAlarms: 0 },
    returns: { n: 0, found: 0 },
    endings: { n: 0, right: 0 },
    trackingEndedEarly: 0,
    storms: { n: 0, found: 0, delaysMs: [], groups: 0, ofSilence: 0, falseAlarms: 0, falseAlarmsBy: new Map() },
    years: 0,
    folds: 0,
    looks: 0,
  };
}

/** Whether a watcher's alarms about a parcel were right, and how soon they came. */
export function countAlarms(tally: WatcherTally, life: ParcelLife, alarms: readonly number[], withinMs: number): void {
  const { truth } = life;
  tally.parcels += 1;
  const isFalse = (at: number) => !truth.isLate || at < truth.dueMs - earlyMs;
  if (alarms.length > 0) tally.alarms += 1;
  if (alarms.some(isFalse)) {
    tally.falseAlarms += 1;
    const why = [...truth.hardships].find((one) => one !== "storm") ?? "seenTooLate";
    tally.falseAlarmsBy.set(why, (tally.falseAlarmsBy.get(why) ?? 0) + 1);
  }
  if (!truth.isLate) return;
  tally.late += 1;
  const right = alarms.find((at) => !isFalse(at));
  const delayMs = right === undefined ? Number.POSITIVE_INFINITY : Math.max(0, right - truth.dueMs);
  tally.delaysMs.push(delayMs);
  if (delayMs < Number.POSITIVE_INFINITY) tally.ever += 1;
  if (delayMs <= withinMs) tally.inTime += 1;
}

/** All seeds as one. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  const [first, ...others] = tallies;
  if (!first) throw new RangeError("There is nothing to sum");
  return others.reduce((sum, one) => add(sum, one) as Tally, first);
}

function add(one: unknown, other: unknown): unknown {
  if (typeof one === "number") return one + Number(other);
  if (Array.isArray(one)) return [...one, ...(other as unknown[])];
  if (one instanceof Map) {
    const sum = new Map<unknown, number>(one);
    for (const [key, value] of other as Map<unknown, number>) sum.set(key, (sum.get(key) ?? 0) + value);
    return sum;
  }
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return Object.fromEntries(Object.entries(left).map(([name, value]) => [name, add(value, right[name])]));
}
