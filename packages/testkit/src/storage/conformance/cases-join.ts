import assert from "node:assert/strict";
import { AskonceError } from "@askonce/spec";
import type { Kysely } from "kysely";
import { assertSame } from "./assert-same.ts";
import { item, type ProbeTables } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";
import type { ApplicationConnection } from "./storage-descriptor.ts";
import { given, type StorageSession } from "./storage-session.ts";

/** Runs `work` with a connection of an application that has a transaction open, and ends it as told. */
async function inApplication(
  session: StorageSession,
  end: "commit" | "rollback",
  work: (joined: Kysely<ProbeTables>, application: ApplicationConnection) => Promise<void>,
): Promise<string[]> {
  const { storage, database } = await session.ready();
  assert.ok(storage.join, "the storage has `join`, or the group is skipped with a reason");
  const application = await given(session.descriptor.connect, "connect")();
  try {
    await application.execute("begin");
    const joined = session.on(storage.join(application.connection));
    await work(joined, application);
    await joined.destroy();
    await application.execute(end);
  } finally {
    await application.close();
  }
  const rows = await database.selectFrom("probe_items").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}

export const joinCases: readonly StorageCaseDefinition[] = [
  {
    name: "join-is-committed-by-the-application",
    group: "join",
    title: "Statements and transactions in a joined connection are there after the application's commit, with its own rows",
    async check(session) {
      const ids = await inApplication(session, "commit", async (joined, application) => {
        await joined.insertInto("probe_items").values(item("a")).execute();
        await application.execute("insert into probe_items (shop, id) values ('shop', 'b')");
        await joined.transaction().execute(async (transaction) => {
          const rows = await transaction.selectFrom("probe_items").select("id").orderBy("id").execute();
          assertSame(rows, [{ id: "a" }, { id: "b" }]);
          await transaction.insertInto("probe_items").values(item("c")).execute();
        });
      });
      assertSame(ids, ["a", "b", "c"]);
    },
  },
  {
    name: "join-is-rolled-back-by-the-application",
    group: "join",
    title: "Of what was committed in a joined connection nothing stays after the application's rollback",
    async check(session) {
      const ids = await inApplication(session, "rollback", async (joined) => {
        await joined.insertInto("probe_items").values(item("a")).execute();
        await joined.transaction().execute((transaction) => transaction.insertInto("probe_items").values(item("b")).execute());
      });
      assertSame(ids, []);
    },
  },
  {
    name: "join-fails-alone",
    group: "join",
    title: "A transaction that fails in a joined connection leaves nothing behind, and the application's own work stands",
    async check(session) {
      const ids = await inApplication(session, "commit", async (joined, application) => {
        await application.execute("insert into probe_items (shop, id) values ('shop', 'own')");
        const failing = joined.transaction().execute(async (transaction) => {
          await transaction.insertInto("probe_items").values(item("a")).execute();
          await transaction.insertInto("probe_items").values(item("own")).execute();
        });
        await assert.rejects(failing);
        await joined.transaction().execute((transaction) => transaction.insertInto("probe_items").values(item("b")).execute());
      });
      assertSame(ids, ["b", "own"]);
    },
  },
  {
    name: "join-has-the-same-values",
    group: "join",
    title: "Values are those of the storage's own connections: whole numbers, bytes, emoji",
    async check(session) {
      const values = item("a", { amount: Number.MAX_SAFE_INTEGER, note: "ș👩‍👧", bytes: Uint8Array.of(0, 1, 255) });
      await inApplication(session, "commit", async (joined) => {
        await joined.insertInto("probe_items").values(values).execute();
        const row = await joined.selectFrom("probe_items").selectAll().executeTakeFirstOrThrow();
        assert.ok(row.bytes instanceof Uint8Array);
        assertSame({ ...row, bytes: [...row.bytes] }, { ...values, bytes: [0, 1, 255] });
      });
    },
  },
  {
    name: "join-replaces-nul",
    group: "join",
    title: "U+0000 in a joined connection becomes U+FFFD, as it does elsewhere",
    async check(session) {
      await inApplication(session, "commit", async (joined) => {
        await joined
          .insertInto("probe_items")
          .values(item("a", { note: "a\u0000b" }))
          .execute();
        const row = await joined.selectFrom("probe_items").select("note").executeTakeFirstOrThrow();
        assert.equal(row.note, "a\uFFFDb");
      });
    },
  },
  {
    name: "join-refuses-what-is-no-connection",
    group: "join",
    title: "What is no connection is CONFIGURATION_INVALID, at once",
    async check(session) {
      const { storage } = session.open();
      assert.ok(storage.join, "the storage has `join`, or the group is skipped with a reason");
      for (const connection of [null, undefined, {}, "a text", 5]) {
        assert.throws(
          () => storage.join?.(connection),
          (error) => AskonceError.is(error, "CONFIGURATION_INVALID"),
        );
      }
    },
  },
];
