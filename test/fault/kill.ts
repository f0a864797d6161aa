import { join } from "node:path";
import { round, seededRandom } from "../bench/measure.ts";
import { readResumptions } from "./check/resumptions.ts";
import { isClean, printedFindings, settleRun } from "./check/settle-run.ts";
import { createRunFiles, type StorageKind } from "./ground/run-files.ts";
import { startKills } from "./kill-cycle.ts";
import { prepareLoad } from "./load/prepare-load.ts";
import { bundleServer } from "./server/bundle-server.ts";
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

/**
 * R1, R2, R3: a server under load is ended with SIGKILL again and again, at four points of its work. What its clients were told is compared
 * with what is there at the end.
 */
export async function killFault({ storage: kind, kills, seed, rate = 300, patienceMs = 30_000, broken = null }: KillOptions) {
  const startedAt = performance.now();
  const [bundle, files] = await Promise.all([bundleServer(), createRunFiles(kind)]);
  try {
    const { storage } = files;
    const load = await prepareLoad({ storage, seed, rate });
    const settings: ServerSettings = {
      storage,
      port: load.port,
      works: true,
      shopUrl: load.shop.url,
      effectsFile: join(files.folder, "effects.log"),
      killsFile: join(files.folder, "kills.log"),
      broken,
    };
    const cycle = await startKills({ bundle, settings, random: seededRandom(seed), hasWorkers: kind === "postgres" });
    load.begin();
    for (let index = 0; index < kills; index++) await cycle.killOnce();
    await cycle.run();
    const { findings, state, acked, deliveries } = await settleRun({
      storage,
      load,
      effectsFile: settings.effectsFile,
      stopServers: cycle.stop,
      patienceMs,
    });
    for (const crash of cycle.crashes) findings.wrong.push(`a server ended by itself: ${crash}`);
    const resumedMs = readResumptions(state.inbox, settings.killsFile, cycle.killsFromOutside);
    return {
      fault: "kill",
      storage: kind,
      n: kills,
      seed,
      ...(broken === null ? {} : { broken }),
      acked,
      deliveries,
      ...printedFindings(findings),
      resumedMs,
      restartMs: cycle.restarts(),
      points: cycle.points,
      answers: load.book.counts,
      ms: round(performance.now() - startedAt, 0),
      ok: isClean(findings) && resumedMs.max <= longestResumeMs,
    };
  } finally {
    bundle.remove();
    await files.remove();
  }
}
