import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgres } from "./postgres.ts";

const reason = await postgresUnavailable();

async function storages(count: number) {
  const url = (await testDatabase()) ?? "";
  const made = Array.from({ length: count }, () => postgres({ url }));
  onTestFinished(async () => {
    for (const storage of made) await storage.close();
  });
  return { url, made };
}

/** Waits for a condition for some seconds. */
async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 8000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe.skipIf(reason !== null)(`wake-ups between processes${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  it("reach the others on the same channel, many as few", async () => {
    const { made } = await storages(2);
    const heard = { orders: 0, other: 0 };
    await made[1]?.wake?.listen("orders", () => heard.orders++);
    await made[1]?.wake?.listen("other", () => heard.other++);
    await until(() => heard.orders > 0, "the first look after listening");
    heard.orders = 0;
    heard.other = 0;
    for (let index = 0; index < 500; index++) await made[0]?.wake?.notify("orders");
    await until(() => heard.orders > 0, "the wake-up");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(heard.orders).toBeLessThan(20);
    expect(heard.other).toBe(0);
  });

  it("are heard again after the listening connection was cut, and everybody looks once for what was missed", async () => {
    const { url, made } = await storages(2);
    let heard = 0;
    await made[1]?.wake?.listen("orders", () => heard++);
    await until(() => heard > 0, "the first look after listening");
    const before = heard;
    const operator = new pg.Client({ connectionString: url });
    await operator.connect();
    await operator.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and pid <> pg_backend_pid()");
    await operator.end();
    await until(() => heard > before, "the look after the reconnection");
    const reconnected = heard;
    await made[0]?.wake?.notify("orders");
    await until(() => heard > reconnected, "a wake-up over the new connection");
  });

  it("stop when nobody listens any more", async () => {
    const { made } = await storages(2);
    let heard = 0;
    const stop = await made[1]?.wake?.listen("orders", () => heard++);
    await until(() => heard > 0, "the first look after listening");
    await stop?.();
    const before = heard;
    await made[0]?.wake?.notify("orders");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(heard).toBe(before);
  });
});
