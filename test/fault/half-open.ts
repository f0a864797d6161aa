import { setTimeout as delay } from "node:timers/promises";
import { round, seededRandom } from "../bench/measure.ts";
import { startBlackHoleProxy } from "./ground/black-hole-proxy.ts";
import { createRunFiles } from "./ground/run-files.ts";
import { underLoad } from "./under-load.ts";

export interface HalfOpenOptions {
  seed: number;
  /** How often the open connections go silent somewhere in the middle. Default 3. */
  times?: number;
  /** How long everything is silent, new connections too, in milliseconds. Default 4000. */
  silentMs?: number;
}

const statementTimeoutMs = 2000;
const connectTimeoutMs = 1000;
/** The driver gives a connection up a second after the server would have given the statement up; a request may then need other ones. */
const longestAnswerMs = statementTimeoutMs + 1000 + 3 * connectTimeoutMs + 1000;

/** R9: connections to the database that are open and dead. */
export async function halfOpenFault({ seed, times = 3, silentMs = 4000 }: HalfOpenOptions) {
  const startedAt = performance.now();
  const random = seededRandom(seed);
  const files = await createRunFiles("postgres");
  const { storage, server } = files;
  if (storage.kind !== "postgres" || !server) throw new Error("PostgreSQL is needed");
  const proxy = await startBlackHoleProxy(server.port);
  try {
    const url = storage.url.replace(`:${server.port}/`, `:${proxy.port}/`);
    const serverStorage = { ...storage, url, connections: 4, statementTimeoutMs, connectTimeoutMs };
    const { clean, ...result } = await underLoad({ files, seed, rate: 50, serverStorage }, async ({ recovery, noteAway }) => {
      await delay(1000);
      proxy.swallowNew(true);
      proxy.swallowOpen(() => 0);
      const silentFrom = performance.now();
      await delay(silentMs);
      noteAway(silentFrom, performance.now());
      proxy.swallowNew(false);
      const recoveries = [await recovery(performance.now())];
      for (let time = 0; time < times; time++) {
        await delay(500 + random() * 500);
        proxy.swallowOpen(() => Math.floor(random() * 5000));
        // Not before the last of them has gone silent: what succeeds until then proves nothing.
        await delay(1000);
        recoveries.push(await recovery(performance.now()));
      }
      return {
        fault: "half-open",
        storage: "postgres",
        swallowed: proxy.swallowed,
        recoveredMs: { n: recoveries.length, max: Math.max(...recoveries) },
      };
    });
    return {
      ...result,
      longestAllowedMs: longestAnswerMs,
      ms: round(performance.now() - startedAt, 0),
      ok:
        clean &&
        result.swallowed > 0 &&
        result.recoveredMs.max <= longestAnswerMs &&
        result.slowestAnswerMs <= longestAnswerMs &&
        result.health.slowestMs <= longestAnswerMs,
    };
  } finally {
    await proxy.close();
    await files.remove();
  }
}
