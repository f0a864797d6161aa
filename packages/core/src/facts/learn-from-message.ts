import { type Selectable, sql } from "kysely";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { extractEmails, extractPhones } from "./extract/contact-details.ts";
import type { ExtractedFact } from "./extract/extracted-fact.ts";
import { extractOrderNumbers, orderNumberCandidates } from "./extract/order-numbers.ts";
import { ownWords } from "./extract/own-words.ts";
import { extractTrackingNumbers, trackingNumberCandidates } from "./extract/tracking-numbers.ts";
import { insertFact } from "./facts.sql.ts";

type MessageRow = Selectable<Tables["messages"]>;

/** Reads the facts in what the customer wrote and keeps the new ones, in the transaction of the message. */
export async function learnFromMessage(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  ticket: { id: string; customer_id: string | null },
  message: MessageRow,
): Promise<void> {
  const found = await readMessage(unit, store, ticket.customer_id, message.text);
  if (found.length === 0) return;
  const known = await unit.database
    .selectFrom("facts")
    .select(["key", "value_normalized"])
    .where("shop_id", "=", store.shopId)
    .where("ticket_id", "=", ticket.id)
    .where("superseded_by_id", "is", null)
    .execute();
  const seen = new Set(known.map((fact) => `${fact.key} ${fact.value_normalized}`));
  for (const fact of found) {
    if (seen.has(`${fact.key} ${fact.normalized}`)) continue;
    seen.add(`${fact.key} ${fact.normalized}`);
    await insertFact(unit, store, platform, {
      ticketId: ticket.id,
      customerId: ticket.customer_id,
      key: fact.key,
      value: fact.value,
      normalized: fact.normalized,
      source: { kind: "message", ref: message.id, excerpt: fact.excerpt },
      at: message.at,
      assurance: message.assurance,
    });
  }
}

/** All facts of a text: what the words name, and bare numbers that turn out to be this customer's own. */
async function readMessage(unit: UnitOfWork, store: Store, customerId: string | null, fullText: string): Promise<ExtractedFact[]> {
  const text = ownWords(fullText);
  const countryCode = store.shop.countryCode;
  const phones = extractPhones(text, countryCode);
  const named = [...extractOrderNumbers(text), ...extractTrackingNumbers(text)];
  const candidates = customerId === null ? [] : await ownCandidates(unit, store, customerId, text, named);
  const numbers = [...named, ...candidates];
  // One string of digits is one thing: what was named an order or a parcel is not also somebody's phone.
  const digitsOfNumbers = new Set(numbers.map((fact) => fact.normalized.replace(/\D/g, "")));
  return [...numbers, ...extractEmails(text), ...phones.filter((phone) => !digitsOfNumbers.has(phone.value.replace(/\D/g, "")))].slice(
    0,
    40,
  );
}

async function ownCandidates(
  unit: UnitOfWork,
  store: Store,
  customerId: string,
  text: string,
  named: readonly ExtractedFact[],
): Promise<ExtractedFact[]> {
  const isNamed = (candidate: ExtractedFact) => named.some((fact) => fact.normalized === candidate.normalized);
  const numbers = orderNumberCandidates(text).filter((candidate) => !isNamed(candidate));
  const tracking = trackingNumberCandidates(text).filter((candidate) => !isNamed(candidate));
  if (numbers.length === 0 && tracking.length === 0) return [];
  const ownNumbers = await ownAmong(unit, store, customerId, "number", numbers);
  const ownTracking = await ownAmong(unit, store, customerId, "tracking", tracking);
  return [...numbers.filter((fact) => ownNumbers.has(fact.normalized)), ...tracking.filter((fact) => ownTracking.has(fact.normalized))];
}

/** Which of the candidates are numbers of the customer's own orders or parcels: found by the number first, which is what is indexed. */
async function ownAmong(
  unit: UnitOfWork,
  store: Store,
  customerId: string,
  by: "number" | "tracking",
  candidates: readonly ExtractedFact[],
): Promise<Set<string>> {
  if (candidates.length === 0) return new Set();
  const values = sql.join(candidates.map((candidate) => candidate.normalized));
  const found =
    by === "number"
      ? sql`select o.ref as ref, o.number_normalized as value from orders o where o.shop_id = ${store.shopId} and o.number_normalized in (${values})`
      : sql`select p.order_ref as ref, p.tracking_normalized as value from parcels p where p.shop_id = ${store.shopId} and p.tracking_normalized in (${values})`;
  const { rows } = await sql<{ value: string }>`
    select found.value from (${found}) found cross join orders o
    where o.shop_id = ${store.shopId} and o.ref = found.ref and exists (
      select 1 from contact_points c where c.shop_id = ${store.shopId} and c.customer_id = ${customerId} and c.unlinked_at is null and (
        (c.kind = 'email' and c.normalized = o.email_normalized) or
        (c.kind = 'phone' and c.normalized = o.phone_normalized) or
        (c.kind = 'shopCustomer' and c.normalized = o.customer_ref)))`.execute(unit.database);
  return new Set(rows.map((row) => row.value));
}
