import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Askonce, createShops, type MoveProgress, systemCaller } from "@askonce/core";
import { startPostgres } from "@askonce/testkit/postgres";
import { round } from "../../bench/measure.ts";
import type { StorageKind } from "../ground/run-files.ts";
import { openPlaces, type Places } from "./places.ts";

export interface MoveOptions {
  storage: StorageKind;
  seed: number;
  /** How often the process that moves the shop is killed before one may end. Default 20. */
  kills?: number;
  /** Tickets that the shop has at the beginning, each with two messages. Default 1000. */
  tickets?: number;
}

const longestStopMs = 2000;
const shopId = "moving";

/** A shop is moved back and forth while agents write, by processes that are killed at random moments. */
export async function moveFault({ storage, seed, kills = 20, tickets = 1000 }: MoveOptions) {
  const startedAt = performance.now();
  const random = createRandom(seed);
  const { places, dispose } = await preparePlaces(storage);
  const shops = createShops({ ...openPlaces(places), options: () => ({}) });
  try {
    await fillShop(await shops.add(shopId, { databaseId: "one" }), tickets);
    const acknowledged: string[] = [];
    const refused: Record<string, number> = {};
    let writing = true;
    let slowestMs = 0;
    const agent = async (name: string) => {
      for (let index = 0; writing; index++) {
        const subject = `${name} ${index}`;
        const sentAt = performance.now();
        try {
          await shops.run(shopId, (askonce) => askonce.tickets.create({ subject, message: { text: subject } }, systemCaller));
          acknowledged.push(subject);
        } catch (error) {
          const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
          refused[code] = (refused[code] ?? 0) + 1;
        }
        slowestMs = Math.max(slowestMs, performance.now() - sentAt);
        await delay(5);
      }
    };
    const agents = ["a", "b", "c"].map(agent);
    const stops: number[] = [];
    let killed = 0;
    let target = "two";
    const ended = (result: MoveProgress) => {
      if (result.writeStopMs) stops.push(result.writeStopMs);
      target = target === "two" ? "one" : "two";
    };
    while (killed < kills) {
      // The first tries are killed early, the later ones at any moment of a whole move.
      const result = await runMover(places, target, 300 + random() * 2500);
      if (result === null) killed++;
      else ended(result);
    }
    // A process killed after its last step had moved the shop: the next finds nothing to do, and is no move to be measured.
    for (let tries = 0; tries === 0 || (stops.length === 0 && tries < 2); tries++) {
      const result = await runMover(places, target, null);
      if (result) ended(result);
    }
    await delay(500);
    writing = false;
    await Promise.all(agents);
    const found = await readSubjects(await shops.get(shopId));
    const counts = new Map<string, number>();
    for (const subject of found) counts.set(subject, (counts.get(subject) ?? 0) + 1);
    const lost = acknowledged.filter((subject) => !counts.has(subject)).length;
    const doubled = [...counts.values()].filter((count) => count > 1).length;
    const kept = found.filter((subject) => subject.startsWith("Before ")).length;
    const ok =
      lost === 0 &&
      doubled === 0 &&
      kept === tickets &&
      stops.length > 0 &&
      stops.every((stop) => stop <= longestStopMs) &&
      Object.keys(refused).length === 0;
    return {
      fault: "move",
      storage,
      seed,
      n: killed,
      moves: stops.length,
      tickets,
      acked: acknowledged.length,
      lost,
      doubled,
      missingFromBefore: tickets - kept,
      refused,
      writeStopMs: { max: Math.max(0, ...stops), all: stops },
      slowestMs: round(slowestMs),
      ms: round(performance.now() - startedAt),
      ok,
    };
  } finally {
    await shops.stop();
    await dispose();
  }
}

/** @returns `null` when it was killed before it had ended */
async function runMover(places: Places, target: string, killAfterMs: number | null): Promise<MoveProgress | null> {
  const program = fileURLToPath(new URL("./mover.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@askonce/source", "--no-warnings", program], {
    env: { ...process.env, PLACES: JSON.stringify(places), TARGET: target },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let problem = "";
  child.stdout.on("data", (bytes) => {
    output += bytes;
  });
  child.stderr.on("data", (bytes) => {
    problem += bytes;
  });
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (timer) clearTimeout(timer);
  if (code !== null && code !== 0) throw new Error(`The move failed: ${problem.slice(0, 2000)}`);
  return code === 0 ? (JSON.parse(output) as MoveProgress) : null;
}

async function preparePlaces(storage: StorageKind): Promise<{ places: Places; dispose(): Promise<void> }> {
  if (storage === "sqlite") {
    const folder = await mkdtemp(join(tmpdir(), "askonce-move-"));
    const file = (name: string) => join(folder, `${name}.db`);
    return {
      places: { directory: file("directory"), databases: { one: file("one"), two: file("two") } },
      dispose: () => rm(folder, { recursive: true, force: true }),
    };
  }
  const servers = [await startPostgres({ durable: true }), await startPostgres({ durable: true })];
  const [first, second] = servers;
  if (!first || !second) throw new Error("Two servers are needed");
  return {
    places: {
      directory: await first.createDatabase(),
      databases: { one: await first.createDatabase(), two: await second.createDatabase() },
    },
    dispose: async () => {
      for (const server of servers) await server.dispose();
    },
  };
}

async function fillShop(askonce: Askonce, tickets: number): Promise<void> {
  for (let index = 0; index < tickets; index++) {
    const input = {
      subject: `Before ${index}`,
      customer: { email: `c${index % 97}@example.com` },
      message: { text: `Where is order ${index}?` },
    };
    await askonce.tickets.create(input, systemCaller);
  }
}

async function readSubjects(askonce: Askonce): Promise<string[]> {
  const subjects: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await askonce.tickets.list({ limit: 100, cursor }, systemCaller);
    subjects.push(...page.items.map((ticket) => ticket.subject));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return subjects;
}

/** mulberry32: small, and the same numbers for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
