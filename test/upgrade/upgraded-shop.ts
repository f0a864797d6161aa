import { type Askonce, createAskonce, systemCaller } from "@askonce/core";
import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { Kysely, sql } from "kysely";
import { expect, vi } from "vitest";
import type { Location, Written } from "./process-settings.ts";

function openStorage({ kind, at }: Location): StorageV1 {
  return kind === "sqlite" ? sqlite({ path: at, durability: "normal" }) : postgres({ url: at, connections: 5, jobs: "built-in" });
}

/** Runs a query of the test's own. */
export async function look<Row>(location: Location, statement: string): Promise<Row[]> {
  const storage = openStorage(location);
  const database = new Kysely<Record<string, never>>({ dialect: storage.dialect });
  try {
    return (await sql.raw<Row>(statement).execute(database)).rows.map((row) => ({ ...row }));
  } finally {
    await database.destroy();
    await storage.close();
  }
}

/** An instance of today's code at work, whose worker makes up for what older code does not know. */
export async function startToday(location: Location): Promise<Askonce> {
  const askonce = createAskonce({ storage: openStorage(location), shop: { countryCode: "RO", timeZone: "Europe/Bucharest" } });
  await askonce.start();
  return askonce;
}

/** Nothing that was acknowledged is lost or doubled, everything is found by its words, and the counters are what counting gives. */
export async function expectWhole(location: Location, askonce: Askonce, written: readonly Written[]): Promise<void> {
  const tickets = written.flatMap((each) => each.tickets);
  const statusOf = new Map(tickets.map((ticket) => [ticket.id, ticket]));
  const rows = await look<{ id: string; status: string; merged_into_id: string | null; assignee_id: string | null }>(
    location,
    "select id, status, merged_into_id, assignee_id from tickets order by number",
  );
  expect(rows.map((row) => row.id).toSorted(), "each acknowledged ticket is there, and no other").toEqual([...statusOf.keys()].toSorted());
  for (const row of rows) {
    const ticket = statusOf.get(row.id);
    expect(row.merged_into_id).toBe(ticket?.mergedInto);
    if (row.merged_into_id === null) expect(row.status, ticket?.word).toBe(ticket?.status);
  }
  const messages = await look<{ n: number }>(location, "select count(*) as n from messages");
  expect(messages).toEqual([{ n: tickets.reduce((sum, ticket) => sum + ticket.messages, 0) }]);
  const inbox = await look<{ n: number }>(location, "select count(*) as n from inbox");
  expect(inbox, "each acknowledged webhook is there once").toEqual([{ n: written.reduce((sum, each) => sum + each.webhooks, 0) }]);

  const single = rows.filter((row) => row.merged_into_id === null);
  const count = (status: string) => single.filter((row) => row.status === status).length;
  const counted = {
    open: count("open"),
    waiting: count("waiting"),
    resolved: count("resolved"),
    unassigned: single.filter((row) => row.status !== "resolved" && row.assignee_id === null).length,
    complete: true,
  };
  // The worker has its own pace.
  const soon = { timeout: 30_000, interval: 100 };
  await vi.waitFor(async () => expect(await askonce.tickets.counts(systemCaller)).toMatchObject(counted), soon);
  const namesFound = async (q: string) => (await askonce.customers.list({ q, limit: 10 }, systemCaller)).items.map((item) => item.name);
  for (const ticket of tickets) {
    // A ticket that was merged is found as the one it was merged into.
    const wanted = ticket.mergedInto ?? ticket.id;
    const found = await askonce.tickets.list({ q: ticket.word, limit: 10 }, systemCaller);
    expect(
      found.items.map((item) => item.id),
      `found by ${ticket.word}`,
    ).toContain(wanted);
    if (ticket.mergedInto !== null) continue;
    await vi.waitFor(async () => expect(await namesFound(`${ticket.word}@example.com`)).toEqual([`Ana ${ticket.word}`]), soon);
  }
  const done = await askonce.tickets.list({ tag: "done", limit: 100 }, systemCaller);
  const withTag = await look<{ n: number }>(
    location,
    "select count(*) as n from ticket_tags g join tickets t on t.shop_id = g.shop_id and t.id = g.ticket_id where g.tag = 'done' and t.merged_into_id is null",
  );
  expect(done.items.length).toBe(Math.min(100, withTag[0]?.n ?? -1));
}
