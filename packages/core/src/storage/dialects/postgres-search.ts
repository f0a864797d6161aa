import { type RawBuilder, sql } from "kysely";
import { bucketSize, scopePattern } from "../../search/document.ts";
import type { FindDocuments } from "../../search/find-documents.ts";
import type { QueryWord, SearchTerm } from "../../search/query.ts";

/** The text of the index's expression, as the migration wrote it. */
const vector = sql.raw("array_to_tsvector(string_to_array(scope || replace(head || ' ' || body || ' ' || marks, ' ', ' ' || scope), ' '))");
const words = sql.raw("' ' || head || ' ' || body || ' ' || marks || ' ' as words");

/** So many of the newest documents are looked through before the index is asked. */
const newestCount = 1000;
/** By so many of the newest it is judged how frequent a term is, and frequent is what more than a tenth of them hold. */
const sampleCount = 200;
const frequentCount = 20;
/** The index is asked for so many terms; the others are looked for in what it finds. */
const mostTermsAsked = 4;

/** Looks through the newest documents one by one: what many of them hold is found here soonest. */
export const findAmongNewest: FindDocuments = ({ shopId, kind, query, marks, before, limit, also }) => sql`
  select document.position from (
    select position, ${words} from search_documents
    where shop_id = ${shopId} and kind = ${kind} and position < ${before}
    order by position desc limit ${sql.lit(newestCount)}) document
  where ${all([...query.map(holdsTerm), ...marks.map((mark) => holds({ word: mark, isPrefix: false }))])}
    ${conditionOf(also?.(sql<number>`document.position`))}
  order by document.position desc limit ${limit}`;

/**
 * Looks terms up in the index, from the newest bucket of documents to the oldest, until there are enough. The index gathers everything that
 * begins with a word before it looks at another one, so it is not asked for what a sample says is frequent, as the parts of an address are,
 * unless all of it is. The condition on the index stands alone behind `offset 0`, so that no plan can prefer reading all documents of the
 * shop; the second one keeps the hits from being looked up for each use of them.
 */
export const findByPostgresIndex: FindDocuments = ({ shopId, kind, query, marks, before, limit, also }) => {
  const scope = scopePattern(shopId, kind);
  const terms = query.map(
    (term) => sql`select ${termText(term, scope)} as text, (select count(*) from sample document where ${holdsTerm(term)}) as held`,
  );
  const markText = marks.map((mark) => ` & '${scope}${mark}'`).join("");
  return sql`
  with recursive ends as (
    select max(position) / ${sql.lit(bucketSize)} as newest, min(position) / ${sql.lit(bucketSize)} as oldest from search_documents
    where shop_id = ${shopId} and kind = ${kind} and position < ${before}
  ), sample as materialized (
    select ${words} from search_documents
    where shop_id = ${shopId} and kind = ${kind} and position < ${before} order by position desc limit ${sql.lit(sampleCount)}
  ), terms as materialized (
    select text, held, row_number() over (order by held) as place, min(held) over () as least from (${sql.join(terms, sql` union all `)}) term
  ), asked as materialized (
    select string_agg(text, ' & ') || ${markText} as text from terms
    where place <= ${sql.lit(mostTermsAsked)} and (held <= ${sql.lit(frequentCount)} or least > ${sql.lit(frequentCount)})
  ), walk (bucket, found, positions) as (
    select newest + 1, 0, '{}'::bigint[] from ends
    union all
    select walk.bucket - 1, walk.found + cardinality(hits.positions), hits.positions
    from walk cross join ends cross join asked cross join lateral (select array(
      select document.position from (
        select shop_id, kind, position, ${words} from search_documents
        where ${vector} @@ replace(asked.text, '@', (walk.bucket - 1)::text)::tsquery offset 0) document
      where document.shop_id = ${shopId} and document.kind = ${kind} and document.position < ${before}
        and ${all(query.map(holdsTerm))} ${conditionOf(also?.(sql<number>`document.position`))}
      order by document.position desc limit ${limit}) as positions offset 0) hits
    where walk.found < ${limit} and walk.bucket > ends.oldest
  ) select unnest(positions) as position from walk`;
};

function conditionOf(condition: RawBuilder<boolean> | undefined): RawBuilder<unknown> {
  return condition ? sql`and ${condition}` : sql``;
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(conditions, sql` and `)})`;
}

/** Words hold letters and digits only and marks no ASCII but those: neither has anything that LIKE or a quoted word reads otherwise. */
function holds({ word, isPrefix }: QueryWord): RawBuilder<boolean> {
  return sql<boolean>`document.words like ${`% ${word}${isPrefix ? "" : " "}%`}`;
}

function holdsTerm(term: SearchTerm): RawBuilder<unknown> {
  return sql`(${sql.join(
    term.map((spelling) => all(spelling.map(holds))),
    sql` or `,
  )})`;
}

function termText(term: SearchTerm, scope: string): string {
  const spellings = term.map((spelling) => spelling.map(({ word, isPrefix }) => `'${scope}${word}'${isPrefix ? ":*" : ""}`).join(" & "));
  return `(${spellings.map((spelling) => `(${spelling})`).join(" | ")})`;
}
