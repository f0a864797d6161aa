import { sql } from "kysely";
import { assertSame } from "./assert-same.ts";
import { item } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";

/** In the order of their UTF-8 bytes, which no language's order is. The last two are the other way round by UTF-16 units. */
const inOrder = ["", " ", "10", "9", "A", "B", "Z", "_", "a", "aB", "aa", "b", "z", "~", "é", "Ă", "ș", "Ω", "ﬁ", "😀"];

export const orderCases: readonly StorageCaseDefinition[] = [
  {
    name: "texts-in-the-order-of-their-bytes",
    group: "order",
    title: "Texts are sorted and compared by their bytes: capitals first, diacritics behind z, emoji last",
    async check(session) {
      const { database } = await session.ready();
      for (const id of inOrder.toReversed()) await database.insertInto("probe_items").values(item(id)).execute();
      const rows = await database.selectFrom("probe_items").select("id").orderBy("id").execute();
      assertSame(
        rows.map((row) => row.id),
        inOrder,
      );
      const above = await database
        .selectFrom("probe_items")
        .select("id")
        .where("id", ">", "Z")
        .where("id", "<", "Ă")
        .orderBy("id", "desc")
        .execute();
      assertSame(
        above.map((row) => row.id),
        inOrder.slice(inOrder.indexOf("Z") + 1, inOrder.indexOf("Ă")).reverse(),
      );
      const { rows: ends } = await sql`select min(id) as first, max(id) as last from probe_items`.execute(database);
      assertSame(ends, [{ first: "", last: "😀" }]);
    },
  },
  {
    name: "equal-only-when-the-same",
    group: "order",
    title: "Capitals, accents and blanks make a difference to what is equal and to what is unique",
    async check(session) {
      const { database } = await session.ready();
      const alike = ["ana", "Ana", "aná", "ana ", "ana\u0301"];
      for (const id of alike) await database.insertInto("probe_items").values(item(id)).execute();
      for (const id of alike) {
        const found = await database.selectFrom("probe_items").select("id").where("id", "=", id).execute();
        assertSame(found, [{ id }]);
      }
    },
  },
  {
    name: "pages-by-row-values",
    group: "order",
    title: "(a, b) > (?, ?) turns pages in the order of both, without a row twice or left out",
    async check(session) {
      const { database } = await session.ready();
      const all = Array.from({ length: 50 }, (_, index) => item(`id-${String(index).padStart(2, "0")}`, { amount: index % 7 }));
      await database.insertInto("probe_items").values(all).execute();
      const read: string[] = [];
      let [amount, id] = [-1, ""];
      for (let page = 0; page < 20; page++) {
        const { rows } = await sql<{ amount: number; id: string }>`
          select amount, id from probe_items where (amount, id) > (${amount}, ${id}) order by amount, id limit 6`.execute(database);
        const last = rows.at(-1);
        if (!last) break;
        read.push(...rows.map((row) => row.id));
        [amount, id] = [last.amount, last.id];
      }
      const expected = all.toSorted((one, other) => (one.amount ?? 0) - (other.amount ?? 0) || (one.id < other.id ? -1 : 1));
      assertSame(
        read,
        expected.map((row) => row.id),
      );
    },
  },
];
