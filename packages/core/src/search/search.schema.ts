import type { DocumentKind } from "./document.ts";

/** What a ticket or a customer is found by, kept beside it. */
export interface SearchDocumentsTable {
  shop_id: string;
  kind: DocumentKind;
  id: string;
  /** The order of results, newest highest: a ticket's number, a customer's place in the order of their creation. */
  position: number;
  /** The ticket's version that was indexed; 0 for customers, who have none. */
  version: number;
  /** See `scopeOf`. */
  scope: string;
  /** See `markWords`. */
  marks: string;
  /** Distinct words of what the ticket or customer itself is: number, subject, tags, names, addresses. */
  head: string;
  /** Distinct words of the messages, newest first. */
  body: string;
  /** The counters in which the ticket is counted now, as `view:bucket` joined by blanks. */
  counted: string;
}

/** How far the documents of a shop are. Without a row there was nothing before the documents were kept. */
export interface SearchStatesTable {
  shop_id: string;
  /** Tickets with numbers below this one still have to be looked at; 0 when there are none. */
  tickets_below: number;
  /** Customers with ids below this one still have to be looked at; empty when there are none. */
  customers_below: string;
  /** The position that the next of those customers gets. */
  next_customer_position: number;
  /** Whether documents that seem up to date are written again as well. */
  thorough: number;
  /** The last event of which it is known that its ticket or customer is indexed as it is. */
  last_sequence: number;
  /** Tickets and customers looked at since the beginning. */
  done: number;
}

export interface TicketCountsTable {
  shop_id: string;
  view: "status" | "assignee";
  bucket: string;
  value: number;
}
