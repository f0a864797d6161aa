import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type HealthWatch, watchHealth } from "./check/health-watch.ts";
import { isClean, printedFindings, settleRun } from "./check/settle-run.ts";
import { createCleanUp } from "./ground/clean-up.ts";
import type { RunFiles } from "./ground/run-files.ts";
import { type Load, prepareLoad } from "./load/prepare-load.ts";
import { bundleServer } from "./server/bundle-server.ts";
import type { ServerSettings, StorageSettings } from "./server/server-settings.ts";
import { type ServerProcess, startServer } from "./server/start-server.ts";

/** A running server with its load, to which something is done. */
export interface UnderLoad {
  load: Load;
  server: ServerProcess;
  health: HealthWatch;
  /** Milliseconds from `since` (by `performance.now()`) until both a request and `/health` have succeeded again; at most 30000. */
  recovery(since: number): Promise<number>;
  /** Notes when the storage was certainly away, so that what `/health` said then can be judged. */
  noteAway(from: number, until: number): void;
}

export interface UnderLoadOptions {
  files: RunFiles;
  seed: number;
  /** Changes of the shop a second, before duplicates. Default 100. */
  rate?: number;
  /** What the server is given, when it is not the storage itself: the address of a proxy, other time limits. */
  serverStorage?: StorageSettings;
}

const longestRecoveryMs = 30_000;

/** Runs `disturb` while a server works, lets everything come to its end, and compares what is there with what the clients were told. */
export async function underLoad<Result extends object>(options: UnderLoadOptions, disturb: (ground: UnderLoad) => Promise<Result>) {
  const { files, seed, rate = 100 } = options;
  const cleanUp = createCleanUp();
  try {
    const bundle = cleanUp.add(await bundleServer(), ({ remove }) => remove());
    const load = cleanUp.add(await prepareLoad({ storage: files.storage, seed, rate }), ({ close }) => close());
    const settings: ServerSettings = {
      storage: options.serverStorage ?? files.storage,
      port: load.port,
      works: true,
      shopUrl: load.shop.url,
      effectsFile: join(files.folder, "effects.log"),
      killsFile: join(files.folder, "kills.log"),
      broken: null,
    };
    const server = cleanUp.add(await startServer(bundle, settings), ({ kill }) => kill());
    let crashed = false;
    void server.exited.then(() => {
      crashed = true;
    });
    load.begin();
    const health = cleanUp.add(watchHealth(load.port), ({ stop }) => stop());
    const away: { from: number; until: number }[] = [];
    const disturbed = await disturb({
      load,
      server,
      health,
      noteAway: (from, until) => void away.push({ from, until }),
      async recovery(since) {
        const isBack = () => load.book.lastSuccessAt > since && health.lastOkAt > since;
        while (!isBack() && performance.now() - since < longestRecoveryMs) await delay(10);
        return Math.round(Math.max(load.book.lastSuccessAt, health.lastOkAt, since) - since);
      },
    });
    await health.stop();
    const crashedUnderFault = crashed;
    const { findings, acked, deliveries } = await settleRun({
      storage: files.storage,
      load,
      effectsFile: settings.effectsFile,
      stopServers: () => (crashedUnderFault ? Promise.resolve(true) : server.stop()),
    });
    if (crashedUnderFault) findings.wrong.push(`the server ended: ${server.lastWords().slice(-800)}`);
    const { book } = load;
    for (const answer of book.improper) findings.wrong.push(`answered ${answer}`);
    const lies = health.lies(away);
    // It was up all the time: whoever asked has to be told something.
    const silences = book.counts["no answer"] ?? 0;
    if (silences > 0) findings.wrong.push(`${silences} requests were not answered`);
    if (lies > 0) findings.wrong.push(`/health said ok ${lies} times while the storage was away`);
    if (health.improper > 0) findings.wrong.push(`/health answered ${health.improper} times neither 200 nor 503, or not at all`);
    return {
      ...disturbed,
      seed,
      acked,
      deliveries,
      ...printedFindings(findings),
      health: { looks: health.looks, lies, slowestMs: health.slowestMs },
      answers: book.counts,
      slowestAnswerMs: book.slowestMs,
      clean: isClean(findings),
    };
  } finally {
    await cleanUp.run();
  }
}
