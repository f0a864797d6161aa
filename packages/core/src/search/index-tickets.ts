import type { Transaction } from "kysely";
import { addChanges } from "../counts/buckets.ts";
import { changeCounts } from "../counts/counts.sql.ts";
import type { Tables } from "../storage/tables.ts";
import { addToBody, joinWords, longestBody } from "./document.ts";
import type { IndexedShop } from "./indexed-shop.ts";
import type { SearchDocumentsTable } from "./search.schema.ts";
import { type DocumentContact, ticketDocument } from "./ticket-document.ts";
import { readTicketSources, type TicketSource } from "./ticket-sources.sql.ts";
import { wordsOf } from "./words.ts";

/** When a document is made anew, this many of the ticket's newest messages are read. */
const mostMessages = 200;
const rowsAtOnce = 50;

export interface IndexTicketsOptions {
  /** The text of a message that was just added: its words come to those there are. */
  addedText?: string;
  /**
   * By how much the command has raised the tickets' versions, 0 by default. A document that is further behind was passed by an older version
   * of this code, which writes none, and is made anew.
   */
  raisedBy?: number;
  /** Reads the messages again instead of keeping the words there are, and writes the document even if it is the same. */
  anew?: boolean;
}

/**
 * Brings the documents of tickets and the counters up to date with their rows. It is the end of every command on a ticket, in its
 * transaction and so alone in its shop. A merged ticket loses its document, and is found through the one it lives in.
 */
export async function indexTickets(
  transaction: Transaction<Tables>,
  shop: IndexedShop,
  ticketIds: readonly string[],
  options: IndexTicketsOptions = {},
): Promise<void> {
  const counts = new Map<string, number>();
  for (let start = 0; start < ticketIds.length; start += rowsAtOnce) {
    const written: SearchDocumentsTable[] = [];
    const removed: string[] = [];
    const tagged: TicketSource[] = [];
    for (const source of await readTicketSources(transaction, shop.shopId, ticketIds.slice(start, start + rowsAtOnce))) {
      if (source.merged_into_id !== null) {
        if (source.indexed_version !== null) removed.push(source.id);
        addChanges(counts, source.counted ?? "", "");
        continue;
      }
      const document = ticketDocument(shop.shopId, withLists(source), await bodyOf(transaction, shop, source, options), shop.countryCode);
      addChanges(counts, source.counted ?? "", document.counted);
      if (options.anew === true || !isSame(document, source)) written.push(document);
      if (source.tags !== "") tagged.push(source);
    }
    await removeDocuments(transaction, shop.shopId, removed);
    await writeDocuments(transaction, written);
    await touchTags(transaction, shop.shopId, tagged);
  }
  await changeCounts(transaction, shop.shopId, counts);
}

async function bodyOf(
  transaction: Transaction<Tables>,
  shop: IndexedShop,
  source: TicketSource,
  { addedText, raisedBy = 0, anew = false }: IndexTicketsOptions,
): Promise<string> {
  if (source.body !== null && source.indexed_version === source.version - raisedBy && !anew)
    return addedText === undefined ? source.body : addToBody(source.body, wordsOf(addedText, shop.countryCode));
  const messages = await transaction
    .selectFrom("messages")
    .select("text")
    .where("shop_id", "=", shop.shopId)
    .where("ticket_id", "=", source.id)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(mostMessages)
    .execute();
  return joinWords(wordsOfAll(messages, shop.countryCode), longestBody);
}

/** One message after the other, so that those for which there is no more room are not taken apart. */
function* wordsOfAll(messages: readonly { text: string }[], countryCode: string | undefined): Generator<string> {
  for (const { text } of messages) yield* wordsOf(text, countryCode);
}

function withLists(source: TicketSource) {
  const lines = (text: string) => (text === "" ? [] : text.split("\n"));
  return {
    ...source,
    tags: lines(source.tags),
    merged: lines(source.merged),
    contacts: lines(source.contacts).map((line): DocumentContact => {
      const [kind = "", normalized = "", ...value] = line.split(" ");
      return { kind, normalized, value: value.join(" ") };
    }),
  };
}

function isSame(document: SearchDocumentsTable, source: TicketSource): boolean {
  return (
    document.version === source.indexed_version &&
    document.marks === source.marks &&
    document.head === source.head &&
    document.body === source.body &&
    document.counted === source.counted
  );
}

/** Writes documents, over those there are. */
export async function writeDocuments(transaction: Transaction<Tables>, documents: readonly SearchDocumentsTable[]): Promise<void> {
  if (documents.length === 0) return;
  const columns = ["position", "version", "scope", "marks", "head", "body", "counted"] as const;
  await transaction
    .insertInto("search_documents")
    .values([...documents])
    .onConflict((conflict) =>
      conflict
        .columns(["shop_id", "kind", "id"])
        .doUpdateSet((update) => Object.fromEntries(columns.map((column) => [column, update.ref(`excluded.${column}`)]))),
    )
    .execute();
}

async function removeDocuments(transaction: Transaction<Tables>, shopId: string, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return;
  await transaction
    .deleteFrom("search_documents")
    .where("shop_id", "=", shopId)
    .where("kind", "=", "ticket")
    .where("id", "in", [...ticketIds])
    .execute();
}

/**
 * The lists of a tag are sorted by the time that its rows repeat. One statement for a ticket, with the whole key: joined to the tickets, or by
 * a part of the key, SQLite would walk through all tags of the shop.
 */
async function touchTags(transaction: Transaction<Tables>, shopId: string, tickets: readonly TicketSource[]): Promise<void> {
  for (const { id, tags, updated_at } of tickets) {
    await transaction
      .updateTable("ticket_tags")
      .set({ updated_at })
      .where("shop_id", "=", shopId)
      .where("ticket_id", "=", id)
      .where("tag", "in", tags.split("\n"))
      .where("updated_at", "<>", updated_at)
      .execute();
  }
}
