import type { Customer } from "@askonce/spec";
import { sql } from "kysely";
import { parseQuery } from "../search/query.ts";
import { searchPage } from "../search/search-page.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Store } from "../storage/store.ts";
import { contactPointsOf, toCustomer } from "./customers.sql.ts";

export interface CustomerListRequest {
  /** Words of the name and the addresses, or their beginnings; a phone number however it is written. */
  q?: string | undefined;
  cursor?: string | undefined;
  /** 1 to 100. */
  limit: number;
}

/** A page of customers, newest first. */
export async function listCustomers(store: Store, request: CustomerListRequest): Promise<{ items: Customer[]; nextCursor: string | null }> {
  const database = await store.ready();
  const isSearch = request.q !== undefined && request.q.trim() !== "";
  const rows = isSearch ? await searchCustomers(store, request) : await browseCustomers(store, request);
  const page = rows.slice(0, request.limit);
  const contacts = await contactPointsOf(
    database,
    store.shopId,
    page.map((row) => row.id),
  );
  const last = page.at(-1);
  return {
    items: page.map((row) => toCustomer(row, contacts)),
    nextCursor: rows.length > request.limit && last ? encodeCursor([isSearch ? last.position : last.id]) : null,
  };
}

async function browseCustomers(store: Store, request: CustomerListRequest) {
  const database = await store.ready();
  let query = database
    .selectFrom("customers")
    .selectAll()
    .select(sql.lit(0).as("position"))
    .where("shop_id", "=", store.shopId)
    .orderBy("id", "desc")
    .limit(request.limit + 1);
  if (request.cursor !== undefined) query = query.where("id", "<", decodeCursor(request.cursor, ["string"])[0]);
  return query.execute();
}

async function searchCustomers(store: Store, request: CustomerListRequest) {
  const database = await store.ready();
  return searchPage(store, {
    kind: "customer",
    query: parseQuery(request.q ?? "", store.shop.countryCode),
    marks: [],
    cursor: request.cursor,
    limit: request.limit + 1,
    read: (positions) =>
      database
        .selectFrom("search_documents as document")
        .innerJoin("customers as customer", (join) =>
          join.onRef("customer.shop_id", "=", "document.shop_id").onRef("customer.id", "=", "document.id"),
        )
        .selectAll("customer")
        .select("document.position")
        .where("document.shop_id", "=", store.shopId)
        .where("document.kind", "=", "customer")
        .where(store.dialect.isAmong(sql.ref("document.position"), positions))
        .orderBy("document.position", "desc")
        .execute(),
  });
}
