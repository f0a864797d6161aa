import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, Ticket } from "@askonce/spec";
import { contextSchema } from "@askonce/spec";
import { expect, test } from "vitest";
import { runCli, startCli, temporaryFolder } from "../__fixtures__/run-cli.ts";

async function startDemo(data: string) {
  const demo = startCli(["demo", "--port", "0", "--data", data, "--tick-ms", "100"]);
  const output = await demo.until(/ready http:\/\/127\.0\.0\.1:\d+\n/);
  const url = /ready (\S+)/.exec(output)?.[1] ?? "";
  const token = /agent token: (\S+)/.exec(output)?.[1] ?? "";
  const get = async <Answer>(path: string): Promise<Answer> =>
    (await (await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json()) as Answer;
  const tickets = async () => {
    const first = await get<{ items: Ticket[]; nextCursor: string | null }>("/tickets?limit=100");
    return first.items;
  };
  return { demo, output, url, get, tickets };
}

test("sixty tickets beside their orders, parcels that move, and the same again after a restart", { timeout: 90_000 }, async () => {
  const data = join(temporaryFolder(), "demo");
  const first = await startDemo(data);
  expect(first.output.trimEnd().split("\n")).toContainEqual(`ready ${first.url}`);
  const tickets = await first.tickets();
  expect(tickets).toHaveLength(60);
  for (const language of ["en", "it", "ro"]) expect(tickets.filter((ticket) => ticket.language === language)).toHaveLength(20);
  expect(new Set(tickets.map((ticket) => ticket.status))).toEqual(new Set(["open", "waiting", "resolved"]));
  expect(tickets.every((ticket) => ticket.tags.length > 0)).toBe(true);
  const contexts = await Promise.all(tickets.map((ticket) => first.get<Context>(`/tickets/${ticket.id}/context`)));
  for (const context of contexts) contextSchema.parse(context);
  expect(contexts.filter((context) => context.order !== null).length).toBeGreaterThanOrEqual(40);
  expect(contexts.every((context) => context.customer !== null)).toBe(true);

  // Webhooks of moving parcels reach both storefronts.
  const storefronts = () =>
    first.get<{ items: { lastWebhookAt: string | null; inboxFailed: number; ordersCount: number }[] }>("/storefronts");
  await expect
    .poll(async () => (await storefronts()).items.filter((one) => one.lastWebhookAt !== null).length, { timeout: 20_000 })
    .toBe(2);
  expect((await storefronts()).items.map((one) => [one.ordersCount, one.inboxFailed])).toEqual([
    [260, 0],
    [180, 0],
  ]);
  first.demo.child.kill("SIGINT");
  expect((await first.demo.ended).exitCode).toBe(0);

  const second = await startDemo(data);
  const again = await second.tickets();
  expect(again.map((ticket) => [ticket.id, ticket.version])).toEqual(tickets.map((ticket) => [ticket.id, ticket.version]));
});

test("a folder with other data is refused untouched", async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, "askonce.db"), "real data");
  const { exitCode } = await runCli(["demo", "--port", "0", "--data", data]);
  expect(exitCode).toBe(2);
  expect(readdirSync(data)).toEqual(["askonce.db"]);
});
