import { createServer, type Server } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { type Askonce, createAskonce, type Handler, systemCaller } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import { sqlite } from "@askonce/sqlite";
import { conformanceClock, memoryStorefront } from "@askonce/testkit";
import { generateShop } from "@askonce/testkit/shop-data";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probabilityOfSlower } from "./rank-statistic.ts";

/**
 * What a stranger learns at every door that is open to them: nothing. Each door is tried a thousand times with what exists and a thousand times
 * with what does not, in random order; statuses, headers and bodies are the same, and the times cannot be told apart.
 */
const tries = 1000;
/**
 * With a thousand of each, the statistic of two alike has a standard deviation of 0.013; answers that were under way together are not
 * independent, which makes it a few times that. A door that is 20 ms quicker for one of them comes to nearly 1 or 0: see the last test.
 */
const mostLean = 0.08;
const atATime = 64;
/** As many tries as no limit stops; then the clock is moved on. */
const triesInBatch = 200;

const startedAt = Date.parse("2026-11-20T09:00:00.000Z");
const clock = conformanceClock(startedAt);
const shop = generateShop({ seed: 17, orders: 400, now: new Date(startedAt).toISOString() });
const numbers = shop.orders.map((order) => order.number);
const emails = [...new Set(shop.orders.map((order) => order.email))];
const servers: Server[] = [];
let askonce: Askonce;
let url = "";
const ticketIds: string[] = [];
const ticketNumbers: number[] = [];
let packet = "";

const at = <Value>(list: readonly Value[], index: number): Value => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error("an empty list");
  return found;
};

interface Try {
  method: "GET" | "POST";
  path: string;
  body?: unknown;
  client?: string;
}

interface Door {
  /** What a stranger sends at their `index`th try. */
  of(exists: boolean, index: number): Try;
  /** Before each batch. */
  prepare?(): Promise<void>;
  /** The statuses of one try after the other at one number or address, all from one client; without it the door has no limit. */
  stopsAfter?: number;
}

/** A number or address that nobody has, as long as those that somebody has. */
const missingNumber = (index: number) =>
  at(numbers, index)
    .replace(/\d/g, (digit) => String((Number(digit) + 5) % 10))
    .replace(/\d$/, "") +
  (index % 10);
const missingEmail = (index: number) => `x${at(emails, index).slice(1)}`;
const number = (exists: boolean, index: number) => (exists ? at(numbers, index) : missingNumber(index));
const email = (exists: boolean, index: number) => (exists ? at(emails, index) : missingEmail(index));
/** The wrong second detail, of either kind. */
const proof = (exists: boolean, index: number) => ({
  number: number(exists, index),
  ...(index % 2 ? { email: `stranger${index}@example.test` } : { postcode: "000000" }),
});
const missingId = (id: string) => `${id.slice(0, -4)}${id.endsWith("zzzz") ? "0000" : "zzzz"}`;
const id = (exists: boolean, index: number) => (exists ? at(ticketIds, index) : missingId(at(ticketIds, index)));

const doors: Record<string, Door> = {
  "POST /order-lookup": {
    of: (exists, index) => ({ method: "POST", path: "/order-lookup", body: proof(exists, index) }),
    stopsAfter: 10,
  },
  "POST /order-lookup/where-is": {
    of: (exists, index) => ({ method: "POST", path: "/order-lookup/where-is", body: proof(exists, index) }),
    stopsAfter: 10,
  },
  "POST /order-lookup/problems": {
    of: (exists, index) => ({ method: "POST", path: "/order-lookup/problems", body: { ...proof(exists, index), kind: "damaged" } }),
    stopsAfter: 10,
  },
  "POST /verifications": {
    of: (exists, index) => ({ method: "POST", path: "/verifications", body: { email: email(exists, index) } }),
    stopsAfter: 3,
  },
  "POST /verifications/confirm": {
    of: (exists, index) => ({ method: "POST", path: "/verifications/confirm", body: { email: email(exists, index), code: "1234567" } }),
    // Those that exist have a code that could be right; the others none.
    prepare: async () =>
      void (await Promise.all(
        emails.slice(0, triesInBatch).map((known) => askonce.verifications.start({ email: known }, undefined, null)),
      )),
    stopsAfter: 10,
  },
  "GET /forms/{purpose}": {
    of: (exists, index) => ({ method: "GET", path: `/forms/report?kind=damaged&number=${encodeURIComponent(number(exists, index))}` }),
  },
  "GET /my/… without a token": {
    of: (exists, index) => ({
      method: "GET",
      path: at(
        [
          `/my/where-is?number=${encodeURIComponent(number(exists, index))}`,
          `/my/tickets/${id(exists, index)}/messages`,
          `/my/forms/report?number=${encodeURIComponent(number(exists, index))}`,
        ],
        index,
      ),
    }),
  },
  "GET /tickets/{id} without a token": { of: (exists, index) => ({ method: "GET", path: `/tickets/${id(exists, index)}` }) },
  "GET /tickets/{number} without a token": {
    of: (exists, index) => ({ method: "GET", path: `/tickets/${exists ? at(ticketNumbers, index) : 70_000 + (index % 1000)}/context` }),
  },
  "POST /packets/read": {
    of: (exists) => ({ method: "POST", path: "/packets/read", body: { token: exists ? unsigned(packet) : unsigned(renamed(packet)) } }),
  },
};

/** A packet with a signature that is not ours. */
const unsigned = (token: string) => `${token.slice(0, -8)}${token.endsWith("AAAAAAAA") ? "BBBBBBBB" : "AAAAAAAA"}`;
/** The same about a ticket that does not exist. */
function renamed(token: string): string {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const text = Buffer.from(payload, "base64url")
    .toString()
    .replaceAll(/tkt_\w+/g, missingId);
  return [header, Buffer.from(text).toString("base64url"), signature].join(".");
}

async function serve(handler: Handler): Promise<string> {
  // The client's address comes from a proxy of the test's own; most tries come from nobody knows where.
  const clientAddress = (request: { headers: NodeJS.Dict<string | string[]> }) => request.headers["x-test-client"]?.toString() ?? null;
  const server = createServer(toNodeHandler(handler, { clientAddress }));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/api/v1`;
}

interface Answer {
  /** Everything a stranger sees but the id of their own request. */
  seen: string;
  status: number;
  ms: number;
}

async function send(base: string, { method, path, body, client }: Try): Promise<Answer> {
  const from = performance.now();
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { ...(client ? { "x-test-client": client } : {}), ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const ms = performance.now() - from;
  const own = new Set(["date", "x-request-id"]);
  const headers = [...response.headers].filter(([name]) => !own.has(name));
  const { status } = response;
  return { seen: JSON.stringify([status, headers, text.replace(/"requestId":"req_\w+"/, "")]), status, ms };
}

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Tries a door with what exists and with what does not, in random order, a few at a time. */
async function tryDoor(base: string, door: Door, count: number): Promise<{ existing: number[]; missing: number[]; seen: Set<string>[] }> {
  const next = random(5);
  const times = { existing: [] as number[], missing: [] as number[] };
  const seen: Set<string>[] = [];
  for (let begin = 0; begin < count; begin += triesInBatch / 2) {
    clock.advance(61 * 60_000);
    await door.prepare?.();
    const batch = Array.from({ length: Math.min(triesInBatch / 2, count - begin) }, (_, index) => [
      { exists: true, index: begin + index },
      { exists: false, index: begin + index },
    ]).flat();
    for (let index = batch.length - 1; index > 0; index--) {
      const other = Math.floor(next() * (index + 1));
      [batch[index], batch[other]] = [at(batch, other), at(batch, index)];
    }
    const found = new Set<string>();
    seen.push(found);
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (let one = batch.pop(); one; one = batch.pop()) {
          const answer = await send(base, door.of(one.exists, one.index));
          found.add(answer.seen);
          times[one.exists ? "existing" : "missing"].push(answer.ms);
        }
      }),
    );
  }
  return { ...times, seen };
}

beforeAll(async () => {
  askonce = createAskonce({
    storage: sqlite(":memory:"),
    shop: { countryCode: "RO", timeZone: "Europe/Bucharest" },
    storefronts: [memoryStorefront(shop, { pageSize: 100 }).adapter],
    identity: { secrets: ["an identity secret of 32 or more characters"], sendCode: async () => {} },
    packets: { keys: [{ id: "test", secret: "a key for packets of 32 or more characters" }] },
    clock,
  });
  await askonce.sync.backfill("memory");
  for (let index = 0; index < 50; index++) {
    const ticket = await askonce.tickets.create(
      { subject: "Private", customer: { email: at(emails, index) }, message: { text: "x" } },
      systemCaller,
    );
    ticketIds.push(ticket.id);
    ticketNumbers.push(ticket.number);
  }
  packet = (await askonce.packets.make(at(ticketIds, 0), { purpose: "system", lifetimeMs: 86_400_000 }, systemCaller)).token;
  url = await serve(askonce.handler);
}, 60_000);

afterAll(async () => {
  for (const server of servers) server.close();
  for (const server of servers) server.closeAllConnections();
  await askonce.stop();
  clock.stop();
});

describe("a stranger", () => {
  it("is tried with what exists and with what does not", () => {
    for (let index = 0; index < tries; index++) {
      expect(numbers).not.toContain(missingNumber(index));
      expect(emails).not.toContain(missingEmail(index));
    }
    expect(missingId(at(ticketIds, 0))).not.toBe(at(ticketIds, 0));
    expect(emails.length).toBeGreaterThan(triesInBatch / 6);
  });

  it.each(Object.keys(doors))("learns nothing at %s", async (name) => {
    const door = doors[name];
    if (!door) throw new Error("no such door");
    const { existing, missing, seen } = await tryDoor(url, door, tries);
    expect([existing.length, missing.length]).toEqual([tries, tries]);
    // The answers of one moment: one says when the code is over.
    for (const answers of seen) expect([...answers], "one answer to all").toHaveLength(1);
    const lean = probabilityOfSlower(existing, missing) - 0.5;
    expect(Math.abs(lean), `existing are slower with a probability of ${(lean + 0.5).toFixed(3)}`).toBeLessThanOrEqual(mostLean);
  });

  it.each(Object.keys(doors).filter((name) => doors[name]?.stopsAfter))("is stopped at %s alike, whatever they try", async (name) => {
    const door = doors[name];
    clock.advance(24 * 3_600_000);
    const statuses = async (exists: boolean) => {
      const answers: [number, string][] = [];
      for (let round = 0; round < (door?.stopsAfter ?? 0) + 2; round++) {
        const answer = await send(url, door?.of(exists, 7) ?? { method: "GET", path: "/" });
        answers.push([answer.status, answer.seen]);
      }
      return answers;
    };
    const [existing, missing] = await Promise.all([statuses(true), statuses(false)]);
    expect(existing.map(([status]) => status === 429)).toEqual([...Array(door?.stopsAfter).fill(false), true, true]);
    expect(missing).toEqual(existing);
  });

  it.each(Object.keys(doors).filter((name) => doors[name]?.stopsAfter))(
    "is stopped at %s over all numbers and addresses, whatever they try",
    async (name) => {
      const door = doors[name];
      clock.advance(24 * 3_600_000);
      const statuses = async (exists: boolean, client: string) => {
        const counts = new Map<number, number>();
        const all = Array.from({ length: 66 }, (_, index) =>
          send(url, { ...(door?.of(exists, index) ?? { method: "GET", path: "/" }), client }),
        );
        for (const { status } of await Promise.all(all)) counts.set(status, (counts.get(status) ?? 0) + 1);
        return counts;
      };
      const existing = await statuses(true, "203.0.113.9");
      expect(existing.get(429)).toBeGreaterThan(0);
      expect(await statuses(false, "203.0.113.10")).toEqual(existing);
    },
  );

  it.each([
    ["slower for what exists", true],
    ["slower for what does not", false],
  ])("would be noticed to learn from answers that are 20 ms %s", async (_, slowIfExists) => {
    const leaking = await serve(async (request, info) => {
      const { number: asked } = JSON.parse(await request.clone().text());
      if (numbers.includes(asked) === slowIfExists) await delay(20);
      return askonce.handler(request, info);
    });
    const { existing, missing } = await tryDoor(leaking, at(Object.values(doors), 0), 300);
    const lean = probabilityOfSlower(existing, missing) - 0.5;
    expect(slowIfExists ? lean : -lean).toBeGreaterThan(2 * mostLean);
  });
});

describe("the rank statistic", () => {
  it("is 0.5 for two alike, 1 and 0 for two apart, and counts ties half", () => {
    expect(probabilityOfSlower([1, 2, 3], [1, 2, 3])).toBe(0.5);
    expect(probabilityOfSlower([4, 5], [1, 2, 3])).toBe(1);
    expect(probabilityOfSlower([1], [2, 3])).toBe(0);
    expect(probabilityOfSlower([2], [1, 2])).toBe(0.75);
  });
});
