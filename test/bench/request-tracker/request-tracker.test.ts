import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyIn } from "./copy-in.ts";
import { requestTracker } from "./request-tracker.ts";
import { urlOf, withClient } from "./server.ts";
import { sampleTickets } from "./ticket-source.ts";

const nowhere = "postgres://postgres@127.0.0.1:1/postgres";
const url = process.env.ASKONCE_BENCH_POSTGRES_URL ?? nowhere;
const database = "askonce_test_rt";
const peer = requestTracker({ url, database });

async function whyNot(): Promise<string | undefined> {
  if (url === nowhere) return "ASKONCE_BENCH_POSTGRES_URL names no PostgreSQL server";
  const found = await peer.available();
  return found.ok ? undefined : found.reason;
}
const skipped = await whyNot();

it("says that Request Tracker is not installed, and how it would be", async () => {
  const binDirectory = mkdtempSync(join(tmpdir(), "askonce-no-rt-"));
  const found = await requestTracker({ url: nowhere, binDirectory }).available();
  expect(found).toEqual({ ok: false, reason: expect.stringContaining("apt-get install request-tracker5 rt5-db-postgresql") });
  rmSync(binDirectory, { recursive: true });
});

it("refuses a database name that would need quotes, or that might be somebody's own", () => {
  expect(() => requestTracker({ url, database: "postgres" })).toThrow("must be ours");
  expect(() => requestTracker({ url, database: "askonce_rt; DROP DATABASE x" })).toThrow("quotes");
});

it("refuses a server that is not on this machine", () => {
  expect(() => requestTracker({ url: "postgres://postgres@db.example.test/postgres" })).toThrow("loopback");
});

it("measures nothing before it is loaded, and closes all the same", async () => {
  const unloaded = requestTracker({ url: nowhere });
  await expect(unloaded.measure("open", 1, { tickets: [0] })).rejects.toThrow("Load tickets first");
  await unloaded.close();
});

describe.skipIf(skipped !== undefined)(`on a real Request Tracker 5${skipped ? ` (${skipped})` : ""}`, () => {
  const count = 400;
  const source = sampleTickets({ tickets: count });
  const tickets = Array.from({ length: count }, (_, index) => source.ticketOf(index));
  const inDatabase = <Result>(work: (client: Client) => Promise<Result>) => withClient(urlOf(url, database), work);
  beforeAll(async () => {
    await peer.load(count, source);
  }, 300_000);
  afterAll(() => peer.close());

  it("leaves rows that Request Tracker's own validator accepts", async () => {
    expect(await peer.problems()).toEqual([]);
  });

  it("indexes the full text exactly as Request Tracker's own indexer does", async () => {
    const vectors = () =>
      inDatabase(async (client) => (await client.query("SELECT id::int, ContentIndex::text FROM AttachmentsIndex ORDER BY id")).rows);
    const ours = await vectors();
    expect(ours.length).toBeGreaterThanOrEqual(count * source.messagesPerTicket);
    await inDatabase((client) => client.query("TRUNCATE AttachmentsIndex"));
    await peer.index();
    expect(await vectors()).toEqual(ours);
  });

  it("lists the open tickets of a queue, newest change first", async () => {
    const { tickets: pages, rows } = await peer.measure("list", 2, { queues: [0, 1], limit: 10, warmUp: 0 });
    for (const [queue, page] of pages.entries()) {
      const expected = tickets.flatMap((ticket, index) =>
        ticket.queue === queue && ticket.status === "open" ? [{ ...ticket, index }] : [],
      );
      const newest = expected.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt)).slice(0, 10);
      expect(page).toEqual(newest.map(({ index }) => index));
      expect(rows[queue]).toBe(newest.length);
    }
  });

  it("opens a ticket with the texts of its messages", async () => {
    const { texts, milliseconds } = await peer.measure("open", 2, { tickets: [5, 399], warmUp: 0 });
    expect(texts).toEqual([5, 399].map((ticket) => [0, 1, 2].map((message) => source.textOf(ticket, message))));
    expect(milliseconds.every((one) => one > 0)).toBe(true);
  });

  it("finds a ticket by a number in its text, and a word in many", async () => {
    const { tickets: pages } = await peer.measure("search", 2, { terms: ["100042", "coletul"], warmUp: 0 });
    expect(pages[0]).toEqual([42]);
    const has = (index: number) => [0, 1, 2].some((message) => source.textOf(index, message).split(" ").includes("coletul"));
    const updated = (index: number) => tickets[index]?.updatedAt ?? "";
    const expected = Array.from({ length: count }, (_, index) => index).filter((index) => has(index) || subjectHas(index));
    const newest = expected.toSorted((one, other) => updated(other).localeCompare(updated(one))).slice(0, 50);
    expect(pages[1]).toEqual(newest);
    function subjectHas(index: number) {
      return tickets[index]?.subject.split(" ").includes("coletul") ?? false;
    }
  });

  it("replies and creates through the API, with scrips and recorded mail, and finds both once indexed", async () => {
    const replied = await peer.measure("reply", 1, { tickets: [7], text: () => "zwischenstand pentru țară", warmUp: 0 });
    const created = await peer.measure("create", 1, {
      ticket: () => ({ queue: 1, customer: 3, subject: "Comanda", text: "zwischenstand nou" }),
      warmUp: 0,
    });
    expect(replied.database.walBytes).toBeGreaterThan(0);
    expect(replied.database.blocks).toBeGreaterThan(0);
    expect(replied.database.statements === undefined).toBe(replied.database.source === "pg_stat_database");
    expect(created.rows).toEqual([1]);
    const { rows } = await inDatabase((client) =>
      client.query(
        "SELECT Type FROM Transactions WHERE ObjectType = 'RT::Ticket' AND ObjectId = (SELECT max(id) FROM Tickets) ORDER BY id",
      ),
    );
    expect(rows.map(({ type }) => type)).toEqual(["Create", "EmailRecord"]);
    expect((await peer.measure("search", 1, { terms: ["zwischenstand"], warmUp: 0 })).tickets).toEqual([[]]);
    await peer.index();
    const found = (await peer.measure("search", 1, { terms: ["zwischenstand"], warmUp: 0 })).tickets[0] ?? [];
    expect(found.toSorted((one, other) => one - other)).toEqual([-1, 7]);
    expect(await peer.problems()).toEqual([]);
  });

  it("writes only the message without scrips, and has them back afterwards", async () => {
    const types = async () => {
      const { rows } = await inDatabase((client) => client.query("SELECT Type FROM Transactions ORDER BY id DESC LIMIT 1"));
      return rows[0]?.type;
    };
    const replies = { tickets: [9], text: () => "just so", warmUp: 0 };
    await peer.measure("reply", 1, { ...replies, scrips: false });
    expect(await types()).toBe("Correspond");
    await peer.measure("reply", 1, replies);
    expect(await types()).not.toBe("Correspond");
  });

  it("reports what the validator finds in broken rows", async () => {
    await inDatabase((client) => client.query("DELETE FROM CachedGroupMembers WHERE id = (SELECT max(id) FROM CachedGroupMembers)"));
    expect(await peer.problems()).not.toEqual([]);
  });

  it("copies what a row holds, and nothing when the source fails", async () => {
    await inDatabase(async (client) => {
      await client.query("CREATE TEMP TABLE copied (a int, b text)");
      const odd = "tab\t line\n return\r \\N back\\slash ț 😀";
      expect(
        await copyIn(client, "copied (a, b)", [
          [1, odd],
          [2, null],
          [3, ""],
        ]),
      ).toBe(3);
      const read = () => client.query("SELECT a, b FROM copied ORDER BY a").then(({ rows }) => rows);
      expect(await read()).toEqual([
        { a: 1, b: odd },
        { a: 2, b: null },
        { a: 3, b: "" },
      ]);
      function* failing() {
        yield [4, "four"];
        throw new Error("no more rows");
      }
      await expect(copyIn(client, "copied (a, b)", failing())).rejects.toThrow("no more rows");
      await expect(copyIn(client, "copied (a, b)", [["x", "not a number"]])).rejects.toThrow("integer");
      expect((await read()).length).toBe(3);
    });
  });

  it("keeps a load under its name, and takes it again only for the same name and number", async () => {
    const kept = { url, database: "askonce_test_rt_kept" };
    const small = sampleTickets({ tickets: 20 });
    const first = requestTracker({ ...kept, keepAs: "twenty" });
    expect((await first.load(20, small)).kept).toBe(false);
    await first.close();
    const again = requestTracker({ ...kept, keepAs: "twenty" });
    expect((await again.load(20, small)).kept).toBe(true);
    expect((await again.measure("open", 1, { tickets: [4], warmUp: 0 })).texts).toEqual([[0, 1, 2].map((one) => small.textOf(4, one))]);
    await again.close();
    const other = requestTracker({ ...kept, keepAs: "another" });
    expect((await other.load(20, small)).kept).toBe(false);
    await other.close();
    const last = requestTracker(kept);
    await last.load(20, small);
    await last.close();
    expect(
      (await withClient(url, (client) => client.query("SELECT 1 FROM pg_database WHERE datname = $1", [kept.database]))).rowCount,
    ).toBe(0);
  }, 300_000);
});
