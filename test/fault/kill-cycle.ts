import { appendFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { spreadOf } from "../bench/measure.ts";
import { createPendingReader } from "./check/pending.ts";
import type { KillRecord, WatchedRecord } from "./check/resumptions.ts";
import type { ServerBundle } from "./server/bundle-server.ts";
import { type KillOrder, type KillPoint, killPoints, killVariants, needsWorker } from "./server/kill-points.ts";
import type { ServerSettings } from "./server/server-settings.ts";
import { type ServerProcess, startServer } from "./server/start-server.ts";

/**
 * A server that is killed and started again, over and over. On SQLite it is one process; on PostgreSQL one process takes requests and two others
 * do the work, so that what a dead one held has to pass to a living one.
 */
export interface KillCycle {
  /**
   * Starts whatever is not running, gives the order, and waits for the end of the process that passes the point first.
   *
   * @param wanted the point; without it chance decides
   */
  killOnce(wanted?: KillPoint): Promise<void>;
  /** Starts whatever is not running. */
  run(): Promise<void>;
  /** Starts whatever is not running, and lets all of them live until what waited at the last kill is done; not for longer than 15 seconds. */
  watchResumption(): Promise<void>;
  /** Ends all of them at once. */
  killAll(): Promise<void>;
  /** Lets all of them end in peace. @returns whether they did */
  stop(): Promise<boolean>;
  /** By point and variant, and those that had to be made from outside because the point was not passed in time. */
  readonly points: Readonly<Record<string, number>>;
  /** Last words of those that ended by themselves. */
  readonly crashes: readonly string[];
  restarts(): { p50: number; max: number };
}

const longestWaitMs = 2500;
const longestWatchMs = 15_000;
/** The place of a dead worker is free after its lease; killing the next one before it has caught up would only measure the killing. */
const workerRestMs = 9000;

export function startKills(options: {
  bundle: ServerBundle;
  settings: ServerSettings;
  random: () => number;
  hasWorkers: boolean;
}): KillCycle {
  const { bundle, settings, random, hasWorkers } = options;
  const worker = { ...settings, port: null };
  const roles: ServerSettings[] = hasWorkers ? [{ ...settings, works: false }, worker, worker] : [settings];
  const running: (ServerProcess | null)[] = roles.map(() => null);
  const points: Record<string, number> = {};
  const record = (line: KillRecord | WatchedRecord) => appendFileSync(settings.killsFile, `${JSON.stringify(line)}\n`);
  const crashes: string[] = [];
  const startDurations: number[] = [];
  let workerKilledAt = Number.NEGATIVE_INFINITY;

  const run = async () => {
    await Promise.all(
      roles.map(async (role, index) => {
        if (running[index]) return;
        const startedAt = performance.now();
        running[index] = await startServer(bundle, role);
        startDurations.push(performance.now() - startedAt);
      }),
    );
  };

  const nextOrder = async (wanted: KillPoint | undefined): Promise<KillOrder> => {
    const pick = <Value>(values: readonly [Value, ...Value[]]): Value => values[Math.floor(random() * values.length)] ?? values[0];
    const point = wanted ?? pick(killPoints);
    const order: KillOrder = { point, variant: pick<string>(killVariants[point]), after: 1 };
    const restMs = hasWorkers ? workerKilledAt + workerRestMs - performance.now() : 0;
    if (needsWorker(order.point, order.variant) && restMs > 0) {
      if (wanted !== undefined) {
        await delay(restMs);
        return order;
      }
      order.point = pick(["before-commit", "after-commit"]);
      order.variant = pick(["receive", "command"]);
    }
    order.after = 1 + Math.floor(random() * (order.variant === "receive" || order.variant === "webhook" ? 15 : 4));
    return order;
  };

  const killOnce = async (wanted?: KillPoint) => {
    await run();
    const order = await nextOrder(wanted);
    const ofWorker = needsWorker(order.point, order.variant);
    // Of the workers whoever works on the inbox at the moment.
    const meant = running.flatMap((server, index) => (server && (ofWorker ? roles[index]?.works : index === 0) ? [{ server, index }] : []));
    for (const { server } of meant) server.arm(order);
    const late = new AbortController();
    const first = await Promise.race([
      ...meant.map(({ server, index }) => server.exited.then((end) => ({ index, server, end }))),
      delay(longestWaitMs, null, { signal: late.signal }).catch(() => null),
    ]);
    late.abort();
    if (first === null) {
      record({ at: Date.now(), point: "elsewhere", variant: "" });
      await running[0]?.kill();
      running[0] = null;
      points.elsewhere = (points.elsewhere ?? 0) + 1;
    } else if (first.end.signal === "SIGKILL") {
      const name = `${order.point} ${order.variant}`;
      points[name] = (points[name] ?? 0) + 1;
      running[first.index] = null;
      if (ofWorker) workerKilledAt = performance.now();
    } else {
      crashes.push(first.server.lastWords().slice(-500));
      running[first.index] = null;
    }
    for (const [index, server] of running.entries()) {
      if (!server) continue;
      server.arm(null);
      // Both can pass the point before the second one hears that the order is withdrawn.
      const end = await Promise.race([server.exited, delay(0, null)]);
      if (end !== null) running[index] = null;
    }
  };

  return {
    points,
    crashes,
    killOnce,
    run,
    async watchResumption() {
      const killedAt = Date.now();
      record({ watched: true });
      await run();
      const pending = createPendingReader(settings.storage);
      await pending.waitUntilGone(await pending.keys(killedAt), performance.now() + longestWatchMs);
      await pending.close();
    },
    killAll: async () => void (await Promise.all(running.map((server) => server?.kill()))),
    async stop() {
      const ends = await Promise.all(running.map((server) => server?.stop() ?? true));
      return ends.every(Boolean);
    },
    restarts() {
      const { p50Ms, maxMs } = spreadOf(startDurations);
      return { p50: p50Ms, max: maxMs };
    },
  };
}
