import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testDatabase } from "@askonce/testkit/postgres";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemCaller } from "../caller.ts";
import { createAskonce } from "../create-askonce.ts";
import { type JobKind, openStorage } from "../jobs/__fixtures__/open-storage.ts";
import { createPublicFetch } from "../node/public-fetch.ts";
import { faultyStorage } from "../testing/faulty-storage.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorageFlavor } from "../testing/test-storage.ts";
import { receiver } from "./__fixtures__/receiver.ts";
import { eventually, openTickets, owner, webhookInstance, webhookStorage } from "./__fixtures__/webhook-instance.ts";
import { webhooksToLoopback } from "./__fixtures__/webhook-instance-options.ts";

const kinds: readonly JobKind[] = testStorageFlavor === "sqlite" ? ["SQLite, built-in"] : ["PostgreSQL, built-in", "PostgreSQL, pg-boss"];
const promisedMs = 10_000;
const script = fileURLToPath(new URL("./__fixtures__/killed-sender.ts", import.meta.url));

async function locationOf(kind: JobKind): Promise<string> {
  return kind === "SQLite, built-in" ? join(temporaryFolder(), "askonce.db") : ((await testDatabase()) ?? expect.fail("no PostgreSQL"));
}

/** One process of an instance, by the machine's clock. */
function processOn(kind: JobKind, location: string) {
  const askonce = createAskonce({ storage: openStorage(kind, location), webhooks: webhooksToLoopback() });
  onTestFinished(() => askonce.stop());
  return askonce;
}

/** @returns when it was killed */
async function killSender(kind: JobKind, location: string): Promise<number> {
  const child = spawn(process.execPath, ["--conditions=@askonce/source", "--no-warnings", script, kind, location], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let problems = "";
  child.stderr.on("data", (chunk) => {
    problems += chunk;
  });
  const [, signal] = await once(child, "exit");
  if (signal !== "SIGKILL") throw new Error(`The sender was not killed: ${problems}`);
  return performance.now();
}

describe.each(kinds)("several processes (%s)", (kind) => {
  it("send again within ten seconds, under the same id, what one had sent and not written down when it was killed", async ({
    annotate,
  }) => {
    const location = await locationOf(kind);
    const target = await receiver();
    const askonce = processOn(kind, location);
    const { id } = await askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets({ askonce }, 1);
    const killedAt = await killSender(kind, location);
    expect(target.received).toHaveLength(1);
    await askonce.start();
    await expect.poll(() => target.received.length, { timeout: promisedMs * 2, interval: 10 }).toBe(2);
    const resumedMs = performance.now() - killedAt;
    await annotate(`resumedMs ${Math.round(resumedMs)} (${kind})`);
    expect(resumedMs).toBeLessThanOrEqual(promisedMs);
    const [first, second] = target.received.map((one) => one.headers);
    expect([second?.["webhook-id"], second?.["askonce-delivery-id"]]).toEqual([first?.["webhook-id"], first?.["askonce-delivery-id"]]);
    await eventually(async () => {
      const { items } = await askonce.webhooks.deliveries(id, { limit: 10 }, owner);
      expect(items).toMatchObject([{ state: "delivered", attempts: 1 }]);
    });
  }, 60_000);

  it("make one delivery of each event and send it once", async () => {
    const location = await locationOf(kind);
    const target = await receiver();
    const processes = [processOn(kind, location), processOn(kind, location), processOn(kind, location)];
    const [first] = processes;
    if (!first) throw new Error("There is no process");
    const { id } = await first.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await Promise.all(processes.map((one) => one.start()));
    await Promise.all(processes.map((askonce) => openTickets({ askonce }, 30)));
    await expect.poll(() => target.received.length, { timeout: 40_000, interval: 20 }).toBe(90);
    expect(new Set(target.received.map((one) => one.headers["webhook-id"])).size).toBe(90);
    await eventually(async () => {
      const { items } = await first.webhooks.deliveries(id, { limit: 100 }, owner);
      expect(items.map((item) => item.state)).toEqual(Array.from({ length: 90 }, () => "delivered"));
    });
    expect(target.mostAtOnce).toBeLessThanOrEqual(2);
  }, 60_000);
});

describe("an endpoint that a process is sending to", () => {
  it("is left to it by the others, until it stops", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const target = await receiver(() => new Promise<number>(() => {}));
    const webhooks = { transport: createPublicFetch({ allowPrivateNetworks: true }) };
    const one = webhookInstance({ path, webhooks });
    const other = webhookInstance({ path, webhooks });
    const { id } = await one.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(one, 1);
    await one.askonce.start();
    await eventually(() => expect(target.received).toHaveLength(1));
    const deliverHere = async () => {
      await other.askonce.jobs.enqueue({ name: "webhook.deliver", data: { endpointId: id } });
      await other.askonce.drain();
    };
    // Longer than a lease lasts that nobody renews.
    for (const endsAt = performance.now() + 7000; performance.now() < endsAt; ) {
      await deliverHere();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(target.received).toHaveLength(1);
    await one.askonce.stop();
    target.answer = () => 204;
    await deliverHere();
    expect(target.received.map((received) => received.headers["webhook-id"])).toEqual([
      target.received[0]?.headers["webhook-id"],
      target.received[0]?.headers["webhook-id"],
    ]);
    expect((await other.askonce.webhooks.deliveries(id, { limit: 2 }, owner)).items).toMatchObject([{ state: "delivered", attempts: 1 }]);
  }, 30_000);
});

describe("making deliveries", () => {
  // The wrapper around the connections is for those of SQLite.
  it.runIf(testStorageFlavor === "sqlite")("happens once, whichever statement of it fails", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    let failsAt = Number.POSITIVE_INFINITY;
    let count = 0;
    const storage = faultyStorage(webhookStorage(path), (statement) => {
      if (/subscribers|webhook_deliveries|into jobs/.test(statement) && ++count === failsAt) throw new Error("cut off");
    });
    const made = webhookInstance({ storage });
    const target = await receiver(() => 204);
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    let cuts = 0;
    for (failsAt = 1; failsAt <= 30; failsAt++) {
      await openTickets(made, 1);
      count = 0;
      await made.askonce.drain().catch(() => {
        cuts++;
      });
      // What was cut off in a job waits for its next try.
      made.clock.advance(3_600_000);
    }
    failsAt = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 4; turn++) {
      await made.askonce.drain();
      made.clock.advance(3_600_000);
    }
    const { items } = await made.askonce.webhooks.deliveries(id, { limit: 100 }, owner);
    expect(cuts).toBeGreaterThan(3);
    expect(items.map((item) => item.state)).toEqual(Array.from({ length: 30 }, () => "delivered"));
    expect(new Set(items.map((item) => item.eventId)).size).toBe(30);
    expect(new Set(target.received.map((one) => one.headers["webhook-id"])).size).toBe(30);
    expect(await made.askonce.tickets.list({ limit: 100 }, systemCaller)).toMatchObject({ items: expect.objectContaining({ length: 30 }) });
  });
});
