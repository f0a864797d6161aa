import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { round, seededRandom } from "../bench/measure.ts";
import { type ResumedParts, waitForLeftBehind } from "./check/left-behind.ts";
import { isClean, printedFindings, settleRun } from "./check/settle-run.ts";
import { createCleanUp } from "./ground/clean-up.ts";
import { faketimeEnvironment } from "./ground/faketime.ts";
import { createRunFiles } from "./ground/run-files.ts";
import { prepareLoad } from "./load/prepare-load.ts";
import { bundleServer } from "./server/bundle-server.ts";
import type { ServerSettings } from "./server/server-settings.ts";
import { type ServerProcess, startServer } from "./server/start-server.ts";

export interface SkewOptions {
  seed: number;
  /** How often one of the two processes is killed, in turn. Default 4. */
  kills?: number;
  /** Default ten minutes. */
  skewMs?: number;
}

const longestResumeMs = 10_000;

/**
 * Why the fault cannot be had here, or `null`. A clock given to an instance would not do in its place: it says what the time is for that
 * instance, and replaces the database's.
 */
export function skewUnavailable(): string | null {
  return faketimeEnvironment(0) === null ? "libfaketime is not installed (Debian's package faketime)" : null;
}

/**
 * R10: two processes on one PostgreSQL, one ten minutes ahead and one ten minutes behind. Now one and now the other is killed, and the one that is
 * left has to do what the dead one has put off by its own clock.
 */
export async function skewFault({ seed, kills = 4, skewMs = 600_000 }: SkewOptions) {
  const startedAt = performance.now();
  const random = seededRandom(seed);
  const missing = skewUnavailable();
  if (missing !== null) throw new Error(missing);
  const cleanUp = createCleanUp();
  const running: (ServerProcess | null)[] = [null, null];
  try {
    const { folder, storage } = cleanUp.add(await createRunFiles("postgres"), ({ remove }) => remove());
    const bundle = cleanUp.add(await bundleServer(), ({ remove }) => remove());
    // Deletions are settled by reading, which fails for a while below, as the subscriber does: both are put off until a later time of a clock.
    const load = cleanUp.add(await prepareLoad({ storage, seed, rate: 60, deletions: 0.05 }), ({ close }) => close());
    cleanUp.add(running, (servers) => Promise.all(servers.map((server) => server?.kill())));
    const refusalFile = join(folder, "refuse");
    const refuse = (refused: boolean) => {
      load.shop.refuseReads(refused);
      if (refused) writeFileSync(refusalFile, "");
      else rmSync(refusalFile, { force: true });
    };
    const settings: ServerSettings = {
      storage,
      port: load.port,
      works: true,
      shopUrl: load.shop.url,
      effectsFile: join(folder, "effects.log"),
      killsFile: join(folder, "kills.log"),
      broken: null,
      refusalFile,
    };
    const start = async (index: number) => {
      const offsetMs = index === 0 ? skewMs : -skewMs;
      const port = index === 0 ? settings.port : null;
      running[index] = await startServer(bundle, { ...settings, port }, faketimeEnvironment(offsetMs) ?? {});
    };
    await Promise.all([start(0), start(1)]);
    load.begin();
    const resumedMs: ResumedParts = { inbox: 0, subscriber: 0, endpoint: 0 };
    for (let kill = 0; kill < kills; kill++) {
      await delay(500 + random() * 1000);
      refuse(true);
      await delay(1500);
      // The one that is ahead goes first: what it has put off lies furthest in the other's future.
      const index = kill % 2;
      await running[index]?.kill();
      running[index] = null;
      refuse(false);
      const parts = await waitForLeftBehind(storage, load.receiver, 2 * longestResumeMs);
      resumedMs.inbox = Math.max(resumedMs.inbox, parts.inbox);
      resumedMs.subscriber = Math.max(resumedMs.subscriber, parts.subscriber);
      resumedMs.endpoint = Math.max(resumedMs.endpoint, parts.endpoint);
      await start(index);
    }
    const { findings, acked, deliveries } = await settleRun({
      storage,
      load,
      effectsFile: settings.effectsFile,
      stopServers: async () => (await Promise.all(running.map((server) => server?.stop() ?? true))).every(Boolean),
    });
    for (const answer of load.book.improper) findings.wrong.push(`answered ${answer}`);
    return {
      fault: "skew",
      storage: "postgres",
      skewMs,
      seed,
      kills,
      acked,
      deliveries,
      ...printedFindings(findings),
      resumedMs,
      answers: load.book.counts,
      ms: round(performance.now() - startedAt, 0),
      ok: isClean(findings) && Math.max(...Object.values(resumedMs)) <= longestResumeMs,
    };
  } finally {
    await cleanUp.run();
  }
}
