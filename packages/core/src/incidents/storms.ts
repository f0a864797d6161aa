import type { IncidentCause, IncidentGroup, IncidentKind, Instant } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import { fromInstant, toInstant } from "../platform/instants.ts";
import type { StormCause } from "./storm-causes.ts";
import { chanceOf, stormThreshold } from "./storm-threshold.ts";

/** Kinds of incidents that one cause brings together, by the kind the group is called by. */
const stormFamilies = { late: ["late", "stalled"], damaged: ["damaged"] } as const satisfies Partial<
  Record<IncidentKind, readonly IncidentKind[]>
>;
export type StormFamily = keyof typeof stormFamilies;

export interface StormPolicy {
  /** The stretch in which incidents are counted, in milliseconds. Default 24 hours. */
  windowMs: number;
  /** How far back the usual rate is learned from, in milliseconds. Default 28 days. */
  historyMs: number;
  /** How often a year it is looked. Default 8760, hourly. */
  checksPerYear: number;
  /** How many groups a year may be nothing but chance, in the whole shop. Default 2. */
  falseAlarmsPerYear: number;
  /** Fewer orders are never a storm. Default 5. */
  minimumCount: number;
}

export const defaultStormPolicy: StormPolicy = {
  windowMs: 24 * 3_600_000,
  historyMs: 28 * 24 * 3_600_000,
  checksPerYear: 8_760,
  falseAlarmsPerYear: 2,
  minimumCount: 5,
};

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

type OpenStorm = Pick<IncidentGroup, "id" | "kind" | "cause" | "causeName" | "beganAt" | "incidentCount">;

export interface StormSearch {
  /**
   * Incidents of `historyMs + windowMs` before `now`, and of as long before the beginning of the oldest open storm; those that were dismissed
   * left out.
   */
  samples: readonly StormSample[];
  open: readonly OpenStorm[];
  /** Milliseconds since the epoch. */
  now: number;
  /** Since when incidents are recorded at all, in milliseconds since the epoch: earlier silence is no evidence. */
  recordedSince: number;
  /** The shop's IANA zone, for its weekdays. */
  zone: string;
  policy?: Partial<StormPolicy>;
}

export type StormChange =
  | { change: "begin"; group: Omit<IncidentGroup, "id">; incidentIds: string[] }
  /** More incidents; `incidentIds` are all of them. */
  | { change: "grow"; groupId: string; incidentCount: number; expectedCount: number; lastIncidentAt: Instant; incidentIds: string[] }
  | { change: "end"; groupId: string };

const dayMs = 24 * 3_600_000;
/** How many times the usual number a storm has at least; with fewer it is over. */
const atLeastUsual = 2;

/**
 * Looks for causes with more incidents in the last window than their own past explains. Finds the most telling cause first and takes its
 * incidents out before the next is judged, so that one bad depot does not also accuse its courier. An open group ends when its window holds
 * fewer than twice the usual number. Pure; with the changes applied, the same search yields none.
 */
export function detectStorms(search: StormSearch): StormChange[] {
  const policy = { ...defaultStormPolicy, ...search.policy };
  const families = Object.keys(stormFamilies) as StormFamily[];
  const grouped = families.map((family) => {
    const samples = search.samples.filter((sample) => familyOf(sample.kind) === family && sample.openedAt <= search.now);
    return { family, samples, byCause: groupByCause(samples) };
  });
  const tests = grouped.reduce((sum, { byCause }) => sum + byCause.size, 0) * policy.checksPerYear;
  return grouped.flatMap((group) => searchFamily(group, search, policy, tests));
}

type ByCause = Map<string, { cause: StormCause; samples: StormSample[] }>;

function groupByCause(samples: readonly StormSample[]): ByCause {
  const byCause: ByCause = new Map();
  for (const sample of samples) {
    for (const cause of sample.causes) {
      const key = keyOf(cause);
      const entry = byCause.get(key);
      if (entry) entry.samples.push(sample);
      else byCause.set(key, { cause, samples: [sample] });
    }
  }
  return byCause;
}

function familyOf(kind: IncidentKind): StormFamily | null {
  for (const family of Object.keys(stormFamilies) as StormFamily[]) {
    if ((stormFamilies[family] as readonly IncidentKind[]).includes(kind)) return family;
  }
  return null;
}

const keyOf = ({ cause, causeName }: StormCause) => `${cause}:${causeName}`;
const unitOf = (sample: StormSample) => sample.orderRef ?? sample.incidentId;
const unitsOf = (samples: readonly StormSample[]) => new Set(samples.map(unitOf)).size;

function searchFamily(
  { family, samples, byCause }: { family: StormFamily; samples: readonly StormSample[]; byCause: ByCause },
  search: StormSearch,
  policy: StormPolicy,
  tests: number,
): StormChange[] {
  const windowStart = search.now - policy.windowMs;
  const factor = weekdayFactor(samples, windowStart, search, policy);
  const taken = new Set<string>();
  const changes: StormChange[] = [];

  /** The usual number in a window, learned from what lies before `before`; `null` when nothing was recorded then. */
  const usual = (of: readonly StormSample[], before: number): { expected: number; windows: number } | null => {
    const from = Math.max(before - policy.historyMs, search.recordedSince);
    const windows = (before - from) / policy.windowMs / factor;
    if (windows * factor < 1) return null;
    const seen = unitsOf(of.filter((sample) => sample.openedAt > from && sample.openedAt <= before));
    return { expected: (seen + 1) / windows, windows };
  };

  for (const storm of search.open.filter((group) => group.kind === family)) {
    const began = fromInstant(storm.beganAt);
    const own = (byCause.get(keyOf(storm))?.samples ?? []).filter(
      (sample) => sample.groupId === storm.id || (sample.groupId === null && sample.openedAt >= began && !taken.has(unitOf(sample))),
    );
    const recent = unitsOf(own.filter((sample) => sample.openedAt > windowStart));
    const rate = usual(byCause.get(keyOf(storm))?.samples ?? [], Math.min(began - 1, windowStart));
    if (recent < atLeastUsual * (rate?.expected ?? 0) || recent === 0) {
      changes.push({ change: "end", groupId: storm.id });
      continue;
    }
    for (const sample of own) taken.add(unitOf(sample));
    const last = toInstant(Math.max(...own.map((sample) => sample.openedAt)));
    if (own.length === storm.incidentCount && own.every((sample) => sample.groupId === storm.id)) continue;
    const expectedCount = ((rate?.expected ?? 0) * (search.now - began)) / policy.windowMs;
    const incidentIds = own.map((sample) => sample.incidentId);
    changes.push({ change: "grow", groupId: storm.id, incidentCount: own.length, expectedCount, lastIncidentAt: last, incidentIds });
  }

  const isOpen = new Set(search.open.filter((group) => group.kind === family).map(keyOf));
  const waiting = [...byCause.values()].filter((entry) => !isOpen.has(keyOf(entry.cause)));
  for (;;) {
    const general = generalRise(samples, windowStart, (sample) => sample.groupId !== null || taken.has(unitOf(sample)), usual);
    const found = waiting.flatMap((entry) => {
      const recent = entry.samples.filter(
        (sample) => sample.openedAt > windowStart && sample.groupId === null && !taken.has(unitOf(sample)),
      );
      const count = recent.length < policy.minimumCount ? 0 : unitsOf(recent);
      const rate = count < policy.minimumCount ? null : risen(usual(entry.samples, windowStart), general(entry));
      // Of a large courier a small surplus is no chance either, but it is not a storm: what ends below twice the usual begins above it.
      if (!rate || count < atLeastUsual * rate.expected) return [];
      const { falseAlarmsPerYear, minimumCount } = policy;
      // Incidents that come in bunches are fewer than they seem.
      const bunch = bunching(entry.samples, samples, {
        from: Math.max(windowStart - policy.historyMs, search.recordedSince),
        windowStart,
        policy,
      });
      const [bunches, expected] = [count / bunch, rate.expected / bunch];
      const question = { expected, historyWindows: rate.windows, testsPerYear: tests, falseAlarmsPerYear, minimumCount };
      if (bunches < stormThreshold({ ...question, minimumCount: 1 }).count) return [];
      return [{ ...entry, recent, expected: rate.expected, chance: chanceOf(Math.floor(bunches), expected, rate.windows) }];
    });
    const worst = found.toSorted(
      (one, other) => one.chance - other.chance || narrowness[other.cause.cause] - narrowness[one.cause.cause] || compare(one, other),
    )[0];
    if (!worst) return changes;
    for (const sample of worst.recent) taken.add(unitOf(sample));
    waiting.splice(
      waiting.findIndex((entry) => entry.cause === worst.cause),
      1,
    );
    changes.push(beginning(family, worst, tests));
  }
}

interface Rate {
  expected: number;
  windows: number;
}

/** A lane that nearly everything takes is no place where something can go wrong. */
const commonShare = 0.8;
/** So many incidents elsewhere weigh as much as the assumption that nothing has changed there. */
const elsewhereWeight = 3;

/**
 * How much more there is of everything else than usual: after holidays and before Christmas there are more late parcels everywhere, and nobody
 * in particular is the cause. Never below 1; `null` for a lane that nearly everything takes.
 */
function generalRise(
  samples: readonly StormSample[],
  windowStart: number,
  isExplained: (sample: StormSample) => boolean,
  usual: (of: readonly StormSample[], before: number) => Rate | null,
): (entry: { cause: StormCause; samples: readonly StormSample[] }) => number | null {
  const inWindow = (of: readonly StormSample[]) => unitsOf(of.filter((sample) => sample.openedAt > windowStart && !isExplained(sample)));
  const [allNow, allUsual] = [inWindow(samples), usual(samples, windowStart)];
  return ({ cause, samples: of }) => {
    const ofUsual = usual(of, windowStart);
    if (!allUsual || !ofUsual) return 1;
    if (cause.cause === "lane" && of.length > commonShare * samples.length) return null;
    const elsewhere = Math.max(0, allUsual.expected - ofUsual.expected);
    return Math.max(1, (allNow - inWindow(of) + elsewhereWeight) / (elsewhere + elsewhereWeight));
  };
}

/** Below this the days of a cause differ no more than chance has them differ in four weeks. */
const leastBunching = 1.6;

/**
 * How many incidents of a cause come together, learned from its past: how much more its share of each day's incidents varies than if each came by
 * itself. 1 for what comes by chance. That all of them come on Mondays is no bunching: every cause has that.
 */
function bunching(
  of: readonly StormSample[],
  all: readonly StormSample[],
  { from, windowStart, policy }: { from: number; windowStart: number; policy: StormPolicy },
): number {
  const windows = Math.floor((windowStart - from) / policy.windowMs);
  if (windows < 7) return 1;
  const countsOf = (samples: readonly StormSample[]) => {
    const units = Array.from({ length: windows }, () => new Set<string>());
    for (const sample of samples) {
      if (sample.groupId === null && sample.openedAt > from)
        units[Math.floor((windowStart - sample.openedAt) / policy.windowMs)]?.add(unitOf(sample));
    }
    return units.map((set) => set.size);
  };
  const [own, total] = [countsOf(of), countsOf(all)];
  const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
  const share = sum(own) / Math.max(1, sum(total));
  if (share === 0 || share >= 1) return 1;
  let spread = 0;
  let days = 0;
  for (const [index, count] of total.entries()) {
    if (count === 0) continue;
    spread += ((own[index] ?? 0) - share * count) ** 2 / (share * (1 - share) * count);
    days += 1;
  }
  const ratio = days > 1 ? spread / (days - 1) : 1;
  return ratio > leastBunching ? ratio : 1;
}

/** A usual number as it is when everything has risen; learned from as much less of a past. */
function risen(rate: Rate | null, rise: number | null): Rate | null {
  return rate === null || rise === null ? null : { expected: rate.expected * rise, windows: rate.windows / rise };
}

/** Of two causes that tell equally much the narrower one is shown. */
const narrowness: Readonly<Record<IncidentCause, number>> = { carrier: 0, lane: 1, product: 2, depot: 3 };
const compare = (one: { cause: StormCause }, other: { cause: StormCause }) => (keyOf(one.cause) < keyOf(other.cause) ? -1 : 1);

function beginning(
  kind: StormFamily,
  found: { cause: StormCause; recent: readonly StormSample[]; expected: number; chance: number },
  tests: number,
): StormChange {
  const moments = found.recent.map((sample) => sample.openedAt);
  return {
    change: "begin",
    group: {
      kind,
      cause: found.cause.cause,
      causeName: found.cause.causeName,
      state: "open",
      incidentCount: found.recent.length,
      expectedCount: found.expected,
      falseAlarmsPerYear: found.chance * tests,
      beganAt: toInstant(Math.min(...moments)),
      lastIncidentAt: toInstant(Math.max(...moments)),
    },
    incidentIds: found.recent.map((sample) => sample.incidentId),
  };
}

/**
 * How much more than on a usual day falls into this window because of its weekdays, learned from all causes together. Never below 1: a quiet
 * weekday that was seen four times is too thin a ground for calling a storm on it.
 */
function weekdayFactor(samples: readonly StormSample[], windowStart: number, search: StormSearch, policy: StormPolicy): number {
  const from = Math.max(windowStart - policy.historyMs, search.recordedSince);
  const offset = Temporal.Instant.fromEpochMilliseconds(windowStart).toZonedDateTimeISO(search.zone).offsetNanoseconds / 1e6;
  const weekdayOf = (moment: number) => (((Math.floor((moment + offset) / dayMs) + 3) % 7) + 7) % 7;
  const counts = [0, 0, 0, 0, 0, 0, 0];
  let total = 0;
  for (const sample of samples) {
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
  for (let step = 0; step < steps; step += 1) sum += factorOf(windowStart + ((step + 0.5) * policy.windowMs) / steps);
  return Math.max(1, sum / steps);
}
