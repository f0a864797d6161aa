import { type RawBuilder, sql } from "kysely";

/** Whether a folded column holds `word`, taken literally: what LIKE reads as a wildcard is escaped, so that `ana_maria@` finds itself only. */
export function contains(column: string, word: string): RawBuilder<boolean> {
  const pattern = `%${word.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
  return sql<boolean>`${sql.ref(column)} like ${pattern} escape ${sql.lit("\\")}`;
}
