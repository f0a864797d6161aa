import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createClient, followEvents } from "@askonce/client";
import { createAskonce } from "@askonce/core";
import { postgres } from "@askonce/postgres";
import type { AskonceEvent } from "@askonce/spec";
import { memoryStorefront } from "@askonce/testkit";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { generateShop } from "@askonce/testkit/shop-data";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** One database, one process that answers, one that works: what happens in one is seen in the other. */
const reason = await postgresUnavailable();
const shop = generateShop({ seed: 7, orders: 20, now: "2026-11-20T09:00:00.000Z" });
const memory = memoryStorefront(shop, {});

interface Started {
  child: ChildProcess;
  lines: Record<string, unknown>[];
  url: string;
  token: string;
}

async function until<Value>(find: () => Value | undefined, what: string, withinMs = 15_000): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function startProcess(role: "web" | "worker", url: string): Promise<Started> {
  const program = fileURLToPath(new URL("./process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@askonce/source", "--no-warnings", program], {
    env: { ...process.env, ROLE: role, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(JSON.parse(line)));
  const ready = await until(() => lines.find((line) => "ready" in line), `${role} is ready`, 60_000);
  return { child, lines, url: String(ready.ready), token: String(ready.token) };
}

describe.skipIf(reason !== null)(`two processes on one PostgreSQL${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  let database = "";
  let web: Started;
  let worker: Started;

  beforeAll(async () => {
    database = (await testDatabase()) ?? "";
    web = await startProcess("web", database);
    worker = await startProcess("worker", database);
  }, 120_000);
  afterAll(() => {
    for (const { child } of [web, worker]) child.kill("SIGKILL");
  });

  const deliver = (orderId: number) => {
    const webhook = memory.webhook("order.changed", orderId);
    return fetch(`${web.url}/api/v1/webhooks/memory`, {
      method: "POST",
      headers: webhook.headers,
      body: webhook.body as Uint8Array<ArrayBuffer>,
    });
  };

  it("a webhook that one takes is applied by the other, and whoever watches at the first hears of it", async () => {
    const heard: AskonceEvent[] = [];
    const stopFollowing = new AbortController();
    const following = followEvents(createClient({ baseUrl: web.url, token: web.token }), {
      signal: stopFollowing.signal,
      onEvent: (event) => void heard.push(event),
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const startedAt = performance.now();
    expect((await deliver(shop.orders[0]?.id ?? 0)).status).toBe(200);
    await until(() => heard.find((event) => event.type === "order.updated"), "the event");
    expect(performance.now() - startedAt, "woken, not found by the next look").toBeLessThan(5000);
    stopFollowing.abort();
    await Promise.resolve(following).catch(() => {});
  });

  it("a process that is asked to stop ends its job first", async () => {
    const askonce = createAskonce({ storage: postgres(database), storefronts: [memory.adapter] });
    await askonce.start({ roles: ["web"] });
    await askonce.jobs.enqueue({ name: "journey.slow", data: {} });
    await until(() => worker.lines.find((line) => "began" in line), "the job has begun");
    worker.child.kill("SIGTERM");
    await until(() => worker.lines.find((line) => "stopped" in line), "the worker has stopped");
    expect(worker.lines.map((line) => Object.keys(line)[0])).toEqual(["ready", "began", "finished", "stopped"]);
    await askonce.stop();
  });

  it("webhooks are taken while nobody works on them, and done by the next one that does", async () => {
    const ids = shop.orders.slice(1, 6).map((order) => order.id);
    for (const id of ids) expect((await deliver(id)).status).toBe(200);
    const client = createClient({ baseUrl: web.url, token: web.token });
    const [state] = (await client.storefronts.list()).items;
    expect(state?.inboxPending).toBe(5);
    worker = await startProcess("worker", database);
    const deadline = performance.now() + 15_000;
    let pending = 5;
    while (pending > 0 && performance.now() < deadline) pending = (await client.storefronts.list()).items[0]?.inboxPending ?? 0;
    expect(pending).toBe(0);
  }, 60_000);
});
