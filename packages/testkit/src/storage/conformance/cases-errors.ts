import assert from "node:assert/strict";
import { inspect } from "node:util";
import { AskonceError } from "@askonce/spec";
import { sql } from "kysely";
import { assertSame } from "./assert-same.ts";
import { item } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";
import { eventually, given, type StorageSession } from "./storage-session.ts";

async function reasonOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => assert.fail("it has to reject"),
    (error: unknown) => error,
  );
}

/** What passes by itself: the caller may try again, and knows after how long. */
function assertPasses(error: unknown): asserts error is AskonceError {
  assert.ok(AskonceError.is(error, "STORAGE_FAILED"), `STORAGE_FAILED and not ${inspect(error, { depth: 1 })}`);
  assert.equal(error.retryable, true);
  assert.ok(typeof error.retryAfterMs === "number" && error.retryAfterMs > 0, "retryAfterMs says when");
}

async function failUnavailable(session: StorageSession): Promise<{ errors: unknown[]; secrets: readonly string[] }> {
  const { storage, secrets } = session.descriptor.unavailable();
  const database = session.on(storage.dialect);
  const errors = [
    await reasonOf(sql`select 1`.execute(database)),
    await reasonOf(database.transaction().execute((transaction) => sql`select 1`.execute(transaction))),
  ];
  await database.destroy();
  await storage.close();
  return { errors, secrets };
}

/** Everything somebody who logs an error can get to see of it. */
function textOf(error: unknown): string {
  const parts: string[] = [];
  for (let each = error, depth = 0; each !== undefined && each !== null && depth < 10; depth++) {
    parts.push(inspect(each, { depth: 10, showHidden: true }), each instanceof Error ? `${each.message}\n${each.stack}` : String(each));
    each = each instanceof Error ? each.cause : undefined;
  }
  return parts.join("\n");
}

/** Each of several connections may have to find out by itself that it was cut. */
async function worksAgain(look: () => Promise<unknown>): Promise<boolean> {
  const looks = await Promise.allSettled(Array.from({ length: 5 }, look));
  for (const each of looks) if (each.status === "rejected") assertPasses(each.reason);
  return looks.every((each) => each.status === "fulfilled");
}

export const errorCases: readonly StorageCaseDefinition[] = [
  {
    name: "violations-stay-what-they-are",
    group: "errors",
    title: "What breaks a unique or foreign key, or is no SQL, is no failure of the storage: trying again would not help",
    async check(session) {
      const { database } = await session.ready();
      await database.insertInto("probe_items").values(item("a")).execute();
      const attempts = [
        () => database.insertInto("probe_items").values(item("a")).execute(),
        () => database.insertInto("probe_parts").values({ shop: "shop", item_id: "none", id: "part" }).execute(),
        () => sql`selekt nothing`.execute(database),
      ];
      for (const attempt of attempts) {
        const error = await reasonOf(attempt());
        assert.ok(error instanceof Error);
        assert.ok(!AskonceError.is(error, "STORAGE_FAILED"), "not STORAGE_FAILED");
        assert.notEqual("retryable" in error && error.retryable, true);
      }
    },
  },
  {
    name: "unavailable",
    group: "errors",
    title: "A database that cannot be reached is STORAGE_FAILED, retryable, and says after how long",
    async check(session) {
      for (const error of (await failUnavailable(session)).errors) assertPasses(error);
    },
  },
  {
    name: "unavailable-without-secrets",
    group: "errors",
    title: "Neither that error nor its causes hold the password, in message, details or stack",
    async check(session) {
      const { errors, secrets } = await failUnavailable(session);
      for (const secret of secrets) {
        for (const error of errors) assert.ok(!textOf(error).includes(secret), "no secret in the error or its causes");
      }
    },
  },
  {
    name: "cut-between-statements",
    group: "errors",
    title: "After the database has cut every connection the storage works again in a moment; until then it is STORAGE_FAILED",
    async check(session) {
      const cut = given(session.descriptor.cut, "cut");
      const { database } = await session.ready();
      const look = () => database.selectFrom("probe_items").select("id").execute();
      await Promise.all(Array.from({ length: 5 }, look));
      await cut();
      await eventually(() => worksAgain(look), "it works again");
      assertSame(await Promise.all(Array.from({ length: 5 }, look)), [[], [], [], [], []]);
    },
  },
  {
    name: "cut-within-a-transaction",
    group: "errors",
    title: "A transaction whose connection is cut is STORAGE_FAILED, nothing of it stays, and the next one works",
    async check(session) {
      const cut = given(session.descriptor.cut, "cut");
      const { database } = await session.ready();
      const failing = database.transaction().execute(async (transaction) => {
        await transaction.insertInto("probe_items").values(item("a")).execute();
        await cut();
        await transaction.insertInto("probe_items").values(item("b")).execute();
      });
      assertPasses(await reasonOf(failing));
      const look = () => database.selectFrom("probe_items").select("id").execute();
      await eventually(() => worksAgain(look), "it works again");
      assertSame(await look(), []);
      await database.transaction().execute((transaction) => transaction.insertInto("probe_items").values(item("c")).execute());
      assertSame(await look(), [{ id: "c" }]);
    },
  },
];
