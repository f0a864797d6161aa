import { bucketsOf, type CountedTicket } from "../counts/buckets.ts";
import { joinWords, longestHead, scopeOf } from "./document.ts";
import { markWords } from "./marks.ts";
import type { SearchDocumentsTable } from "./search.schema.ts";
import { phoneWords, plainWords, wordsOf } from "./words.ts";

/** A contact point as a document holds it. */
export interface DocumentContact {
  kind: string;
  normalized: string;
  value: string;
}

/** What a ticket's document is made of. */
export interface TicketDocumentSource extends CountedTicket {
  id: string;
  number: number;
  subject: string;
  customer_id: string | null;
  customer_name: string | null;
  version: number;
  tags: readonly string[];
  contacts: readonly DocumentContact[];
  /** Number and subject of the tickets that were merged into it. */
  merged: readonly string[];
}

/** @param body the words of its messages, see `addToBody` */
export function ticketDocument(
  shopId: string,
  source: TicketDocumentSource,
  body: string,
  countryCode: string | undefined,
): SearchDocumentsTable {
  return {
    shop_id: shopId,
    kind: "ticket",
    id: source.id,
    position: source.number,
    version: source.version,
    scope: scopeOf(shopId, "ticket", source.number),
    marks: markWords({
      status: source.status,
      assignee: source.assignee_id ?? "none",
      customer: source.customer_id ?? undefined,
      tags: source.tags,
    }).join(" "),
    head: joinWords(
      [
        String(source.number),
        ...wordsOf(source.subject, countryCode),
        ...personWords(source.customer_name, source.contacts, countryCode),
        ...source.tags.flatMap((tag) => plainWords(tag)),
        ...source.merged.flatMap((text) => wordsOf(text, countryCode)),
      ],
      longestHead,
    ),
    body,
    counted: bucketsOf(source).join(" "),
  };
}

/** The words of somebody's name and of the addresses that are theirs. */
export function personWords(name: string | null, contacts: readonly DocumentContact[], countryCode: string | undefined): string[] {
  return [
    ...plainWords(name ?? ""),
    ...contacts.flatMap(({ kind, normalized, value }) =>
      kind === "phone" ? [...plainWords(value), ...phoneWords(normalized, countryCode)] : [...plainWords(value), ...plainWords(normalized)],
    ),
  ];
}
