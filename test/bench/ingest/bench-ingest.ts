import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAskonce } from "@askonce/core";
import { startPostgres } from "@askonce/testkit/postgres";
import { Kysely } from "kysely";
import { createCleanUp } from "../../fault/ground/clean-up.ts";
import { openStorage } from "../../fault/server/open-storage.ts";
import type { StorageSettings } from "../../fault/server/server-settings.ts";
import { round } from "../measure.ts";
import { startChild } from "./child.ts";
import { databaseMeter } from "./database-meter.ts";
import { makeDeliveries, sharesOf } from "./deliveries.ts";
import { gatesOf } from "./gates.ts";
import { writeRequests } from "./request-file.ts";
import { type IngestRun, type Phase, runSubject } from "./run-subject.ts";
import type { IngestDefect, SubjectName } from "./subjects/subject.ts";

export interface IngestBenchOptions {
  storage: "postgres" | "sqlite";
  /** Sent as fast as the answers come. */
  webhooks: number;
  connections: number;
  /** Then sent at these rates a second, each for `seconds`. */
  rates: readonly number[];
  seconds: number;
  seed: number;
  /** Whether the same is done with what would be written by hand and with pg-boss; on PostgreSQL only. */
  peers: boolean;
  /** Whether the server process works on what it takes in meanwhile. */
  works: boolean;
  /** Planted in ours, to see that the run fails. */
  defects: readonly IngestDefect[];
  /** Where the server processes leave their processor profiles. */
  profileFolder?: string | undefined;
}

/** Connections of a server process to PostgreSQL: ours with its default, a peer with as many as it was fastest with here. */
const poolSizes: Record<SubjectName, number> = { askonce: 10, insertPerRequest: 32, pgBossSend: 32 };

/**
 * B2: signed webhooks from another process over loopback, on the disk before they are acknowledged. Fails when a webhook takes more commits or
 * statements than it may, when one that was acknowledged is not there, or is there or takes effect twice; never because of the time it took.
 */
export async function benchIngest(options: IngestBenchOptions) {
  const cleanUp = createCleanUp();
  try {
    const folder = cleanUp.add(mkdtempSync(join(tmpdir(), "askonce-bench-")), (path) => rmSync(path, { recursive: true, force: true }));
    const server =
      options.storage === "postgres" ? cleanUp.add(await startPostgres({ durable: true }), (started) => started.dispose()) : null;
    const warmUp = Math.min(1000, Math.ceil(options.webhooks / 5));
    const phases: Phase[] = [
      { webhooks: options.webhooks, perSecond: null },
      ...options.rates.map((perSecond) => ({ webhooks: perSecond * options.seconds, perSecond })),
    ];
    const count = phases.reduce((sum, { webhooks }) => sum + webhooks, warmUp);
    const deliveries = makeDeliveries({ seed: options.seed, count, orders: 500 });
    const requestFile = join(folder, "requests");
    writeRequests(requestFile, deliveries);
    const sender = cleanUp.add(await startChild("./sender-process.ts", requestFile), (child) => child.stop());

    const runOne = async (subject: SubjectName): Promise<IngestRun> => {
      const name = `ingest_${subject.toLowerCase()}`;
      const place: StorageSettings = server
        ? { kind: "postgres", url: await server.createDatabase(name), connections: poolSizes[subject] }
        : { kind: "sqlite", path: join(folder, `${name}.db`) };
      const prepared = await openPrepared(place);
      const meter = server ? await databaseMeter(server.url(), name, server.pid ?? 0) : null;
      try {
        return await runSubject({
          subject,
          settings: { storage: place, defects: options.defects },
          works: options.works && subject === "askonce",
          deliveries,
          sender,
          connections: options.connections,
          phases,
          warmUp,
          database: prepared.database,
          meter,
          // With a planted defect what is stored is wrong already.
          drain: subject === "askonce" && options.defects.length === 0,
          nodeOptions: options.profileFolder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${join(options.profileFolder, subject)}`],
        });
      } finally {
        await meter?.close();
        await prepared.close();
      }
    };
    const own = await runOne("askonce");
    const peers = options.peers && server ? [await runOne("insertPerRequest"), await runOne("pgBossSend")] : [];
    const bodies = deliveries.map(({ body }) => body.length).sort((one, other) => one - other);
    const shares = sharesOf(deliveries);
    const exceeded = gatesOf(own);
    return {
      bench: "ingest",
      storage: server ? `postgres ${server.version}, fsync on` : "sqlite, durability full",
      n: count,
      seed: options.seed,
      connections: options.connections,
      works: options.works,
      ...(options.defects.length > 0 ? { defects: options.defects } : {}),
      bodyBytes: { p50: bodies[bodies.length >> 1] ?? 0, max: bodies.at(-1) ?? 0 },
      duplicateShare: round(shares.duplicates),
      reorderedShare: round(shares.reordered),
      askonce: own,
      peers: peers.map((peer) => ({ ...peer, ...timesOf(own, peer) })),
      exceeded,
      ok: exceeded.length === 0,
    };
  } finally {
    await cleanUp.run();
  }
}

/** How many times ours accepts what the peer does, at the peer's expense in processor time and log. */
function timesOf(own: IngestRun, peer: IngestRun) {
  const cpuOf = ({ closed }: IngestRun) => closed.serverCpuMsPerThousand + (closed.databaseCpuMsPerThousand ?? 0);
  return {
    oursAcceptsTimes: round(own.closed.acceptedPerSecond / peer.closed.acceptedPerSecond, 2),
    oursTakesOfItsCpu: round(cpuOf(own) / cpuOf(peer), 2),
  };
}

/** The schema is made before, so that no subject pays for it. */
async function openPrepared(place: StorageSettings) {
  const askonce = createAskonce({ storage: openStorage(place) });
  await askonce.migrate();
  await askonce.stop();
  const storage = openStorage(place.kind === "postgres" ? { ...place, connections: 2 } : place);
  const database = new Kysely<unknown>({ dialect: storage.dialect });
  return { database, close: () => database.destroy().then(() => storage.close()) };
}
