import assert from "node:assert/strict";
import { type Kysely, sql } from "kysely";
import { assertSame } from "./assert-same.ts";
import { item, type ProbeTables } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";
import { pause, type StorageSession } from "./storage-session.ts";

const writers = 40;

async function idsIn(database: Kysely<ProbeTables>): Promise<string[]> {
  const rows = await database.selectFrom("probe_items").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}

/** Reads an amount and writes it back one higher, with a turn of the event loop between. */
async function addOne(database: Kysely<ProbeTables>, { lockRow }: StorageSession): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ amount: number }>`select amount from probe_items where id = ${"counter"} ${lockRow}`.execute(transaction);
    await Promise.resolve();
    await transaction
      .updateTable("probe_items")
      .set({ amount: (rows[0]?.amount ?? 0) + 1 })
      .where("id", "=", "counter")
      .execute();
  });
}

async function amountOfCounter(database: Kysely<ProbeTables>): Promise<unknown> {
  return (await database.selectFrom("probe_items").select("amount").where("id", "=", "counter").executeTakeFirst())?.amount;
}

export const transactionCases: readonly StorageCaseDefinition[] = [
  {
    name: "commit",
    group: "transactions",
    title: "A transaction sees what it wrote, and what was committed is there",
    async check(session) {
      const { database } = await session.ready();
      await database.transaction().execute(async (transaction) => {
        await transaction.insertInto("probe_items").values(item("a")).execute();
        await transaction.insertInto("probe_items").values(item("b")).execute();
        assertSame(await idsIn(transaction), ["a", "b"], "a transaction sees what it wrote");
      });
      assertSame(await idsIn(database), ["a", "b"]);
    },
  },
  {
    name: "commit-is-seen-by-others",
    group: "transactions",
    title: "What one storage committed, another one that is open on the same data reads",
    async check(session) {
      const { database } = await session.ready();
      const other = session.open();
      assertSame(await idsIn(other.database), []);
      await database.insertInto("probe_items").values(item("a")).execute();
      assertSame(await idsIn(other.database), ["a"]);
    },
  },
  {
    name: "rollback",
    group: "transactions",
    title: "Of a transaction whose work rejects nothing stays, and the rejection comes through",
    async check(session) {
      const { database } = await session.ready();
      await database.insertInto("probe_items").values(item("before")).execute();
      const reason = new Error("on purpose");
      const failing = database.transaction().execute(async (transaction) => {
        await transaction.insertInto("probe_items").values(item("a")).execute();
        await transaction.deleteFrom("probe_items").where("id", "=", "before").execute();
        throw reason;
      });
      await assert.rejects(failing, reason);
      assertSame(await idsIn(database), ["before"]);
    },
  },
  {
    name: "rollback-after-a-failed-statement",
    group: "transactions",
    title: "A statement that fails takes its transaction with it, and the next one works again",
    async check(session) {
      const { database } = await session.ready();
      for (let times = 0; times < 15; times++) {
        const failing = database.transaction().execute(async (transaction) => {
          await transaction.insertInto("probe_items").values(item("a")).execute();
          await transaction.insertInto("probe_items").values(item("a")).execute();
        });
        await assert.rejects(failing);
      }
      assertSame(await idsIn(database), []);
      await database.insertInto("probe_items").values(item("b")).execute();
      assertSame(await idsIn(database), ["b"]);
    },
  },
  {
    name: "nobody-reads-what-is-not-committed",
    group: "transactions",
    title: "A reader of another storage waits or sees what was there before, and never what is rolled back",
    async check(session) {
      const { database } = await session.ready();
      const other = session.open();
      await idsIn(other.database);
      let reading: Promise<string[]> = Promise.resolve([]);
      const failing = database.transaction().execute(async (transaction) => {
        await transaction.insertInto("probe_items").values(item("never")).execute();
        reading = idsIn(other.database);
        await Promise.race([reading, pause(100)]);
        throw new Error("on purpose");
      });
      await assert.rejects(failing, /on purpose/);
      assertSame(await reading, []);
    },
  },
  {
    name: "concurrent-writers",
    group: "transactions",
    title: "Of 40 transactions at once that each read a number under a lock and write the next, none is lost",
    async check(session) {
      const { database } = await session.ready();
      await database
        .insertInto("probe_items")
        .values(item("counter", { amount: 0 }))
        .execute();
      await Promise.all(Array.from({ length: writers }, () => addOne(database, session)));
      assert.equal(await amountOfCounter(database), writers);
    },
  },
  {
    name: "concurrent-writers-of-two-storages",
    group: "transactions",
    title: "The same through two storages: they take turns and neither fails",
    async check(session) {
      const { database } = await session.ready();
      const other = session.open();
      await database
        .insertInto("probe_items")
        .values(item("counter", { amount: 0 }))
        .execute();
      await Promise.all(Array.from({ length: writers }, (_, index) => addOne(index % 2 ? database : other.database, session)));
      assert.equal(await amountOfCounter(database), writers);
    },
  },
  {
    name: "more-at-once-than-connections",
    group: "transactions",
    title: "300 statements and 30 transactions asked for at once are all answered",
    async check(session) {
      const { database } = await session.ready();
      const single = Array.from({ length: 300 }, (_, index) =>
        database
          .insertInto("probe_items")
          .values(item(`single-${index}`))
          .execute(),
      );
      const units = Array.from({ length: 30 }, (_, index) =>
        database.transaction().execute((transaction) =>
          transaction
            .insertInto("probe_items")
            .values(item(`unit-${index}`))
            .execute(),
        ),
      );
      await Promise.all([...single, ...units]);
      assert.equal((await idsIn(database)).length, 330);
    },
  },
];
