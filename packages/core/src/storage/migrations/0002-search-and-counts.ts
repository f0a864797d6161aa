import type { Migration } from "./migration.ts";

/** Ordinal of the shop, kind and position as one number, so that a range of rows is a shop's documents of a kind in their order. */
const rowid = (row: "new" | "old") =>
  `(select ordinal from search_shops where shop_id = ${row}.shop_id) * 2199023255552 + (${row}.kind = 'customer') * 1099511627776 + ${row}.position`;
const addEntry = `
  insert into search_shops (shop_id, ordinal)
    select new.shop_id, coalesce((select max(ordinal) from search_shops), 0) + 1
    where not exists (select 1 from search_shops where shop_id = new.shop_id);
  insert into search_index (rowid, words) values (${rowid("new")}, new.head || ' ' || new.body || ' ' || new.marks);`;
const removeEntry = `delete from search_index where rowid = ${rowid("old")};`;

/**
 * Documents that tickets and customers are found by, counters of tickets, and orders for the lists that had none. Nothing that is there is
 * rewritten: the worker makes the documents of what is older. Older code goes on beside it. It writes no documents and counts nothing, which
 * the worker finds by its events and makes up for.
 */
export const searchAndCounts: Migration = {
  version: 2,
  name: "search-and-counts",
  worksWith: 1,
  statements: [
    `create table search_documents (
      shop_id {text} not null, kind {text} not null, id {text} not null, position {bigint} not null, version {bigint} not null,
      scope {text} not null, marks {text} not null, head {text} not null, body {text} not null, counted {text} not null,
      primary key (shop_id, kind, id))`,
    `create unique index search_documents_by_position on search_documents (shop_id, kind, position)`,
    `create table search_states (
      shop_id {text} not null, tickets_below {bigint} not null, customers_below {text} not null, next_customer_position {bigint} not null,
      thorough integer not null, last_sequence {bigint} not null, done {bigint} not null,
      primary key (shop_id))`,
    `insert into search_states (shop_id, tickets_below, customers_below, next_customer_position, thorough, last_sequence, done)
      select s.shop_id,
        coalesce((select n.value from shop_counters n where n.shop_id = s.shop_id and n.name = 'ticket_number'), 0) + 1,
        '~', 1073741824, 0,
        coalesce((select n.value from shop_counters n where n.shop_id = s.shop_id and n.name = 'event_sequence'), 0), 0
      from shops s`,
    `create table ticket_counts (
      shop_id {text} not null, view {text} not null, bucket {text} not null, value {bigint} not null,
      primary key (shop_id, view, bucket))`,
    `create index tickets_by_merge on tickets (shop_id, merged_into_id) where merged_into_id is not null`,
    `create index tickets_by_assignee_status on tickets (shop_id, assignee_id, status, updated_at, id)`,
    `alter table ticket_tags add column updated_at {bigint} not null default 0`,
    `create index ticket_tags_by_update on ticket_tags (shop_id, tag, updated_at, ticket_id)`,
  ],
  only: {
    postgres: [
      // Entries are written at once: a list of those still to be written would be read from end to end by every search.
      `create index search_documents_by_words on search_documents
        using gin (array_to_tsvector(string_to_array(scope || replace(head || ' ' || body || ' ' || marks, ' ', ' ' || scope), ' ')))
        with (fastupdate = off)`,
    ],
    sqlite: [
      // The tokenizer parts words at blanks: everything else that a document holds is a letter or digit to it.
      `create table search_shops (shop_id text not null primary key, ordinal integer not null)`,
      `create virtual table search_index using fts5 (
        words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4', detail = none)`,
      `create virtual table search_words using fts5vocab (search_index, 'instance')`,
      `create trigger search_documents_added after insert on search_documents begin ${addEntry} end`,
      `create trigger search_documents_changed after update of position, marks, head, body on search_documents
        begin ${removeEntry} ${addEntry} end`,
      `create trigger search_documents_removed after delete on search_documents begin ${removeEntry} end`,
    ],
  },
};
