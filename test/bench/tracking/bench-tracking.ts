import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createAskonce } from "@askonce/core";
import type { StorageV1 } from "@askonce/spec/storage";
import { memoryStorefront } from "@askonce/testkit/storefront";
import { Kysely, sql } from "kysely";
import { openStorage } from "../../fault/server/open-storage.ts";
import type { StorageSettings } from "../../fault/server/server-settings.ts";
import { countedStorage } from "../counted-storage.ts";
import { emptyShop } from "../ingest/empty-shop.ts";
import { round, spreadOf, timed } from "../measure.ts";
import type { FillSettings } from "./fill-process.ts";
import { gatesOf, type TrackingStretch } from "./gates.ts";
import { type CourierCounts, scriptedCourier } from "./scripted-courier.ts";

const minuteMs = 60_000;
const startMs = Date.parse("2026-11-17T08:00:00.000Z");
const spreadMs = 3 * 60 * minuteMs;

export interface TrackingBenchOptions {
  /** Default 100000. */
  parcels: number;
  /** An empty database on PostgreSQL; `null` for SQLite in a file that is deleted afterwards. */
  postgresUrl: string | null;
  /** What the courier allows. */
  requestsPerMinute: number;
  batchSize: number;
  /** How often the worker looks, in simulated milliseconds. */
  tickMs: number;
}

type Trackings = { trackings: { state: string; next_poll_at: number; tracking_number: string; fetched_at: number | null } };

/**
 * Many parcels that one process tracks, by a clock that only moves when told: first each is asked for once, as fast as the courier allows;
 * then an hour of everyday polling, with each number's plan somewhere in its three hours. Fails on counts only.
 */
export async function benchTracking(options: TrackingBenchOptions) {
  const directory = mkdtempSync(join(tmpdir(), "askonce-tracking-"));
  const settings: StorageSettings =
    options.postgresUrl === null ? { kind: "sqlite", path: join(directory, "askonce.db") } : { kind: "postgres", url: options.postgresUrl };
  let watching: StorageV1 | null = null;
  let nowMs = startMs;
  const clock = { now: () => nowMs, sleep: async () => {} };
  const needed = Math.ceil(options.parcels / options.batchSize / options.requestsPerMinute);
  // After a refusal the courier is left alone for a minute.
  const mostMinutes = 3 * needed + 30;
  const hourBeginsMs = startMs + (mostMinutes + 1) * minuteMs;
  const courier = scriptedCourier({ ...options, startMs, hourMs: hourBeginsMs });
  try {
    const fillMs = await fill({ storage: settings, parcels: options.parcels, startMs });
    const { storage, statements } = countedStorage(openStorage(settings));
    const askonce = createAskonce({
      storage,
      storefronts: [memoryStorefront(emptyShop).adapter],
      carriers: [courier.adapter],
      shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
      reconcileEveryMs: 24 * 60 * minuteMs,
      clock,
    });
    watching = openStorage(settings);
    const database = new Kysely<Trackings>({ dialect: watching.dialect });
    const rssBefore = process.memoryUsage.rss();
    let rssMost = rssBefore;

    const live = async (minutes: number, isOver: () => Promise<boolean>) => {
      const before = { answers: courier.counts.answers, refused: courier.counts.refused, statements: statements() };
      const beganMs = nowMs;
      const overdue: number[] = [];
      const cpu = process.cpuUsage();
      let [lived, ticks] = [0, 0];
      while (lived < minutes && !(await isOver())) {
        for (const end = nowMs + minuteMs; nowMs < end; nowMs += options.tickMs) {
          await askonce.drain();
          ticks += 1;
        }
        lived += 1;
        overdue.push(await oldestDue(database, nowMs));
        rssMost = Math.max(rssMost, process.memoryUsage.rss());
      }
      const used = process.cpuUsage(cpu);
      const answers = courier.counts.answers - before.answers;
      const caused = statements() - before.statements;
      // What a look costs at which nothing is due: it belongs to the worker and to no parcel.
      await askonce.drain();
      const idle = statements();
      await askonce.drain();
      const perIdleLook = statements() - idle;
      const { p50Ms, maxMs } = spreadOf(overdue);
      const stretch: TrackingStretch = {
        minutes: lived,
        answers,
        requestsPerMinute: perMinute(courier.counts, beganMs, lived),
        refused: courier.counts.refused - before.refused,
        statementsPerIdleLook: perIdleLook,
        statementsPerAnswer: round((caused - ticks * perIdleLook) / Math.max(1, answers), 2),
        overdueMs: { p50: p50Ms, most: maxMs },
      };
      const cpuMs = (used.user + used.system) / 1000;
      return {
        ...stretch,
        cpuMs: Math.round(cpuMs),
        cpuMsPerParcel: round(cpuMs / options.parcels),
        cpuMsPerAnswer: round(cpuMs / Math.max(1, answers)),
      };
    };

    const firstContact = await live(mostMinutes, async () => (await neverAsked(database)) === 0 && courier.counts.answers > 0);
    nowMs = hourBeginsMs;
    await spreadPlans(database, nowMs);
    const hour = await live(60, async () => false);
    const { count } = await database
      .selectFrom("trackings")
      .select((one) => one.fn.countAll().as("count"))
      .executeTakeFirstOrThrow();
    await askonce.stop();

    const limits = { requestsPerMinute: options.requestsPerMinute, statementsPerAnswer: 9, overdueMs: minuteMs + options.tickMs };
    const gated = { parcels: options.parcels, tracked: Number(count), firstContact, hour, limits };
    const exceeded = gatesOf(gated);
    return {
      bench: "tracking",
      storage: settings.kind,
      n: options.parcels,
      batchSize: options.batchSize,
      tickMs: options.tickMs,
      fillMs: Math.round(fillMs),
      ...gated,
      rssMb: { before: Math.round(rssBefore / 1e6), most: Math.round(rssMost / 1e6) },
      exceeded,
      ok: exceeded.length === 0,
    };
  } finally {
    await watching?.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** In a process of its own: a shop of so many orders in the heap of the measured one would be measured as well. */
async function fill(settings: FillSettings): Promise<number> {
  const script = fileURLToPath(new URL("./fill-process.ts", import.meta.url));
  return timed(() => promisify(execFile)(process.execPath, ["--conditions=@askonce/source", script, JSON.stringify(settings)]));
}

function perMinute({ requests }: CourierCounts, fromMs: number, minutes: number): { mean: number; most: number } {
  const first = Math.floor(fromMs / minuteMs);
  const counts = Array.from({ length: minutes }, (_, index) => requests.get(first + index) ?? 0);
  const sum = counts.reduce((total, count) => total + count, 0);
  return { mean: round(sum / Math.max(1, minutes), 1), most: Math.max(0, ...counts) };
}

async function oldestDue(database: Kysely<Trackings>, now: number): Promise<number> {
  const oldest = await database
    .selectFrom("trackings")
    .select((one) => one.fn.min("next_poll_at").as("at"))
    .where("state", "=", "active")
    .executeTakeFirst();
  return oldest?.at == null ? 0 : Math.max(0, now - Number(oldest.at));
}

async function neverAsked(database: Kysely<Trackings>): Promise<number> {
  const { count } = await database
    .selectFrom("trackings")
    .select((one) => one.fn.countAll().as("count"))
    .where("state", "=", "active")
    .where("fetched_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** As after days of tracking: the plans lie anywhere in the time that a parcel on the road waits for its next asking. */
async function spreadPlans(database: Kysely<Trackings>, now: number): Promise<void> {
  await sql`update trackings set next_poll_at = ${now} + (cast(substr(tracking_number, 2) as bigint) * 7919000) % ${spreadMs}`.execute(
    database,
  );
}
