import type { Incident, IncidentCause, IncidentGroup } from "@askonce/spec";
import type { StormCause } from "../../../packages/core/src/incidents/storm-causes.ts";
import { createExposure, type Exposure, type ExposureCount, exposureStep } from "../../../packages/core/src/incidents/storm-exposure.ts";
import type { StormSample } from "../../../packages/core/src/incidents/storm-rates.ts";
import { defaultStormPolicy, detectStorms } from "../../../packages/core/src/incidents/storms.ts";
import type { Detection } from "./detect.ts";
import type { ParcelLife } from "./life.ts";
import type { StormTally } from "./tally.ts";
import type { World } from "./world.ts";

const dayMs = 86_400_000;
const yearMs = 365 * dayMs;
/** Of the kinds that storms are made of, those that this year has. */
const storms: ReadonlySet<Incident["kind"]> = new Set(["late", "stalled"]);

interface YearSample extends StormSample {
  dismissedAt: number;
  stormId: number | null;
  isSilent: boolean;
}

/** What the search for storms needs of a year's parcels, gathered parcel by parcel. */
export interface StormYear {
  add(life: ParcelLife, detection: Detection): void;
  /** Looks through the year as the product would, again and again. */
  search(): StormTally;
}

export function createStormYear(world: World): StormYear {
  const samples: YearSample[] = [];
  const counts: ExposureCount[] = [];
  const lateOf = new Map<number, number[]>();
  return {
    add(life, { incidents, causes, exposed }) {
      const { truth } = life;
      for (const { at, causes: of } of exposed)
        for (const cause of [null, ...of]) counts.push({ cause, step: exposureStep(at), parcels: 1 });
      if (truth.stormId !== null && truth.isLate) lateOf.set(truth.stormId, [...(lateOf.get(truth.stormId) ?? []), truth.dueMs]);
      for (const incident of incidents) {
        if (!storms.has(incident.kind)) continue;
        const openedAt = Date.parse(incident.openedAt);
        samples.push({
          incidentId: incident.id,
          kind: incident.kind,
          orderRef: incident.orderRef,
          openedAt,
          groupId: null,
          causes: causes.get(incident.id) ?? ([] as StormCause[]),
          dismissedAt:
            incident.state === "dismissed" && incident.closedAt !== null ? Date.parse(incident.closedAt) : Number.POSITIVE_INFINITY,
          stormId: truth.stormId,
          isSilent: life.courier.silences.some(({ from, to }) => openedAt >= from && openedAt <= to + dayMs),
        });
      }
    },
    search: () => search(world, samples, createExposure(world.yearStart, counts), lateOf),
  };
}

function search(
  { parameters, storms: trueStorms, yearStart }: World,
  samples: YearSample[],
  exposure: Exposure,
  lateOf: ReadonlyMap<number, number[]>,
): StormTally {
  const { checkEveryMs, fewestLate, warmUpDays } = parameters.storms;
  const policy = { ...defaultStormPolicy, checksPerYear: Math.round(yearMs / checkEveryMs) };
  samples.sort((one, other) => one.openedAt - other.openedAt);
  const byId = new Map(samples.map((sample) => [sample.incidentId, sample]));
  const wanted = trueStorms.filter(({ id }) => (lateOf.get(id)?.length ?? 0) >= fewestLate);
  const tally: StormTally = { n: wanted.length, found: 0, delaysMs: [], groups: 0, ofSilence: 0, falseAlarms: 0, falseAlarmsBy: new Map() };
  const foundAt = new Map<number, number>();
  const open = new Map<string, IncidentGroup>();
  let [first, next] = [0, 0];
  for (let now = yearStart; now < yearStart + yearMs; now += checkEveryMs) {
    const before = next;
    while ((samples[next]?.openedAt ?? Number.POSITIVE_INFINITY) <= now) next += 1;
    // Without a new incident nothing can begin; what is open is looked at to see its end.
    if (next === before && open.size === 0) continue;
    const oldest = Math.min(now, ...[...open.values()].map(({ beganAt }) => Date.parse(beganAt)));
    const from = oldest - policy.historyMs - policy.longWindowMs;
    while ((samples[first]?.openedAt ?? now) < from && first < next) first += 1;
    const known = samples.slice(first, next).filter(({ dismissedAt }) => dismissedAt > now);
    const changes = detectStorms({
      samples: known,
      open: [...open.values()],
      now,
      recordedSince: yearStart,
      zone: "Europe/Bucharest",
      exposure,
      policy,
    });
    for (const change of changes) {
      if (change.change === "end") {
        open.delete(change.groupId);
        continue;
      }
      if (change.change === "begin") {
        const id = `g${tally.groups}`;
        tally.groups += 1;
        open.set(id, { ...change.group, id });
        for (const incidentId of change.incidentIds) join(byId.get(incidentId), id);
        const group = change.incidentIds.flatMap((incidentId) => byId.get(incidentId) ?? []);
        if (now >= yearStart + warmUpDays * dayMs) judge(change.group.cause, group, tally, foundAt, now);
        continue;
      }
      const group = open.get(change.groupId);
      if (group) open.set(group.id, { ...group, incidentCount: change.incidentCount });
      for (const incidentId of change.incidentIds) join(byId.get(incidentId), change.groupId);
    }
  }
  for (const { id, from } of wanted) {
    const at = foundAt.get(id);
    if (at !== undefined) tally.found += 1;
    tally.delaysMs.push(at === undefined ? Number.POSITIVE_INFINITY : at - from);
  }
  return tally;
}

function join(sample: YearSample | undefined, groupId: string): void {
  if (sample) sample.groupId = groupId;
}

/** A group is about what at least half of its incidents are about. */
function judge(cause: IncidentCause, group: readonly YearSample[], tally: StormTally, foundAt: Map<number, number>, now: number): void {
  const counts = new Map<number, number>();
  for (const { stormId } of group) if (stormId !== null) counts.set(stormId, (counts.get(stormId) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  if (most && most[1] * 2 >= group.length) {
    if (!foundAt.has(most[0])) foundAt.set(most[0], now);
  } else if (group.filter(({ isSilent }) => isSilent).length * 2 >= group.length) tally.ofSilence += 1;
  else {
    tally.falseAlarms += 1;
    tally.falseAlarmsBy.set(cause, (tally.falseAlarmsBy.get(cause) ?? 0) + 1);
  }
}
