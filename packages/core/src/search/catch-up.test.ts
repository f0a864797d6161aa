import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { systemCaller } from "../caller.ts";
import { postgresDialect } from "../storage/dialects/postgres.ts";
import { sqliteDialect } from "../storage/dialects/sqlite.ts";
import { migrate } from "../storage/migrate.ts";
import { foundation } from "../storage/migrations/0001-foundation.ts";
import type { Tables } from "../storage/tables.ts";
import { searchInstance } from "../testing/search-instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorage, testStorageFlavor } from "../testing/test-storage.ts";
import { afterAllIds } from "./search-state.sql.ts";

type Made = ReturnType<typeof searchInstance>;

const find = async ({ askonce }: Made, q: string) =>
  (await askonce.tickets.list({ q, limit: 100 }, systemCaller)).items.map((ticket) => ticket.number);
const findCustomers = async ({ askonce }: Made, q: string) =>
  (await askonce.customers.list({ q, limit: 100 }, systemCaller)).items.map((customer) => customer.name);
const counts = async ({ askonce }: Made) => {
  const { byAssignee: _, mine: __, ...rest } = await askonce.tickets.counts(systemCaller);
  return rest;
};

/** As it is after the migration of a shop that was there before: nothing is indexed and nothing counted. */
async function asBeforeDocuments({ store }: Made) {
  const sequence = (
    await (
      await store.ready()
    )
      .selectFrom("events")
      .select((select) => select.fn.max("sequence").as("last"))
      .executeTakeFirst()
  )?.last;
  const number = (
    await (
      await store.ready()
    )
      .selectFrom("tickets")
      .select((select) => select.fn.max("number").as("last"))
      .executeTakeFirst()
  )?.last;
  await store.write(async (database) => {
    for (const table of ["search_documents", "search_states", "ticket_counts"] as const) await database.deleteFrom(table).execute();
    await database
      .insertInto("search_states")
      .values({
        shop_id: "default",
        tickets_below: (number ?? 0) + 1,
        customers_below: afterAllIds,
        next_customer_position: 2 ** 30,
        thorough: 0,
        last_sequence: sequence ?? 0,
        done: 0,
      })
      .execute();
  });
}

/** What a process of the version before did with a message: no document, no counter, no time on the tags. */
async function oldCodeReceives({ store }: Made, ticketId: string, text: string) {
  await store.transact(systemCaller, async (unit) => {
    const [thread] = await unit.database.selectFrom("threads").selectAll().where("ticket_id", "=", ticketId).execute();
    await unit.database
      .insertInto("messages")
      .values({
        shop_id: "default",
        id: `msg_old${Math.random()}`,
        ticket_id: ticketId,
        thread_id: thread?.id ?? "",
        direction: "inbound",
        text,
        search_text: text,
        author_kind: "customer",
        author_id: null,
        author_name: null,
        assurance: "claimed",
        delivery: "received",
        at: 1,
      })
      .execute();
    await sql`update tickets set status = 'open', version = version + 1, updated_at = updated_at + 1 where id = ${ticketId}`.execute(
      unit.database,
    );
    unit.emit("ticket.updated", { kind: "ticket", id: ticketId }, { ticketId, changes: { status: "open" } });
  });
}

describe("documents of what was there before them", () => {
  it("are made page by page, newest first, and counted; lists without words show everything meanwhile", async () => {
    const made = searchInstance();
    const { askonce, search } = made;
    for (let index = 1; index <= 120; index++) {
      const customer = { name: `Ana ${index}`, email: `ana${index}@example.com` };
      await askonce.tickets.create({ subject: `Old ${index}`, tags: ["gift"], customer, message: { text: "parcel" } }, systemCaller);
    }
    const before = await counts(made);
    expect(before).toEqual({ open: 120, waiting: 0, resolved: 0, unassigned: 120, complete: true });
    await asBeforeDocuments(made);
    expect([await find(made, "parcel"), await findCustomers(made, "ana")]).toEqual([[], []]);
    expect((await counts(made)).complete).toBe(false);
    expect((await askonce.tickets.list({ limit: 100 }, systemCaller)).items).toHaveLength(100);

    expect(await search.catchUp()).toBe(true);
    expect((await find(made, "parcel")).slice(0, 2)).toEqual([120, 119]);
    expect(await find(made, "old 1")).not.toContain(1);
    // Written to meanwhile: the document is made whole, and counted once.
    const [last] = (await askonce.tickets.list({ limit: 1, q: "old 120" }, systemCaller)).items;
    await askonce.tickets.receive(last?.id ?? "", { text: "meanwhile" }, systemCaller);
    const first = (await askonce.tickets.list({ limit: 100 }, systemCaller)).items.find((ticket) => ticket.number === 30);
    await askonce.tickets.receive(first?.id ?? "", { text: "meanwhile" }, systemCaller);
    expect(await find(made, "meanwhile parcel ana")).toEqual([120, 30]);
    while (await search.catchUp());
    expect(await counts(made)).toEqual(before);
    expect(await find(made, "old 1 parcel example.com")).toEqual([1]);
    expect((await findCustomers(made, "ana")).slice(0, 3)).toEqual(["Ana 120", "Ana 119", "Ana 118"]);
    await askonce.customers.create({ name: "Ana new" }, systemCaller);
    expect((await findCustomers(made, "ana"))[0]).toBe("Ana new");
    expect(await search.catchUp()).toBe(false);
  });

  it("are made again on request, from where that was stopped", async () => {
    const made = searchInstance();
    const { askonce, search, store } = made;
    for (let index = 1; index <= 160; index++) await askonce.tickets.create({ subject: `Ticket ${index}` }, systemCaller);
    await store.write((database) => database.updateTable("search_documents").set({ head: "damaged", marks: "" }).execute());
    expect(await find(made, "ticket")).toEqual([]);
    const stopping = new AbortController();
    const stopped = search.rebuild({ signal: stopping.signal, onProgress: () => stopping.abort() });
    await expect(stopped).rejects.toEqual(expect.objectContaining({ code: "STOPPED" }));
    expect(await find(made, "damaged")).toHaveLength(100);
    expect((await counts(made)).complete, "what is counted stays counted").toBe(true);
    const progress: number[] = [];
    expect(await search.rebuild({ onProgress: ({ done }) => progress.push(done) })).toEqual({ done: 160, complete: true });
    expect(progress).toEqual([100, 150, 160, 160]);
    expect([await find(made, "damaged"), (await find(made, "ticket")).length]).toEqual([[], 100]);
  });
});

describe("what an older version of the code writes", () => {
  it("is found and counted after the worker's next look", async () => {
    const made = searchInstance();
    const { askonce, search, store } = made;
    const { id } = await askonce.tickets.create({ subject: "One", message: { text: "first" } }, systemCaller);
    await askonce.tickets.update(id, { status: "resolved" }, systemCaller);
    while (await search.catchUp());
    await oldCodeReceives(made, id, "umbrella");
    expect([await find(made, "umbrella"), (await counts(made)).resolved]).toEqual([[], 1]);
    while (await search.catchUp());
    expect([await find(made, "umbrella first one"), await counts(made)]).toEqual([
      [1],
      { open: 1, waiting: 0, resolved: 0, unassigned: 1, complete: true },
    ]);

    const customer = await askonce.customers.create({ name: "Ana" }, systemCaller);
    await askonce.tickets.update(id, { customerId: customer.id }, systemCaller);
    await store.transact(systemCaller, async (unit) => {
      await unit.database.updateTable("customers").set({ name: "Barbara" }).execute();
      unit.emit("customer.contact_linked", { kind: "customer", id: customer.id }, { customerId: customer.id, contactPointId: "cnt_x" });
    });
    while (await search.catchUp());
    expect([await find(made, "barbara"), await find(made, "ana"), await findCustomers(made, "barb")]).toEqual([[1], [], ["Barbara"]]);
  });

  it("is not lost when this version writes to the same ticket before the worker looks", async () => {
    const made = searchInstance();
    const { id } = await made.askonce.tickets.create({ subject: "One", message: { text: "first" } }, systemCaller);
    await oldCodeReceives(made, id, "umbrella");
    await made.askonce.tickets.receive(id, { text: "third" }, systemCaller);
    expect(await find(made, "first umbrella third")).toEqual([1]);
    await oldCodeReceives(made, id, "raincoat");
    await made.askonce.tickets.update(id, { subject: "Two" }, systemCaller);
    expect(await find(made, "raincoat two")).toEqual([1]);
    await oldCodeReceives(made, id, "boots");
    await made.askonce.tickets.update(id, { status: "waiting" }, systemCaller);
    expect([await find(made, "boots two"), await counts(made)]).toEqual([
      [1],
      { open: 0, waiting: 1, resolved: 0, unassigned: 1, complete: true },
    ]);
  });

  it("costs nothing where nothing is to be mended", async () => {
    const made = searchInstance();
    const { askonce, search, store } = made;
    const { id } = await askonce.tickets.create(
      { subject: "One", message: { text: "first" }, customer: { name: "Ana", email: "ana@example.com" } },
      systemCaller,
    );
    await askonce.tickets.reply(id, { text: "second" }, systemCaller);
    while (await search.catchUp());
    const written: string[] = [];
    const watched = new Proxy(store, {
      get: (target, property, receiver) => {
        if (property === "transact") written.push("transact");
        return Reflect.get(target, property, receiver);
      },
    });
    const { createSearch } = await import("./search.ts");
    await askonce.tickets.note(id, { text: "third" }, systemCaller);
    while (await createSearch(watched).catchUp());
    expect(written).toEqual([]);
  });
});

describe("the migration of a shop that was there before", () => {
  it("leaves its tickets to be found and counted by the worker", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const storage = testStorage(path);
    const database = new Kysely<Tables>({ dialect: storage.dialect });
    await migrate(database, testStorageFlavor === "sqlite" ? sqliteDialect : postgresDialect, [foundation], () => 0);
    const now = 1_700_000_000_000;
    await sql`insert into shops (shop_id, name, time_zone, language, state, created_at) values ('default', 'My shop', 'Europe/Bucharest', 'en', 'active', ${now})`.execute(
      database,
    );
    await sql`insert into shop_counters (shop_id, name, value) values ('default', 'ticket_number', 70), ('default', 'event_sequence', 5)`.execute(
      database,
    );
    await sql`insert into customers (shop_id, id, name, language, search_text, created_at) values ('default', 'cus_1', 'Ana', null, 'ana', ${now})`.execute(
      database,
    );
    for (let number = 1; number <= 70; number++) {
      const [id, subject] = [`tkt_${number}`, `Old ${number}`];
      await sql`insert into tickets (shop_id, id, number, subject, status, customer_id, message_count, search_text, created_at, updated_at, version)
        values ('default', ${id}, ${number}, ${subject}, 'open', 'cus_1', 0, '',
        ${now + number}, ${now + number}, 1)`.execute(database);
      await sql`insert into ticket_tags (shop_id, ticket_id, tag) values ('default', ${id}, 'gift')`.execute(database);
    }
    await database.destroy();
    await storage.close();

    const made = searchInstance(path);
    expect([await find(made, "old"), (await counts(made)).complete]).toEqual([[], false]);
    await made.askonce.tickets.create({ subject: "New", customer: { name: "Barbara" } }, systemCaller);
    while (await made.search.catchUp());
    expect(await counts(made)).toEqual({ open: 71, waiting: 0, resolved: 0, unassigned: 71, complete: true });
    expect([(await find(made, "old ana")).length, await find(made, "new"), await findCustomers(made, "ana")]).toEqual([70, [71], ["Ana"]]);
    const tagged = await made.askonce.tickets.list({ tag: "gift", limit: 3 }, systemCaller);
    expect(tagged.items.map((ticket) => ticket.number)).toEqual([70, 69, 68]);
  });
});
