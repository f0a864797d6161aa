import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Context, DraftCheck, RepeatAskRate, Ticket } from "@askonce/spec";
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
  const check = async (ticketId: string, text: string): Promise<DraftCheck> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const body = JSON.stringify({ text });
    return (await fetch(`${url}/api/v1/tickets/${ticketId}/draft-check`, { method: "POST", headers, body })).json() as Promise<DraftCheck>;
  };
  const tickets = async () => {
    const first = await get<{ items: Ticket[]; nextCursor: string | null }>("/tickets?limit=100");
    return first.items;
  };
  return { demo, output, url, get, check, tickets };
}

test("ninety tickets beside their orders, parcels that move, and the same again after a restart", { timeout: 120_000 }, async () => {
  const data = join(temporaryFolder(), "demo");
  const first = await startDemo(data);
  expect(first.output.trimEnd().split("\n")).toContainEqual(`ready ${first.url}`);
  const tickets = await first.tickets();
  expect(tickets).toHaveLength(90);
  for (const language of ["en", "it", "ro"]) expect(tickets.filter((ticket) => ticket.language === language)).toHaveLength(30);
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

test("the page leads to what is asked once, and the guard says what it promises", { timeout: 120_000 }, async () => {
  const { url, get, check } = await startDemo(join(temporaryFolder(), "demo"));
  const page = await (await fetch(`${url}/demo`)).text();
  const ids = [...page.matchAll(/#\/tickets\/(tkt_\w+)/g)].map((match) => match[1] ?? "");
  expect(ids).toHaveLength(4);
  const contexts = await Promise.all(ids.map((id) => get<Context>(`/tickets/${id}/context`)));
  const [form, words, unsure, person] = contexts;
  const known = async (context: Context | undefined, text: string) =>
    (await check(context?.ticket.id ?? "", text)).asks.map((ask) => `${ask.key} ${ask.verdict}`);

  expect(form?.facts.filter((fact) => fact.key.startsWith("photoOf") && fact.source.kind === "form")).toHaveLength(2);
  expect(await known(form, "Ne puteți trimite numărul comenzii și o fotografie a produsului?")).toEqual([
    "orderNumber known",
    "photoOfItem known",
  ]);
  expect(await known(form, "Aveți și o fotografie a etichetei de transport?")).toEqual(["photoOfLabel unknown"]);

  // At some hours of the day it is also the only order that is open.
  expect([words?.orderChoice, words?.order?.evidence.map((one) => one.kind)]).toEqual(["chosen", expect.arrayContaining(["words"])]);
  expect(words?.handOver).toMatchObject({ purpose: "shift", fromName: "Marco Benedetti", note: expect.stringContaining("rimborso") });
  expect(await known(words, "Mi può dare il numero dell'ordine, per favore?")).toEqual(["orderNumber known"]);
  expect(await known(words, "Preferisce un rimborso o una sostituzione?")).toEqual(["wantedOutcome unknown"]);

  expect([unsure?.orderChoice, unsure?.order]).toEqual(["unsure", null]);
  expect(await known(unsure, "Which of your orders do you mean?")).toEqual(["orderNumber unknown"]);

  expect(person?.identityLinks.map((link) => [link.state, link.evidence.map((one) => one.kind)])).toEqual([
    ["suggested", ["sameMailbox", "sameName"]],
  ]);
  expect(await known(person, "Ne puteți spune adresa dumneavoastră de e-mail?")).toEqual(["email known"]);

  const { items } = await get<RepeatAskRate>("/measures/repeat-ask?dimension=agent");
  const rates = Object.fromEntries(items.map((item) => [item.name, item.rate ?? -1]));
  expect(rates["Ana Popescu"]).toBeLessThan(rates["Marco Benedetti"] ?? 0);
  expect(rates["Marco Benedetti"]).toBeLessThan(rates["Ioana Marinescu"] ?? 0);
  expect(items.every((item) => item.asked >= 9)).toBe(true);
});

test("a folder with other data is refused untouched", async () => {
  const data = temporaryFolder();
  writeFileSync(join(data, "askonce.db"), "real data");
  const { exitCode } = await runCli(["demo", "--port", "0", "--data", data]);
  expect(exitCode).toBe(2);
  expect(readdirSync(data)).toEqual(["askonce.db"]);
});
