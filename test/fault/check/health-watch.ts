import { setTimeout as delay } from "node:timers/promises";
import { createHttpCaller } from "../load/http-call.ts";

/** One look at `/health`, by `performance.now()`. */
interface Look {
  askedAt: number;
  answeredAt: number;
  /** `null` when there was no answer in time. */
  status: number | null;
}

export interface HealthWatch {
  readonly lastOkAt: number;
  /** Looks that said "ok" although they began and ended while the storage was away. */
  lies(away: readonly { from: number; until: number }[]): number;
  /** Looks that were answered with neither 200 nor 503, or not at all. */
  readonly improper: number;
  readonly looks: number;
  readonly slowestMs: number;
  stop(): Promise<void>;
}

const everyMs = 100;
const longestAnswerMs = 15_000;

/** Asks `/health` all the time, as a load balancer does. */
export function watchHealth(port: number): HealthWatch {
  const caller = createHttpCaller(port, { timeoutMs: longestAnswerMs, connections: 4 });
  const looks: Look[] = [];
  let stopped = false;
  const look = async () => {
    const askedAt = performance.now();
    const status = await caller.call("GET", "/api/v1/health").then(
      (answer) => answer.status,
      () => null,
    );
    looks.push({ askedAt, answeredAt: performance.now(), status });
  };
  const watching = (async () => {
    while (!stopped) {
      await look();
      await delay(everyMs);
    }
  })();
  return {
    get lastOkAt() {
      return looks.findLast(({ status }) => status === 200)?.answeredAt ?? Number.NEGATIVE_INFINITY;
    },
    lies: (away) =>
      looks.filter(
        ({ status, askedAt, answeredAt }) => status === 200 && away.some(({ from, until }) => askedAt > from && answeredAt < until),
      ).length,
    get improper() {
      return looks.filter(({ status }) => status !== 200 && status !== 503).length;
    },
    get looks() {
      return looks.length;
    },
    get slowestMs() {
      return Math.round(Math.max(0, ...looks.map(({ askedAt, answeredAt }) => answeredAt - askedAt)));
    },
    async stop() {
      stopped = true;
      await watching;
      caller.close();
    },
  };
}
