import type { StorageMutant } from "./storage-mutant.ts";

type Row = Record<string, unknown>;

const each = (change: (value: unknown) => unknown) => (rows: Row[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, change(value)])));
const inTexts = (change: (text: string) => string) => (value: unknown) =>
  typeof value === "string" ? change(value.replaceAll("\u0000", "\uFFFD")) : value;

/** Wrong about values, their order and single statements. */
export const dataMutants: readonly StorageMutant[] = [
  { name: "composes letters", caughtBy: ["texts"], breaks: { parameter: inTexts((text) => text.normalize("NFC")) } },
  { name: "trims texts", caughtBy: ["texts"], breaks: { parameter: inTexts((text) => text.trim()) } },
  { name: "cuts texts at 64 kB", caughtBy: ["texts"], breaks: { parameter: inTexts((text) => text.slice(0, 65_536)) } },
  {
    name: "drops half pairs",
    caughtBy: ["text-with-lone-surrogates"],
    breaks: { parameter: inTexts((text) => text.replace(/\p{Surrogate}/gu, "")) },
  },
  { name: "keeps U+0000", caughtBy: ["text-with-nul"], breaks: { parameter: (value) => value } },
  {
    name: "gives large numbers as texts",
    caughtBy: ["integers", "computed-numbers"],
    breaks: { rows: each((value) => (typeof value === "number" && Math.abs(value) > 2 ** 31 ? String(value) : value)) },
  },
  {
    name: "gives counts as texts",
    caughtBy: ["computed-numbers"],
    breaks: { rows: (rows, statement) => (statement.includes("count(*)") ? each((value) => value && String(value))(rows) : rows) },
  },
  { name: "gives nothing as an empty text", caughtBy: ["nothing"], breaks: { rows: each((value) => value ?? "") } },
  {
    name: "makes nothing of no bytes",
    caughtBy: ["bytes"],
    breaks: { parameter: (value) => (value instanceof Uint8Array && value.length === 0 ? null : inTexts((text) => text)(value)) },
  },
  {
    name: "writes the whole buffer of a view",
    caughtBy: ["bytes"],
    breaks: { parameter: (value) => (value instanceof Uint8Array ? new Uint8Array(value.buffer) : inTexts((text) => text)(value)) },
  },
  {
    name: "gives bytes as an array",
    caughtBy: ["bytes"],
    breaks: { rows: each((value) => (value instanceof Uint8Array ? [...value] : value)) },
  },
  {
    name: "knows no capitals",
    caughtBy: ["texts-in-the-order-of-their-bytes", "equal-only-when-the-same"],
    breaks: { statement: (text) => (text.startsWith("create table") ? text.replaceAll(" text not", " text collate nocase not") : text) },
  },
  {
    name: "compares the parts of a row by themselves",
    caughtBy: ["pages-by-row-values"],
    breaks: { statement: (text) => text.replace("(amount, id) > (?, ?)", "amount > ? and id > ?") },
  },
  { name: "does not count changed rows", caughtBy: ["insert-or-leave", "changed-rows"], breaks: { affected: () => 1 } },
  {
    name: "updates whatever the condition says",
    caughtBy: ["insert-or-update"],
    breaks: { statement: (text) => text.replace("where probe_items.amount < excluded.amount", "") },
  },
  {
    name: "joins texts in any order",
    caughtBy: ["joined-texts"],
    breaks: { statement: (text) => text.replace("order by amount desc", "order by amount") },
  },
  {
    name: "ends a recursion early",
    caughtBy: ["common-tables"],
    breaks: { statement: (text) => text.replace("from numbers where n <", "from numbers where n < 500 and n <") },
  },
  {
    name: "takes at most 999 parameters",
    caughtBy: ["many-parameters", "many-rows-at-once"],
    breaks: {
      before(_, parameters) {
        if (parameters.length > 999) throw new RangeError("too many SQL variables");
      },
    },
  },
  {
    name: "keeps answers",
    caughtBy: ["statements-that-repeat"],
    breaks() {
      const kept = new Map<string, Row[]>();
      return {
        rows(rows, statement) {
          if (!statement.startsWith("select")) return rows;
          const first = kept.get(statement) ?? rows;
          kept.set(statement, first);
          return first;
        },
      };
    },
  },
  {
    name: "keeps plans",
    caughtBy: ["statements-outlive-a-new-column"],
    breaks() {
      let isChanged = false;
      return {
        before(statement) {
          isChanged ||= statement.startsWith("alter table");
          if (isChanged && statement.startsWith("select *")) throw new Error("cached plan must not change result type");
        },
      };
    },
  },
];
