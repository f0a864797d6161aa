import assert from "node:assert/strict";
import { sql } from "kysely";
import { assertSame } from "./assert-same.ts";
import { item } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";
import type { StorageSession } from "./storage-session.ts";

const replacement = "\uFFFD";
const megabyte = 1024 * 1024;

const texts: readonly string[] = [
  "",
  " ",
  " leading and trailing\t\r\n",
  'it\'s "quoted" \\ back ; -- select $1 ? :name',
  "ăâîșț ŞŢ",
  // The same letter in one code point and in two: no storage may make one of the other.
  "\u00e9",
  "e\u0301",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "שלום مرحبا",
  "\uFEFFbom \u2028 \u2029 \u200b \u0001 \u007f",
  "\u{10FFFF}\uFFFF",
  "x".repeat(megabyte),
];

async function storedNote(session: StorageSession, note: string): Promise<unknown> {
  const { database } = await session.ready();
  const row = await database
    .insertInto("probe_items")
    .values(item(crypto.randomUUID(), { note }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return (await database.selectFrom("probe_items").select("note").where("id", "=", row.id).executeTakeFirstOrThrow()).note;
}

/** Texts that no database of the world holds as they are become the same ones in every storage, in what is written and in what is looked for. */
async function assertReplaced(session: StorageSession, given: string, expected: string): Promise<void> {
  const { database } = await session.ready();
  assert.equal(await storedNote(session, given), expected);
  const found = await database.selectFrom("probe_items").select("note").where("note", "=", given).execute();
  assert.equal(found.length, 1, "looked for by the same text it is found");
}

const integers = [0, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 2 ** 32, 1_795_000_000_000, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];

export const valueCases: readonly StorageCaseDefinition[] = [
  {
    name: "texts",
    group: "values",
    title: "Texts come back as they are, code point by code point, and are found by themselves",
    async check(session) {
      const { database } = await session.ready();
      for (const [amount, text] of texts.entries()) {
        // What is looked up by an index is shorter than a page of it.
        const id = text.length < 1000 ? text : "long";
        await database
          .insertInto("probe_items")
          .values(item(id, { amount, note: text }))
          .execute();
      }
      for (const [amount, text] of texts.entries()) {
        const found = database.selectFrom("probe_items").select(["amount", "note"]);
        assertSame(await found.where("amount", "=", amount).execute(), [{ amount, note: text }]);
        assertSame(await found.where("note", "=", text).execute(), [{ amount, note: text }]);
        if (text.length < 1000) assertSame(await found.where("id", "=", text).execute(), [{ amount, note: text }]);
      }
    },
  },
  {
    name: "text-with-lone-surrogates",
    group: "values",
    title: "Half of a surrogate pair becomes U+FFFD, which is what UTF-8 has for it",
    check: (session) => assertReplaced(session, "a\uD83Db\uDE00c", `a${replacement}b${replacement}c`),
  },
  {
    name: "text-with-nul",
    group: "values",
    title: "U+0000 becomes U+FFFD: one of the two flavors cannot hold it, and both are to hold the same",
    check: (session) => assertReplaced(session, "a\u0000b\u0000", `a${replacement}b${replacement}`),
  },
  {
    name: "integers",
    group: "values",
    title: "Whole numbers up to 2^53 - 1 and down to its negative are numbers, digit by digit, and compare as numbers",
    async check(session) {
      const { database } = await session.ready();
      for (const amount of integers)
        await database
          .insertInto("probe_items")
          .values(item(String(amount), { amount }))
          .execute();
      const rows = await database.selectFrom("probe_items").select(["id", "amount"]).orderBy("amount").execute();
      const sorted = integers.toSorted((one, other) => one - other);
      assertSame(
        rows,
        sorted.map((amount) => ({ id: String(amount), amount: amount + 0 })),
      );
      for (const amount of integers) {
        const found = await database.selectFrom("probe_items").select("id").where("amount", "=", amount).execute();
        assertSame(found, [{ id: String(amount) }]);
      }
    },
  },
  {
    name: "computed-numbers",
    group: "values",
    title: "Counts, sums and maxima are numbers, and null where there is nothing to sum up",
    async check(session) {
      const { database } = await session.ready();
      const look = async () => {
        const { rows } = await sql<object>`select count(*) as n, sum(amount) as total, max(amount) as most from probe_items`.execute(
          database,
        );
        return rows;
      };
      assertSame(await look(), [{ n: 0, total: null, most: null }]);
      const rows = [item("a", { amount: 2 ** 52 }), item("b", { amount: 2 ** 52 - 1 })];
      await database.insertInto("probe_items").values(rows).execute();
      assertSame(await look(), [{ n: 2, total: Number.MAX_SAFE_INTEGER, most: 2 ** 52 }]);
    },
  },
  {
    name: "nothing",
    group: "values",
    title: "null is null in a column of any type, and unlike an empty text, a zero or no bytes",
    async check(session) {
      const { database } = await session.ready();
      const empty = { amount: 0, note: "", bytes: new Uint8Array() };
      await database
        .insertInto("probe_items")
        .values([item("null"), item("empty", empty)])
        .execute();
      const [one, other] = await database.selectFrom("probe_items").selectAll().orderBy("id", "desc").execute();
      assertSame(one, item("null"));
      assertSame({ ...other, bytes: other?.bytes && [...other.bytes] }, { shop: "shop", id: "empty", ...empty, bytes: [] });
    },
  },
  {
    name: "bytes",
    group: "values",
    title: "Bytes come back as a Uint8Array: none, every value, a part of a larger buffer, a megabyte",
    async check(session) {
      const { database } = await session.ready();
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      const large = Uint8Array.from({ length: megabyte }, (_, index) => (index * 31) % 256);
      for (const [index, bytes] of [new Uint8Array(), all, all.subarray(100, 110), large].entries()) {
        const id = `bytes-${index}`;
        await database.insertInto("probe_items").values(item(id, { bytes })).execute();
        const row = await database.selectFrom("probe_items").select("bytes").where("id", "=", id).executeTakeFirstOrThrow();
        assert.ok(row.bytes instanceof Uint8Array, "a Uint8Array");
        assert.ok(Buffer.from(bytes).equals(row.bytes), `the same ${bytes.length} bytes`);
        const { rows } = await sql<{ size: number }>`select length(bytes) as size from probe_items where id = ${id}`.execute(database);
        assertSame(rows, [{ size: bytes.length }]);
      }
    },
  },
];
