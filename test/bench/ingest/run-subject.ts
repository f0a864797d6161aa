import { loadavg } from "node:os";
import { type Kysely, sql } from "kysely";
import { round } from "../measure.ts";
import { type AppliedFindings, checkApplied } from "./check-applied.ts";
import { checkStored, countOf, type StoredFindings } from "./check-stored.ts";
import { type Child, startChild } from "./child.ts";
import type { DatabaseMeter, DatabaseReading } from "./database-meter.ts";
import type { Delivery } from "./deliveries.ts";
import { type DrainResult, drainBacklog } from "./drain-backlog.ts";
import { type Latency, latencyOf } from "./latency.ts";
import type { SendOrder, SendResult } from "./sender-process.ts";
import type { ServerReading } from "./server-process.ts";
import type { SubjectName, SubjectSettings } from "./subjects/subject.ts";

/** One stretch of a run: so many webhooks, sent in one manner. */
export interface Phase {
  webhooks: number;
  /** `null`: as fast as the answers come. */
  perSecond: number | null;
}

export interface PhaseResult {
  webhooks: number;
  perSecond: number | null;
  acceptedPerSecond: number;
  latency: Latency;
  commitsPerWebhook: number;
  webhooksPerCommit: number;
  statementsPerWebhook: number;
  /** Processor time of the process that takes the webhooks, in milliseconds for a thousand of them. */
  serverCpuMsPerThousand: number;
  /** The same of all processes of the database server; of the sender. */
  databaseCpuMsPerThousand: number | null;
  senderCpuMsPerThousand: number;
  walBytesPerWebhook: number | null;
  /** Of the machine, over the last minute, when the phase ended: what else goes on here. */
  loadAverage: number;
}

export interface IngestRun {
  subject: SubjectName;
  /** The phase that is sent as fast as the answers come. */
  closed: PhaseResult;
  open: PhaseResult[];
  /** Deliveries that were answered with something else than 2xx. */
  refused: number;
  duplicatesRecognized: number;
  /** Of the whole run, by the database's own count. */
  syncsPerWebhook: number | null;
  transactionsPerWebhook: number | null;
  serverRssBytes: number;
  stored: StoredFindings;
  applied: (DrainResult & { findings: AppliedFindings }) | null;
}

export interface SubjectRun {
  subject: SubjectName;
  settings: Omit<SubjectSettings, "subject" | "listens" | "works">;
  /** Whether the server works on what it takes in while it takes it in. */
  works: boolean;
  deliveries: readonly Delivery[];
  sender: Child;
  connections: number;
  phases: readonly Phase[];
  /** Of these deliveries nobody takes the time. */
  warmUp: number;
  database: Kysely<unknown>;
  meter: DatabaseMeter | null;
  /** Whether a worker then applies what has come in. */
  drain: boolean;
  /** For the server process. */
  nodeOptions: readonly string[];
}

/** Sends one subject all deliveries, phase after phase, and compares what it has stored with them. */
export async function runSubject(run: SubjectRun): Promise<IngestRun> {
  const { subject, deliveries, meter, sender } = run;
  const settings: SubjectSettings = { ...run.settings, subject, listens: true, works: run.works };
  const server = await startChild("./server-process.ts", JSON.stringify(settings), run.nodeOptions);
  const read = () => server.ask<ServerReading>("read");
  const { port } = await read();
  const acknowledged: boolean[] = [];
  const results: PhaseResult[] = [];
  const first = await meter?.read();
  let from = 0;
  let rssBytes = 0;
  for (const phase of [{ webhooks: run.warmUp, perSecond: null }, ...run.phases]) {
    const order: SendOrder = { port: port ?? 0, from, to: from + phase.webhooks, connections: run.connections, perSecond: phase.perSecond };
    const before = { server: await read(), database: await meter?.read() };
    const { result } = await sender.ask<{ result: SendResult }>(order);
    const after = { server: await read(), database: await meter?.read() };
    acknowledged.push(...result.statuses.map((status) => status >= 200 && status < 300));
    results.push(resultOf(phase, result, before, after));
    rssBytes = Math.max(rssBytes, after.server.rssBytes);
    if (from === 0) await settleIn(run, settings);
    from = order.to;
  }
  await server.stop();
  const last = await meter?.read();
  const sent = deliveries.slice(0, from);
  const stored = await checkStored(run.database, subject, sent, acknowledged);
  const [closed, ...open] = results.slice(1);
  if (!closed) throw new Error("A run has at least one phase");
  const accepted = acknowledged.filter(Boolean).length;
  const perWebhook = (name: "walSyncs" | "transactions") => (first && last ? round((last[name] - first[name]) / from) : null);
  return {
    subject,
    closed,
    open,
    refused: from - accepted,
    duplicatesRecognized: accepted - stored.stored,
    syncsPerWebhook: perWebhook("walSyncs"),
    transactionsPerWebhook: perWebhook("transactions"),
    serverRssBytes: rssBytes,
    stored,
    applied: run.drain ? { ...(await drain(run, settings)), findings: await checkApplied(run.database, sent) } : null,
  };
}

/**
 * After the warm-up a worker applies what came, and PostgreSQL takes its statistics, as its autovacuum does within a minute of the first rows.
 * Before that it takes a shop's rows for few and looks rows up by the shop alone.
 */
async function settleIn(run: SubjectRun, settings: SubjectSettings): Promise<void> {
  if (run.drain && !run.works) await drain(run, settings);
  if (settings.storage.kind === "postgres") await sql`analyze`.execute(run.database);
}

function drain(run: SubjectRun, settings: SubjectSettings): Promise<DrainResult> {
  return drainBacklog({ ...settings, listens: false, works: true }, run.nodeOptions, {
    count: (query) => countOf(run.database, query),
    meter: run.meter,
  });
}

interface Reading {
  server: ServerReading;
  database: DatabaseReading | undefined;
}

function resultOf({ webhooks, perSecond }: Phase, sent: SendResult, before: Reading, after: Reading): PhaseResult {
  const accepted = sent.statuses.filter((status) => status >= 200 && status < 300).length;
  const commits = after.server.commits - before.server.commits;
  const each = (total: number) => round(total / webhooks);
  const inDatabase = (name: "walBytes" | "cpuMs") =>
    before.database && after.database ? after.database[name] - before.database[name] : null;
  const wal = inDatabase("walBytes");
  const databaseCpuMs = inDatabase("cpuMs");
  return {
    webhooks,
    perSecond,
    acceptedPerSecond: Math.round((accepted * 1000) / sent.elapsedMs),
    latency: latencyOf(sent.durations),
    commitsPerWebhook: each(commits),
    webhooksPerCommit: round(webhooks / Math.max(1, commits), 1),
    statementsPerWebhook: each(after.server.statements - before.server.statements),
    serverCpuMsPerThousand: Math.round(each((after.server.cpuMs - before.server.cpuMs) * 1000)),
    databaseCpuMsPerThousand: databaseCpuMs === null ? null : Math.round(each(databaseCpuMs * 1000)),
    senderCpuMsPerThousand: Math.round(each(sent.cpuMs * 1000)),
    walBytesPerWebhook: wal === null ? null : Math.round(each(wal)),
    loadAverage: round(loadavg()[0] ?? 0, 1),
  };
}
