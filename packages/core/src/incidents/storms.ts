import type { IncidentCause, IncidentGroup, IncidentKind, Instant } from "@askonce/spec";
import { fromInstant, toInstant } from "../platform/instants.ts";
import type { StormCause } from "./storm-causes.ts";
import { type Exposure, exposureStart } from "./storm-exposure.ts";
import { type Rate, type Rates, ratesFor, type StormSample, unitOf, unitsOf } from "./storm-rates.ts";
import { falseAlarmsPerYear } from "./storm-threshold.ts";

/** Kinds of incidents that one cause brings together, by the kind the group is called by. */
const stormFamilies = { late: ["late", "stalled"], damaged: ["damaged"] } as const satisfies Partial<
  Record<IncidentKind, readonly IncidentKind[]>
>;
type StormFamily = keyof typeof stormFamilies;

export interface StormPolicy {
  /** The stretch in which incidents are counted, in milliseconds. Default 24 hours. */
  windowMs: number;
  /** A longer stretch in which they are counted too, where few come each day, in milliseconds. Default 72 hours. */
  longWindowMs: number;
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
  longWindowMs: 72 * 3_600_000,
  historyMs: 28 * 24 * 3_600_000,
  checksPerYear: 8_760,
  falseAlarmsPerYear: 2,
  minimumCount: 5,
};

type OpenStorm = Pick<IncidentGroup, "id" | "kind" | "cause" | "causeName" | "beganAt" | "incidentCount">;

export interface StormSearch {
  /**
   * Incidents of `historyMs + longWindowMs` before `now`, and of as long before the beginning of the oldest open storm; those that were
   * dismissed left out.
   */
  samples: readonly StormSample[];
  open: readonly OpenStorm[];
  /** Milliseconds since the epoch. */
  now: number;
  /** Since when incidents are recorded at all, in milliseconds since the epoch: earlier silence is no evidence. */
  recordedSince: number;
  /** The shop's IANA zone, for its weekdays. */
  zone: string;
  /**
   * Of parcels that could be late. With it the share of late ones is judged and not their number, which swings with the number of parcels (after
   * holidays, before Christmas). Default: every window is worth the same, but for its weekdays.
   */
  exposure?: Exposure | undefined;
  policy?: Partial<StormPolicy>;
}

export type StormChange =
  | { change: "begin"; group: Omit<IncidentGroup, "id">; incidentIds: string[] }
  /** More incidents; `incidentIds` are all of them. */
  | { change: "grow"; groupId: string; incidentCount: number; expectedCount: number; lastIncidentAt: Instant; incidentIds: string[] }
  | { change: "end"; groupId: string };

/** How many times the usual number a storm has at least; with fewer it is over. */
const atLeastUsual = 2;

/**
 * Looks for causes with more incidents than their own past explains, in the last day and in the last days. Finds the most telling cause first and
 * takes its incidents out before the next is judged, so that one bad depot does not also accuse its courier. An open group ends when the last
 * day holds fewer than twice the usual number. Pure; with the changes applied, the same search yields none.
 */
export function detectStorms(search: StormSearch): StormChange[] {
  const policy = { ...defaultStormPolicy, ...search.policy };
  const families = Object.keys(stormFamilies) as StormFamily[];
  const grouped = families.map((family) => {
    const samples = search.samples.filter((sample) => familyOf(sample.kind) === family && sample.openedAt <= search.now);
    return { family, samples, byCause: groupByCause(samples) };
  });
  const lengths = [...new Set([policy.windowMs, policy.longWindowMs])];
  const weights = grouped.flatMap(({ family, byCause }) => [...byCause.values()].map(({ cause }) => weightOf(family, cause)));
  const tests = weights.reduce((sum, weight) => sum + weight, 0) * lengths.length;
  return grouped.flatMap(({ family, samples, byCause }) => {
    const exposure = family === "late" ? search.exposure : undefined;
    const { now, zone } = search;
    const ground = { now, zone, exposure, historyMs: policy.historyMs, all: samples };
    const recordedSince = Math.max(search.recordedSince, exposure?.since ?? search.recordedSince);
    const windows = lengths.map((windowMs): StormWindow => {
      const start = exposureStart(now - windowMs);
      return { start, lengthMs: windowMs, rates: ratesFor({ ...ground, recordedSince, windowStart: start, windowMs }) };
    });
    return searchFamily({ family, samples, byCause, windows }, search, policy, tests);
  });
}

/** A product makes no parcel late but in a few shops: most of what is allowed to be chance goes to those who carry it. */
const lateProductWeight = 0.25;
const weightOf = (family: StormFamily, { cause }: StormCause) => (family === "late" && cause === "product" ? lateProductWeight : 1);

interface StormWindow {
  start: number;
  lengthMs: number;
  rates: Rates;
}

interface CauseEntry {
  cause: StormCause;
  samples: StormSample[];
}

interface FamilySearch {
  family: StormFamily;
  samples: readonly StormSample[];
  byCause: ReadonlyMap<string, CauseEntry>;
  /** The short one first. */
  windows: readonly StormWindow[];
}

function groupByCause(samples: readonly StormSample[]): Map<string, CauseEntry> {
  const byCause = new Map<string, CauseEntry>();
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

function searchFamily(
  { family, samples, byCause, windows }: FamilySearch,
  search: StormSearch,
  policy: StormPolicy,
  tests: number,
): StormChange[] {
  const [short] = windows;
  if (!short) return [];
  const taken = new Set<string>();
  const changes: StormChange[] = [];

  for (const storm of search.open.filter((group) => group.kind === family)) {
    const began = fromInstant(storm.beganAt);
    const ofCause = byCause.get(keyOf(storm))?.samples ?? [];
    const own = ofCause.filter(
      (sample) => sample.groupId === storm.id || (sample.groupId === null && sample.openedAt >= began && !taken.has(unitOf(sample))),
    );
    const recent = unitsOf(own.filter((sample) => sample.openedAt > short.start));
    const rate = short.rates.usual(storm, ofCause, Math.min(began - 1, short.start));
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
  const oldest = Math.min(...windows.map(({ start }) => start));
  const isMany = ({ samples: of }: CauseEntry) => of.filter(({ openedAt }) => openedAt > oldest).length >= policy.minimumCount;
  const waiting = [...byCause.values()].filter((entry) => !isOpen.has(keyOf(entry.cause)) && isMany(entry));
  if (waiting.length === 0) return changes;
  const isFree = (sample: StormSample) => sample.groupId === null && !taken.has(unitOf(sample));
  for (;;) {
    const found = windows.flatMap((window) => {
      let general: ReturnType<typeof generalRise> | undefined;
      return waiting.flatMap((entry) => {
        const recent = entry.samples.filter((sample) => sample.openedAt > window.start && isFree(sample));
        const count = recent.length < policy.minimumCount ? 0 : unitsOf(recent);
        if (count < policy.minimumCount) return [];
        const usual = window.rates.usual(entry.cause, entry.samples, window.start);
        if (!usual || count < atLeastUsual * usual.expected) return [];
        general ??= generalRise(samples, window, isFree);
        const rate = risen(usual, general(entry));
        // Of a large courier a small surplus is no chance either, but it is not a storm: what ends below twice the usual begins above it.
        if (!rate || count < atLeastUsual * rate.expected || !goesOn(entry, short, isFree)) return [];
        if (!isOfItsOwn(entry, recent, rate.expected)) return [];
        const falseAlarms = falseAlarmsPerYear({
          count,
          expected: rate.expected,
          historyWindows: rate.windows,
          // Incidents that come in bunches are fewer than they seem.
          bunching: window.rates.bunching(entry.cause, entry.samples),
          windowMs: window.lengthMs,
          checksPerYear: policy.checksPerYear,
          tests: tests / weightOf(family, entry.cause),
        });
        return falseAlarms > policy.falseAlarmsPerYear ? [] : [{ ...entry, recent, expected: rate.expected, falseAlarms }];
      });
    });
    const worst = found.toSorted(
      (one, other) =>
        one.falseAlarms - other.falseAlarms || narrowness[other.cause.cause] - narrowness[one.cause.cause] || compare(one, other),
    )[0];
    if (!worst) return changes;
    for (const sample of worst.recent) taken.add(unitOf(sample));
    waiting.splice(
      waiting.findIndex((entry) => entry.cause === worst.cause),
      1,
    );
    changes.push(beginning(family, worst));
  }
}

/** A lane that has risen only with one courier is that courier's trouble and not the lane's. */
function isOfItsOwn({ cause, samples }: CauseEntry, recent: readonly StormSample[], expected: number): boolean {
  if (cause.cause !== "lane") return true;
  const worst = mostFrequent(recent.map(courierOf));
  const others = samples.filter((sample) => courierOf(sample) !== worst).length / samples.length;
  const count = unitsOf(recent.filter((sample) => courierOf(sample) !== worst));
  return others < fewestOthers || count >= atLeastUsual * expected * others;
}

/** Where nearly all goes by one courier, lane and courier are the same. */
const fewestOthers = 0.02;

function mostFrequent(names: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

const courierOf = (sample: StormSample) => sample.causes.find(({ cause }) => cause === "carrier")?.causeName ?? null;

/** What was a storm some days ago and is none today does not begin any more. */
function goesOn({ cause, samples }: CauseEntry, { start, rates }: StormWindow, isFree: (sample: StormSample) => boolean): boolean {
  const recent = samples.filter((sample) => sample.openedAt > start && isFree(sample));
  return recent.length > 0 && unitsOf(recent) >= atLeastUsual * (rates.usual(cause, samples, start)?.expected ?? 0);
}

/** A lane that nearly everything takes is no place where something can go wrong. */
const commonShare = 0.8;
/** So many incidents elsewhere weigh as much as the assumption that nothing has changed there. */
const elsewhereWeight = 3;

/**
 * How much more there is of everything else than usual: in a week of snow there are more late parcels everywhere, and nobody in particular is the
 * cause. Never below 1; `null` for a lane that nearly everything takes.
 */
function generalRise(
  samples: readonly StormSample[],
  { start, rates }: StormWindow,
  isFree: (sample: StormSample) => boolean,
): (entry: CauseEntry) => number | null {
  const inWindow = (of: readonly StormSample[]) => unitsOf(of.filter((sample) => sample.openedAt > start && isFree(sample)));
  const [allNow, allUsual] = [inWindow(samples), rates.usual(null, samples, start)];
  return ({ cause, samples: of }) => {
    const ofUsual = rates.usual(cause, of, start);
    if (!allUsual || !ofUsual) return 1;
    if (cause.cause === "lane" && of.length > commonShare * samples.length) return null;
    const elsewhere = Math.max(0, allUsual.expected - ofUsual.expected);
    const seen = allNow - inWindow(of);
    return Math.max(1, (seen + elsewhereWeight) / (elsewhere + elsewhereWeight));
  };
}

/** A usual number as it is when everything has risen; learned from as much less of a past. */
function risen(rate: Rate, rise: number | null): Rate | null {
  return rise === null ? null : { expected: rate.expected * rise, windows: rate.windows / rise };
}

/** Of two causes that tell equally much the narrower one is shown. */
const narrowness: Readonly<Record<IncidentCause, number>> = { carrier: 0, lane: 1, product: 2, depot: 3 };
const compare = (one: { cause: StormCause }, other: { cause: StormCause }) => (keyOf(one.cause) < keyOf(other.cause) ? -1 : 1);

function beginning(
  kind: StormFamily,
  found: { cause: StormCause; recent: readonly StormSample[]; expected: number; falseAlarms: number },
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
      falseAlarmsPerYear: found.falseAlarms,
      beganAt: toInstant(Math.min(...moments)),
      lastIncidentAt: toInstant(Math.max(...moments)),
    },
    incidentIds: found.recent.map((sample) => sample.incidentId),
  };
}
