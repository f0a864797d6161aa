import { join } from "node:path";
import { round, seededRandom } from "../bench/measure.ts";
import { readResumptions } from "./check/resumptions.ts";
import { isClean, printedFindings, settleRun } from "./check/settle-run.ts";
import { createCleanUp } from "./ground/clean-up.ts";
import { createRunFiles, type StorageKind } from "./ground/run-files.ts";
import { type KillCycle, startKills } from "./kill-cycle.ts";
import { prepareLoad } from "./load/prepare-load.ts";
import { bundleServer } from "./server/bundle-server.ts";
import { killPoints } from "./server/kill-points.ts";
import type { PlantedDefect, ServerSettings } from "./server/server-settings.ts";

export interface KillOptions {
  storage: StorageKind;
  kills: number;
  seed: number;
  /** Changes of the shop a second, before duplicates. Default 300. */
  rate?: number;
  /** How long the work may take after the last kill. Default 30000. */
  patienceMs?: number;
  broken?: PlantedDefect | null;
}

const longestResumeMs = 10_000;
const mostExtraKills = 10;
/** After each so many kills, the next process is let live until it has done what the dead one left. */
const watchEvery = 10;

/**
 * R1, R2, R3: a server under load is ended with SIGKILL again and again, at four points of its work. What its clients were told is compared
 * with what is there at the end.
 */
export async function killFault({ storage: kind, kills, seed, rate = 300, patienceMs = 30_000, broken = null }: KillOptions) {
  const startedAt = performance.now();
  const cleanUp = createCleanUp();
  try {
    const { folder, storage } = cleanUp.add(await createRunFiles(kind), ({ remove }) => remove());
    const bundle = cleanUp.add(await bundleServer(), ({ remove }) => remove());
    const load = cleanUp.add(await prepareLoad({ storage, seed, rate }), ({ close }) => close());
    const settings: ServerSettings = {
      storage,
      port: load.port,
      works: true,
      shopUrl: load.shop.url,
      effectsFile: join(folder, "effects.log"),
      killsFile: join(folder, "kills.log"),
      broken,
    };
    const ordered = { bundle, settings, random: seededRandom(seed), hasWorkers: kind === "postgres" };
    const cycle = cleanUp.add(startKills(ordered), ({ killAll }) => killAll());
    load.begin();
    for (let index = 1; index <= kills; index++) {
      await cycle.killOnce();
      if (index % watchEvery === 0 || index === kills) await cycle.watchResumption();
    }
    // A point that chance left out, as it may where kills are few and the machine is slow, is gone to by name.
    const extra = await killAtPointsLeft(cycle);
    const { findings, state, acked, deliveries } = await settleRun({
      storage,
      load,
      effectsFile: settings.effectsFile,
      stopServers: cycle.stop,
      patienceMs,
    });
    for (const crash of cycle.crashes) findings.wrong.push(`a server ended by itself: ${crash}`);
    const resumed = readResumptions(state.inbox, settings.killsFile);
    return {
      fault: "kill",
      storage: kind,
      n: kills + extra,
      seed,
      ...(broken === null ? {} : { broken }),
      acked,
      deliveries,
      ...printedFindings(findings),
      resumedMs: resumed.watched,
      resumedInAStormMs: resumed.all,
      restartMs: cycle.restarts(),
      points: cycle.points,
      answers: load.book.counts,
      ms: round(performance.now() - startedAt, 0),
      ok: isClean(findings) && resumed.watched.max <= longestResumeMs,
    };
  } finally {
    await cleanUp.run();
  }
}

/** Kills at the points that were not met yet. @returns how often */
async function killAtPointsLeft(cycle: KillCycle): Promise<number> {
  for (let extra = 0; extra < mostExtraKills; extra++) {
    const left = killPoints.find((point) => !Object.keys(cycle.points).some((name) => name.startsWith(point)));
    if (left === undefined) return extra;
    await cycle.killOnce(left);
  }
  return mostExtraKills;
}
