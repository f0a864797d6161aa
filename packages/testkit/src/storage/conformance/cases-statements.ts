import assert from "node:assert/strict";
import { sql } from "kysely";
import { assertSame } from "./assert-same.ts";
import { item } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";

export const statementCases: readonly StorageCaseDefinition[] = [
  {
    name: "insert-or-leave",
    group: "statements",
    title: "on conflict do nothing inserts once, says how many rows it was, and returns none for what it left",
    async check(session) {
      const { database } = await session.ready();
      const insert = () =>
        database
          .insertInto("probe_items")
          .values([item("a", { note: "first" }), item("b")])
          .onConflict((conflict) => conflict.columns(["shop", "id"]).doNothing());
      assert.equal((await insert().executeTakeFirstOrThrow()).numInsertedOrUpdatedRows, 2n);
      assert.equal((await insert().executeTakeFirstOrThrow()).numInsertedOrUpdatedRows, 0n);
      assertSame(await insert().returning("id").execute(), []);
    },
  },
  {
    name: "insert-or-update",
    group: "statements",
    title: "on conflict do update … where … returning changes only what the condition lets it, and returns only that",
    async check(session) {
      const { database } = await session.ready();
      const put = async (id: string, amount: number) => {
        const { rows } = await sql<object>`insert into probe_items (shop, id, amount) values ('shop', ${id}, ${amount})
          on conflict (shop, id) do update set amount = excluded.amount where probe_items.amount < excluded.amount returning id, amount`.execute(
          database,
        );
        return rows;
      };
      assertSame(await put("a", 5), [{ id: "a", amount: 5 }]);
      assertSame(await put("a", 4), []);
      assertSame(await put("a", 6), [{ id: "a", amount: 6 }]);
    },
  },
  {
    name: "changed-rows",
    group: "statements",
    title: "Updates and deletes say how many rows they changed, and return them where asked",
    async check(session) {
      const { database } = await session.ready();
      await database
        .insertInto("probe_items")
        .values(["a", "b", "c"].map((id) => item(id)))
        .execute();
      const update = () => database.updateTable("probe_items").set({ amount: 1 }).where("id", "<>", "c");
      assert.equal((await update().executeTakeFirstOrThrow()).numUpdatedRows, 2n);
      const returned = await update().returning("id").execute();
      assertSame(returned.map((row) => row.id).sort(), ["a", "b"]);
      assert.equal((await update().where("id", "=", "none").executeTakeFirstOrThrow()).numUpdatedRows, 0n);
      const deletion = database.deleteFrom("probe_items").where("amount", "=", 1);
      assert.equal((await deletion.executeTakeFirstOrThrow()).numDeletedRows, 2n);
      assertSame(await database.deleteFrom("probe_items").returning("id").execute(), [{ id: "c" }]);
    },
  },
  {
    name: "joined-texts",
    group: "statements",
    title: "string_agg over an ordered query joins texts in that order, and an empty one to null",
    async check(session) {
      const { database } = await session.ready();
      await database
        .insertInto("probe_items")
        .values(["b", "c", "a"].map((id, index) => item(id, { amount: index })))
        .execute();
      const { rows } = await sql`select
        (select string_agg(id, ', ') from (select id from probe_items order by amount desc) as ordered) as joined,
        (select string_agg(id, ', ') from (select id from probe_items where id = 'none' order by id) as ordered) as none`.execute(database);
      assertSame(rows, [{ joined: "a, c, b", none: null }]);
    },
  },
  {
    name: "common-tables",
    group: "statements",
    title: "with … as materialized, recursive ones, and one that is used twice",
    async check(session) {
      const { database } = await session.ready();
      const { rows } = await sql`with recursive
        numbers (n) as (select cast(1 as ${session.integerType}) union all select n + 1 from numbers where n < ${1000}),
        even as materialized (select n from numbers where n % 2 = 0)
        select (select count(*) from even) as amount, (select sum(n) from even) as total, (select max(n) from numbers) as last`.execute(
        database,
      );
      assertSame(rows, [{ amount: 500, total: 250_500, last: 1000 }]);
    },
  },
  {
    name: "many-parameters",
    group: "statements",
    title: "A statement may have 1,500 parameters",
    async check(session) {
      const { database } = await session.ready();
      const ids = Array.from({ length: 1500 }, (_, index) => `id-${index}`);
      await database
        .insertInto("probe_items")
        .values([item("id-0"), item("id-1499"), item("other")])
        .execute();
      const rows = await database.selectFrom("probe_items").select("id").where("id", "in", ids).orderBy("id").execute();
      assertSame(rows, [{ id: "id-0" }, { id: "id-1499" }]);
    },
  },
  {
    name: "many-rows-at-once",
    group: "statements",
    title: "200 rows of 24 columns are inserted with one statement and come back whole",
    async check(session) {
      const { database } = await session.ready();
      const all = Array.from({ length: 200 }, (_, row) =>
        Object.fromEntries(Array.from({ length: 24 }, (__, column) => [`c${column}`, `${String(row).padStart(3, "0")}/${column}`])),
      );
      await database.insertInto("probe_wide").values(all).execute();
      assertSame(await database.selectFrom("probe_wide").selectAll().orderBy("c0").execute(), all);
    },
  },
  {
    name: "statements-that-repeat",
    group: "statements",
    title: "A statement gives its own answer with its hundredth use, whatever was kept of the uses before",
    async check(session) {
      const { database } = await session.ready();
      for (let amount = 0; amount < 100; amount++) {
        await database
          .insertInto("probe_items")
          .values(item(`id-${amount}`, { amount }))
          .execute();
        const { id } = await database.selectFrom("probe_items").select("id").where("amount", "=", amount).executeTakeFirstOrThrow();
        assert.equal(id, `id-${amount}`);
      }
    },
  },
  {
    name: "statements-outlive-a-new-column",
    group: "statements",
    title: "A statement that repeats goes on when another storage adds a column, and in a transaction is at worst to be done again",
    async check(session) {
      const { database } = await session.ready();
      const other = session.open();
      await database.insertInto("probe_items").values(item("a")).execute();
      const read = () => database.selectFrom("probe_items").selectAll().execute();
      for (let times = 0; times < 20; times++) await read();
      await sql`alter table probe_items add column added integer not null default 7`.execute(other.database);
      for (let times = 0; times < 20; times++) assertSame(await read(), [{ ...item("a"), added: 7 }]);
      await sql`alter table probe_items add column further integer not null default 8`.execute(other.database);
      // Which connection knows the old columns, nobody can tell: each of them has to come through.
      const units = await Promise.allSettled(
        Array.from({ length: 10 }, () =>
          database.transaction().execute((transaction) => transaction.selectFrom("probe_items").selectAll().execute()),
        ),
      );
      for (const unit of units) {
        if (unit.status === "fulfilled") assertSame(unit.value, [{ ...item("a"), added: 7, further: 8 }]);
        else assert.equal(unit.reason?.details?.undone, true, "certain not to have happened, so that the caller may begin anew");
      }
      assertSame(await database.transaction().execute((transaction) => transaction.selectFrom("probe_items").select("id").execute()), [
        { id: "a" },
      ]);
    },
  },
];
