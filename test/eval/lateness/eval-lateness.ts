import { alarmsOf, tellableOf, watchers } from "./alarms.ts";
import { tellCustomer } from "./contacts.ts";
import { createDetector, type Detection } from "./detect.ts";
import { failuresOf } from "./gates.ts";
import { liveParcel, type ParcelLife } from "./life.ts";
import type { LatenessParameters } from "./parameters.ts";
import type { LateDefect } from "./planted-defects.ts";
import { createStormYear } from "./storm-year.ts";
import { spreadOf, summarize } from "./summary.ts";
import { countAlarms, newTally, sumTallies, type Tally } from "./tally.ts";
import { createWorld, type World } from "./world.ts";

export interface LatenessEvalOptions {
  /** Parcels of each seed's year. */
  parcels: number;
  seeds: readonly number[];
  params: LatenessParameters;
  broken: LateDefect | null;
}

/** A simulated year for each seed, watched by the product's own rules and by two baselines. What the numbers mean: `test/eval/README.md`. */
export async function evalLateness({ parcels, seeds, params, broken }: LatenessEvalOptions) {
  const started = performance.now();
  const tallies: Tally[] = [];
  for (const seed of seeds) tallies.push(await liveYear(createWorld(params, seed), parcels, broken));
  const summaries = tallies.map(summarize);
  const summary = summarize(sumTallies(tallies));
  const failures = failuresOf(summary, params);
  return {
    eval: "lateness",
    ok: failures.length === 0,
    failures,
    broken,
    seed: seeds,
    ...summary,
    spread: spreadOf(summaries),
    seeds: summaries.map((one, index) => ({ seed: seeds[index], ...one })),
    ms: Math.round(performance.now() - started),
    params,
  };
}

async function liveYear(world: World, parcels: number, broken: LateDefect | null): Promise<Tally> {
  const tally = newTally(world.couriers.map(({ name }) => name));
  const detector = createDetector(world, broken);
  const storms = createStormYear(world);
  const { gates } = world.parameters;
  for (let index = 0; index < parcels; index += 1) {
    const life = liveParcel(world, index);
    const detection = detector.detect(life);
    for (const watcher of watchers) {
      const own = tally.watchers[watcher];
      countAlarms(own, life, alarmsOf(watcher, life, detection), gates.recallWithinMs);
      await tellCustomer(world, life, tellableOf(watcher, life, detection), own);
    }
    const ofCourier = tally.byCarrier[life.courier.name];
    if (ofCourier) countAlarms(ofCourier, life, alarmsOf("askonce", life, detection), gates.recallWithinMs);
    countEnds(tally, life, detection, world.parameters.lostWithinMs);
    storms.add(life, detection);
  }
  return { ...tally, storms: storms.search(), years: 1 - world.parameters.storms.warmUpDays / 365 };
}

function countEnds(tally: Tally, { truth }: ParcelLife, detection: Detection, lostWithinMs: number): void {
  const { lost, returns, endings } = tally;
  const opened = (kind: "lost" | "returned_to_sender") => detection.incidents.find((incident) => incident.kind === kind)?.openedAt;
  const lostAt = opened("lost");
  lost.parcels += 1;
  if (truth.lostMs === null) {
    if (lostAt !== undefined) lost.falseAlarms += 1;
  } else {
    lost.lost += 1;
    const delayMs = lostAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(lostAt) - truth.lostMs;
    lost.delaysMs.push(delayMs);
    if (delayMs <= lostWithinMs) lost.found += 1;
  }
  if (truth.ending === "returned") {
    returns.n += 1;
    if (opened("returned_to_sender") !== undefined) returns.found += 1;
  }
  endings.n += 1;
  const isOver = detection.status === "delivered" || detection.status === "returned";
  if (truth.ending === "lost" ? !isOver : detection.status === truth.ending) endings.right += 1;
  if (detection.trackingEndedEarly) tally.trackingEndedEarly += 1;
  tally.folds += detection.folds;
  tally.looks += detection.looks;
}
