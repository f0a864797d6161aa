import { type RawBuilder, sql } from "kysely";
import { bucketSize, scopePattern } from "../../search/document.ts";
import type { FindDocuments } from "../../search/find-documents.ts";
import type { SearchQuery } from "../../search/query.ts";

/** The text of the index's expression, as the migration wrote it. */
const vector = sql.raw("array_to_tsvector(string_to_array(scope || replace(head || ' ' || body || ' ' || marks, ' ', ' ' || scope), ' '))");
const newestCount = 1000;

/** Looks through the newest documents one by one: what many of them hold is found here soonest. */
export const findAmongNewest: FindDocuments = ({ shopId, kind, query, marks, before, limit, also }) => sql`
  select document.position from (
    select position, ' ' || head || ' ' || body || ' ' || marks || ' ' as words from search_documents
    where shop_id = ${shopId} and kind = ${kind} and position < ${before}
    order by position desc limit ${sql.lit(newestCount)}) document
  where ${holdsAll(query, marks)} ${conditionOf(also?.(sql<number>`document.position`))}
  order by document.position desc limit ${limit}`;

/**
 * Looks words up in the index, from the newest bucket of documents to the oldest, until there are enough. The condition on the index stands
 * alone behind `offset 0`, so that no plan can prefer reading all documents of the shop; the second one keeps the hits from being looked up
 * for each use of them.
 */
export const findByPostgresIndex: FindDocuments = ({ shopId, kind, query, marks, before, limit, also }) => sql`
  with recursive ends as (
    select max(position) / ${sql.lit(bucketSize)} as newest, min(position) / ${sql.lit(bucketSize)} as oldest from search_documents
    where shop_id = ${shopId} and kind = ${kind} and position < ${before}
  ), walk (bucket, found, positions) as (
    select newest + 1, 0, '{}'::bigint[] from ends
    union all
    select walk.bucket - 1, walk.found + cardinality(hits.positions), hits.positions
    from walk cross join ends cross join lateral (select array(
      select document.position from (
        select shop_id, kind, position from search_documents
        where ${vector} @@ replace(${queryText(query, marks, scopePattern(shopId, kind))}, '@', (walk.bucket - 1)::text)::tsquery offset 0) document
      where document.shop_id = ${shopId} and document.kind = ${kind} and document.position < ${before}
        ${conditionOf(also?.(sql<number>`document.position`))}
      order by document.position desc limit ${limit}) as positions offset 0) hits
    where walk.found < ${limit} and walk.bucket > ends.oldest
  ) select unnest(positions) as position from walk`;

function conditionOf(condition: RawBuilder<boolean> | undefined): RawBuilder<unknown> {
  return condition ? sql`and ${condition}` : sql``;
}

/** Words hold letters and digits only and marks no ASCII but those: neither has anything that LIKE or a quoted word reads otherwise. */
function holdsAll(query: SearchQuery, marks: readonly string[]): RawBuilder<boolean> {
  const holds = (word: string, isPrefix: boolean) => sql<boolean>`document.words like ${`% ${word}${isPrefix ? "" : " "}%`}`;
  const terms = query.map((spellings) => {
    const parts = spellings.map(
      (words) =>
        sql`(${sql.join(
          words.map(({ word, isPrefix }) => holds(word, isPrefix)),
          sql` and `,
        )})`,
    );
    return sql`(${sql.join(parts, sql` or `)})`;
  });
  return sql<boolean>`${sql.join([...terms, ...marks.map((mark) => holds(mark, false))], sql` and `)}`;
}

function queryText(query: SearchQuery, marks: readonly string[], scope: string): string {
  const terms = query.map((spellings) => {
    const parts = spellings.map(
      (words) => `(${words.map(({ word, isPrefix }) => `'${scope}${word}'${isPrefix ? ":*" : ""}`).join(" & ")})`,
    );
    return `(${parts.join(" | ")})`;
  });
  return [...terms, ...marks.map((mark) => `'${scope}${mark}'`)].join(" & ");
}
