import { setTimeout as delay } from "node:timers/promises";
import { round, seededRandom } from "../bench/measure.ts";
import { createRunFiles } from "./ground/run-files.ts";
import { underLoad } from "./under-load.ts";

export interface RestartsOptions {
  seconds: number;
  seed: number;
  rate?: number;
  /** Milliseconds between two stops, drawn evenly. Default 5000 to 20000. */
  everyMs?: readonly [least: number, most: number];
}

const longestRecoveryMs = 5000;
const longestDownMs = 2000;
const ways = ["fast", "immediate", "kill"] as const;

/** R9: PostgreSQL is stopped again and again, three ways, and comes back after up to two seconds. */
export async function restartsFault({ seconds, seed, rate = 100, everyMs = [5000, 20_000] }: RestartsOptions) {
  const startedAt = performance.now();
  const random = seededRandom(seed);
  // What was acknowledged before an immediate stop or a kill must be on the disk.
  const files = await createRunFiles("postgres", { postgres: { durable: true } });
  try {
    const { server: database } = files;
    if (!database) throw new Error("PostgreSQL is needed");
    const { clean, ...result } = await underLoad({ files, seed, rate }, async ({ recovery, noteAway }) => {
      const until = performance.now() + seconds * 1000;
      const recoveries: number[] = [];
      const stops: Record<string, number> = {};
      while (performance.now() < until) {
        await delay(everyMs[0] + random() * (everyMs[1] - everyMs[0]));
        const way = ways[Math.floor(random() * ways.length)] ?? "fast";
        stops[way] = (stops[way] ?? 0) + 1;
        await (way === "kill" ? database.kill() : database.stop(way));
        const awayFrom = performance.now();
        await delay(random() * longestDownMs);
        noteAway(awayFrom, performance.now());
        await database.start();
        recoveries.push(await recovery(performance.now()));
      }
      return { fault: "restarts", storage: "postgres", stops, recoveredMs: { n: recoveries.length, max: Math.max(0, ...recoveries) } };
    });
    return { ...result, ms: round(performance.now() - startedAt, 0), ok: clean && result.recoveredMs.max <= longestRecoveryMs };
  } finally {
    await files.remove();
  }
}
