import { setTimeout as delay } from "node:timers/promises";
import { sql } from "kysely";
import { round } from "../measure.ts";
import { startChild } from "./child.ts";
import type { DatabaseMeter } from "./database-meter.ts";
import type { ServerReading } from "./server-process.ts";
import type { SubjectSettings } from "./subjects/subject.ts";

export interface DrainResult {
  /** What waited when the worker began. */
  backlog: number;
  eventsPerSecond: number;
  statementsPerEvent: number;
  commitsPerEvent: number;
  /** Of the whole process, its start included. */
  workerCpuMsPerThousand: number;
  databaseCpuMsPerThousand: number | null;
  walBytesPerEvent: number | null;
  /** Times that an order was read from the storefront although its change had come whole. */
  upstreamReads: number;
}

type Count = (query: ReturnType<typeof sql>) => Promise<number>;

const pending = sql`select count(*) as count from inbox where shop_id = 'default' and state = 'pending'`;
/** Cheap, for it is asked again and again beside what is measured. */
const anyPending = sql`select count(*) as count from (select 1 from inbox where shop_id = 'default' and state = 'pending' limit 1) one`;
const longestMs = 300_000;

/** A worker of its own works until nothing waits any more. */
export async function drainBacklog(
  settings: SubjectSettings,
  nodeOptions: readonly string[],
  { count, meter }: { count: Count; meter: DatabaseMeter | null },
): Promise<DrainResult> {
  const backlog = await count(pending);
  const worker = await startChild("./server-process.ts", JSON.stringify(settings), nodeOptions);
  const databaseBefore = await meter?.read();
  const startedAt = performance.now();
  // Its answer comes late: by then it is at work.
  const began = worker.ask<ServerReading>("begin");
  while ((await count(anyPending)) > 0 && performance.now() - startedAt < longestMs) await delay(50);
  const elapsedMs = performance.now() - startedAt;
  await began;
  const after = await worker.ask<ServerReading>("read");
  const databaseAfter = await meter?.read();
  await worker.stop();
  const done = Math.max(1, backlog - (await count(pending)));
  const inDatabase = (name: "walBytes" | "cpuMs") =>
    databaseBefore && databaseAfter ? Math.round(((databaseAfter[name] - databaseBefore[name]) * 1000) / done) : null;
  const wal = inDatabase("walBytes");
  return {
    backlog,
    eventsPerSecond: Math.round((done * 1000) / elapsedMs),
    statementsPerEvent: round(after.statements / done, 1),
    commitsPerEvent: round(after.commits / done, 3),
    workerCpuMsPerThousand: Math.round((after.cpuMs * 1000) / done),
    databaseCpuMsPerThousand: inDatabase("cpuMs"),
    walBytesPerEvent: wal === null ? null : Math.round(wal / 1000),
    upstreamReads: after.upstreamReads,
  };
}
