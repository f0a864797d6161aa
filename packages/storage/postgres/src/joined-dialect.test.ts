import { createAskonce, systemCaller } from "@askonce/core";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { postgres } from "./postgres.ts";

const reason = await postgresUnavailable();

/** An application with a table of its own, and an instance on the same database. */
async function application() {
  const url = (await testDatabase()) ?? "";
  const askonce = createAskonce({ storage: postgres(url) });
  await askonce.migrate();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("create table invoices (number integer primary key, ticket_id text)");
  onTestFinished(async () => {
    await client.end();
    await askonce.stop();
  });
  const events: string[] = [];
  askonce.on("*", (event) => void events.push(event.type));
  const subjects = async () => (await askonce.tickets.list({ limit: 50 }, systemCaller)).items.map((ticket) => ticket.subject).sort();
  const invoices = async () => (await client.query("select number from invoices order by number")).rows.map((row) => row.number);
  return { askonce, client, events, subjects, invoices };
}

describe.skipIf(reason !== null)(`a ticket in the application's own transaction${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  it("is there with the application's rows after the commit, and listeners hear of it when told", async () => {
    const { askonce, client, events, subjects, invoices } = await application();
    await client.query("begin");
    const joined = askonce.within(client);
    const ticket = await joined.tickets.create(
      { subject: "Refund for invoice 7", customer: { email: "ana@example.com" }, message: { text: "Broken" } },
      systemCaller,
    );
    expect(ticket).toMatchObject({ number: 1, messageCount: 1 });
    await client.query("insert into invoices values (7, $1)", [ticket.id]);
    expect(await subjects(), "nobody else sees it yet").toEqual([]);
    expect(events).toEqual([]);
    await client.query("commit");
    expect(await subjects()).toEqual(["Refund for invoice 7"]);
    expect(await invoices()).toEqual([7]);
    joined.committed();
    expect(events).toContain("ticket.created");
    joined.committed();
    expect(events.filter((type) => type === "ticket.created")).toHaveLength(1);
  });

  it("is gone with a rollback, and its number is given to the next", async () => {
    const { askonce, client, subjects } = await application();
    await client.query("begin");
    await askonce.within(client).tickets.create({ subject: "Never" }, systemCaller);
    await client.query("rollback");
    expect(await subjects()).toEqual([]);
    expect((await askonce.tickets.create({ subject: "First" }, systemCaller)).number).toBe(1);
  });

  it("that is refused takes nothing of the application's work with it", async () => {
    const { askonce, client, subjects, invoices } = await application();
    askonce.before("message.create", () => {
      throw new Error("not today");
    });
    await client.query("begin");
    await client.query("insert into invoices values (8, null)");
    const { tickets } = askonce.within(client);
    await expect(tickets.create({ subject: "Vetoed", message: { text: "x" } }, systemCaller)).rejects.toMatchObject({ code: "VETOED" });
    await tickets.create({ subject: "Without a message" }, systemCaller);
    await client.query("commit");
    expect(await subjects()).toEqual(["Without a message"]);
    expect(await invoices()).toEqual([8]);
  });

  it("takes its turn when several are opened at once", async () => {
    const { askonce, client, subjects } = await application();
    await client.query("begin");
    const { tickets } = askonce.within(client);
    const outcomes = await Promise.allSettled(["a", "b", "", "d"].map((subject) => tickets.create({ subject }, systemCaller)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
    await client.query("commit");
    expect(await subjects()).toEqual(["a", "b", "d"]);
  });

  it("needs a client of the pg package", async () => {
    const { askonce } = await application();
    for (const connection of [null, {}, "postgres://localhost"])
      expect(() => askonce.within(connection)).toThrow(expect.objectContaining({ code: "CONFIGURATION_INVALID" }));
  });
});
