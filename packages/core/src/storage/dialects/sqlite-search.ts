import { type RawBuilder, sql } from "kysely";
import type { FindDocuments } from "../../search/find-documents.ts";
import type { QueryWord, SearchQuery } from "../../search/query.ts";

const shopRange = 2 ** 41;
const kindRange = 2 ** 40;

/** The rows of FTS5 are numbered by shop, kind and position: a range of them, read from its end, is the order of the results. */
export const findBySqliteIndex: FindDocuments = ({ shopId, kind, query, marks, before, limit, also }) => {
  const first = sql`(select ordinal from search_shops where shop_id = ${shopId}) * ${sql.lit(shopRange)} + ${sql.lit(kind === "customer" ? kindRange : 0)}`;
  const position = sql<number>`(search_index.rowid % ${sql.lit(kindRange)})`;
  return sql`select ${position} as position from search_index
    where search_index match ${matchExpression(query, marks)}
      and search_index.rowid >= ${first} and search_index.rowid < ${first} + ${Math.min(before, kindRange)}
      ${conditionOf(also?.(position))}
    order by search_index.rowid desc limit ${limit}`;
};

function conditionOf(condition: RawBuilder<boolean> | undefined): RawBuilder<unknown> {
  return condition ? sql`and ${condition}` : sql``;
}

/**
 * The condition in the language of FTS5. Words hold letters and digits only, marks no ASCII but those: neither can hold a quote. FTS5 gathers
 * all rows of a beginning before it gives the first, unless the beginning is indexed, which those of two to four characters are: of a longer
 * one the words are looked up, and each of them read from its end.
 */
function matchExpression(query: SearchQuery, marks: readonly string[]): RawBuilder<string> {
  const terms = query.map((spellings) => {
    const parts = spellings.map((words) =>
      join(
        words.map((word) => (isLong(word) ? wordsBeginningWith(word.word) : sql`${quoted(word)}`)),
        " AND ",
      ),
    );
    return sql`'((' || ${join(parts, ") OR (")} || '))'`;
  });
  return sql<string>`${join([...terms, ...marks.map((mark) => sql`${quoted({ word: mark, isPrefix: false })}`)], " AND ")}`;
}

const longestIndexedBeginning = 4;
const mostWordsOfABeginning = 64;

function isLong({ word, isPrefix }: QueryWord): boolean {
  return isPrefix && [...word].length > longestIndexedBeginning;
}

function quoted({ word, isPrefix }: QueryWord): string {
  return `"${word}"${isPrefix ? "*" : ""}`;
}

/** The words that begin with one, as alternatives; the beginning itself when there are none or very many. */
function wordsBeginningWith(beginning: string): RawBuilder<unknown> {
  const end = `${beginning}\u{10ffff}`;
  return sql`(
    with recursive known (term, n) as (
      select (select term from search_words where term >= ${beginning} limit 1), 1
      union all
      select (select term from search_words where term >= known.term || char(1) limit 1), n + 1
      from known where known.term < ${end} and n <= ${sql.lit(mostWordsOfABeginning)})
    select case when count(*) between 1 and ${sql.lit(mostWordsOfABeginning)} then '(' || group_concat('"' || term || '"', ' OR ') || ')'
      else ${`"${beginning}"*`} end
    from known where term >= ${beginning} and term < ${end})`;
}

function join(parts: readonly RawBuilder<unknown>[], separator: string): RawBuilder<unknown> {
  return sql.join(parts, sql` || ${sql.lit(separator)} || `);
}
