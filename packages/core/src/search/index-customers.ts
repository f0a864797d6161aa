import type { Transaction } from "kysely";
import type { Database } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { firstCustomerPosition } from "./customer-position.ts";
import { joinWords, longestHead, scopeOf } from "./document.ts";
import { indexTickets, writeDocuments } from "./index-tickets.ts";
import type { IndexedShop } from "./indexed-shop.ts";
import type { SearchDocumentsTable } from "./search.schema.ts";
import { type DocumentContact, personWords } from "./ticket-document.ts";

/** A customer's tickets are found by the customer's words. So many of the newest learn of a change at once. */
const mostTickets = 200;

/**
 * Brings the document of a customer up to date, and those of the customer's newest tickets: the end of every command on a customer, in its
 * transaction.
 */
export async function indexCustomer(transaction: Transaction<Tables>, shop: IndexedShop, customerId: string): Promise<void> {
  if ((await indexCustomers(transaction, shop, [customerId])).length === 0) return;
  const tickets = await transaction
    .selectFrom("tickets")
    .select("id")
    .where("shop_id", "=", shop.shopId)
    .where("customer_id", "=", customerId)
    .orderBy("updated_at", "desc")
    .orderBy("id", "desc")
    .limit(mostTickets)
    .execute();
  await indexTickets(
    transaction,
    shop,
    tickets.map((ticket) => ticket.id),
  );
}

/**
 * Brings the documents of customers up to date.
 *
 * @param options.positionOf where a customer without a document goes; default: newest
 * @param options.anew writes those too that are as they should be
 * @returns the customers whose document was written
 */
export async function indexCustomers(
  transaction: Transaction<Tables>,
  shop: IndexedShop,
  customerIds: readonly string[],
  { positionOf, anew = false }: { positionOf?: (customerId: string) => number; anew?: boolean } = {},
): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const documents: SearchDocumentsTable[] = [];
  let newest: number | null = null;
  for (const { id, words, ...source } of await staleCustomers(transaction, shop, customerIds, anew)) {
    if (source.position === null && !positionOf) newest = newest === null ? await newestPosition(transaction, shop.shopId) : newest + 1;
    const position = source.position ?? positionOf?.(id) ?? newest ?? firstCustomerPosition;
    documents.push(customerDocument(shop.shopId, id, position, words));
  }
  await writeDocuments(transaction, documents);
  return documents.map((document) => document.id);
}

/** @param words distinct, joined by blanks */
export function customerDocument(shopId: string, id: string, position: number, words: string): SearchDocumentsTable {
  const scope = scopeOf(shopId, "customer", position);
  return { shop_id: shopId, kind: "customer", id, position, version: 0, scope, marks: "", head: words, body: "", counted: "" };
}

/** The customers among these whose documents are not what they should be, or all, in the order of their creation. */
export async function staleCustomers(
  database: Database | Transaction<Tables>,
  shop: IndexedShop,
  customerIds: readonly string[],
  all = false,
): Promise<{ id: string; position: number | null; words: string }[]> {
  if (customerIds.length === 0) return [];
  const sources = await readCustomers(database, shop.shopId, customerIds);
  return sources.flatMap(({ id, position, name, contacts, head }) => {
    const words = joinWords(personWords(name, contacts, shop.countryCode), longestHead);
    return words === head && !all ? [] : [{ id, position, words }];
  });
}

interface CustomerSource {
  id: string;
  name: string | null;
  contacts: DocumentContact[];
  /** Both `null` when there is no document. */
  position: number | null;
  head: string | null;
}

/** In the order of their creation. */
async function readCustomers(
  database: Database | Transaction<Tables>,
  shopId: string,
  customerIds: readonly string[],
): Promise<CustomerSource[]> {
  const customers = await database
    .selectFrom("customers as customer")
    .leftJoin("search_documents as document", (join) =>
      join.onRef("document.shop_id", "=", "customer.shop_id").on("document.kind", "=", "customer").onRef("document.id", "=", "customer.id"),
    )
    .select(["customer.id", "customer.name", "document.position", "document.head"])
    .where("customer.shop_id", "=", shopId)
    .where("customer.id", "in", [...customerIds])
    .execute();
  const contacts = await database
    .selectFrom("contact_points")
    .select(["id", "customer_id", "kind", "normalized", "value"])
    .where("shop_id", "=", shopId)
    .where("customer_id", "in", [...customerIds])
    .where("unlinked_at", "is", null)
    .execute();
  contacts.sort((one, other) => (one.id < other.id ? -1 : 1));
  return customers
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map((customer) => ({ ...customer, contacts: contacts.filter((contact) => contact.customer_id === customer.id) }));
}

async function newestPosition(transaction: Transaction<Tables>, shopId: string): Promise<number> {
  const row = await transaction
    .selectFrom("search_documents")
    .select((select) => select.fn.max("position").as("position"))
    .where("shop_id", "=", shopId)
    .where("kind", "=", "customer")
    .executeTakeFirst();
  return Math.max(firstCustomerPosition, (row?.position ?? 0) + 1);
}
