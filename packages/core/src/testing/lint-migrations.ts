import type { Migration } from "../storage/migrations/migration.ts";

/** What is known to be apart from a rule, and why. */
const exceptions: Readonly<Record<string, string>> = {
  // The shop is a part of every word in the index: that is what keeps shops apart in it.
  "index search_documents_by_words": "first column",
  // SQLite's own index of words, of one file and not carried along: it is made anew where the documents are copied to.
  "table search_shops": "local to SQLite",
};

const destructive = /^\s*(?:drop|truncate|alter table \S+ (?:drop|rename|alter)|create or replace|delete|update)\b/i;

/**
 * Holds the schema to what lets a shop move to another database, several versions of the code work beside each other, and PostgreSQL be spread
 * over many servers (Citus): the shop first in every key, unique constraint, index and foreign key; ids from the application; nothing taken
 * away from code that still runs.
 *
 * @returns what is wrong, empty when nothing is
 */
export function lintMigrations(migrations: readonly Migration[]): string[] {
  return migrations.flatMap((migration) => {
    const everywhere = migration.statements.flatMap((statement) => lintStatement(statement, "everywhere"));
    const postgres = (migration.only?.postgres ?? []).flatMap((statement) => lintStatement(statement, "postgres"));
    const sqlite = (migration.only?.sqlite ?? []).flatMap((statement) => lintStatement(statement, "sqlite"));
    const all = [...migration.statements, ...(migration.only?.postgres ?? []), ...(migration.only?.sqlite ?? [])];
    const takesAway = all.some((statement) => destructive.test(statement));
    const promise =
      takesAway && migration.worksWith < migration.version
        ? ["takes something away and says that older code works with it"]
        : migration.worksWith > migration.version
          ? ["works with a version that is not there yet"]
          : [];
    return [...everywhere, ...postgres, ...sqlite, ...promise].map((problem) => `${migration.name}: ${problem}`);
  });
}

function lintStatement(statement: string, where: "everywhere" | "postgres" | "sqlite"): string[] {
  const text = statement.replace(/\s+/g, " ").trim();
  const problems: string[] = [];
  if (/\b(?:big)?serial\b|\bidentity\b|\bnextval\b|\bautoincrement\b|\bcreate sequence\b/i.test(text))
    problems.push("numbers that the database gives");
  if (where !== "sqlite" && /\bcreate (?:or replace )?(?:trigger|function|rule|view)\b/i.test(text))
    problems.push("something that runs by itself");
  if (/\bcreate extension\b/i.test(text)) problems.push("needs an extension");
  const table = /^create table (?:if not exists )?(\S+) \((.*)\)$/i.exec(text);
  if (table) problems.push(...lintTable(table[1] ?? "", table[2] ?? "", where));
  const index = /^create (?:unique )?index (?:if not exists )?(\S+) on (\S+)(?: using \S+)? ?\(\s*([^,)\s]+)/i.exec(text);
  if (index && index[3] !== "shop_id" && !(`index ${index[1]}` in exceptions))
    problems.push(`index ${index[1]} does not begin with the shop`);
  const column = /^alter table (\S+) add column (\S+) (.*)$/i.exec(text);
  if (column && /not null/i.test(column[3] ?? "") && !/default/i.test(column[3] ?? ""))
    problems.push(`column ${column[1]}.${column[2]} has no value in the rows of older code`);
  return problems;
}

function lintTable(name: string, body: string, where: string): string[] {
  if (`table ${name}` in exceptions) return [];
  const problems: string[] = [];
  if (!/\bprimary key \(shop_id\b/i.test(body)) problems.push(`table ${name} has no primary key that begins with the shop`);
  if (!/^\s*shop_id \{text\} not null/i.test(body)) problems.push(`table ${name} does not begin with the shop`);
  for (const [, columns] of body.matchAll(/\bunique \(([^)]*)\)/gi))
    if (!columns?.trim().startsWith("shop_id")) problems.push(`table ${name} is unique across shops`);
  if (/\bunique\b(?! \()/i.test(body)) problems.push(`table ${name} is unique across shops`);
  for (const [, from, to] of body.matchAll(/\bforeign key \(([^)]*)\) references \S+ \(([^)]*)\)/gi))
    if (!from?.trim().startsWith("shop_id") || !to?.trim().startsWith("shop_id"))
      problems.push(`table ${name} points at another shop's rows`);
  if (/\breferences\b/i.test(body.replace(/\bforeign key \([^)]*\) references/gi, "")))
    problems.push(`table ${name} points at another shop's rows`);
  if (
    where === "everywhere" &&
    /(?<!\{)\b(?:text|bigint|blob|bytea|timestamptz?|jsonb?|boolean)\b(?!\})(?! \{)/i.test(body.replace(/\b(?:text|kind) \{/gi, "x {"))
  )
    problems.push(`table ${name} names a type of one flavor`);
  return problems;
}
