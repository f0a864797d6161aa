import type { FactKey } from "@askonce/spec";
import { type Selectable, sql } from "kysely";
import { matchOrderByWords, readOwnOrders } from "../context/match-by-words.ts";
import { customersOfPerson } from "../identity-links/persons.ts";
import { suggestByNamedOrder } from "../identity-links/suggest-by-named-order.ts";
import { answerQuestions } from "../questions/record-questions.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import { extractFacts } from "./extract/extract-facts.ts";
import type { ExtractedFact } from "./extract/extracted-fact.ts";
import { orderNumberCandidates } from "./extract/order-numbers.ts";
import { ownWords } from "./extract/own-words.ts";
import { trackingNumberCandidates } from "./extract/tracking-numbers.ts";
import { insertFact } from "./facts.sql.ts";
import { isSingleValued } from "./single-valued.ts";

type MessageRow = Selectable<Tables["messages"]>;

/** What an agent's note can tell: what it says about people may be about the courier's. */
const noteKeys: ReadonlySet<string> = new Set([
  "orderNumber",
  "item",
  "quantity",
  "trackingNumber",
  "problem",
  "since",
  "damageExtent",
  "tried",
  "wantedOutcome",
  "deliveryDate",
  "size",
  "color",
  "returnReason",
  "pickupPoint",
]);

/**
 * Reads the facts in what the customer wrote, or an agent noted down, and keeps the new ones, in the transaction of the message. What answers
 * an open question marks it as answered; what points to one of their orders is kept as evidence for it.
 */
export async function learnFromMessage(
  unit: UnitOfWork,
  services: TicketServices,
  ticket: { id: string; customer_id: string | null; language: string | null },
  message: MessageRow,
): Promise<void> {
  const { store, platform } = services;
  const isNote = message.direction === "note";
  const read = await readMessage(unit, services, ticket, message.text);
  const found = isNote ? read.filter((fact) => noteKeys.has(fact.key)) : read;
  const known = await unit.database
    .selectFrom("facts")
    .select(["id", "key", "value_normalized", "source_kind", "fresh_until"])
    .where("shop_id", "=", store.shopId)
    .where("ticket_id", "=", ticket.id)
    .where("superseded_by_id", "is", null)
    .execute();
  const sourceKind = isNote ? "agent" : "message";
  // What has aged is said anew. What another kind of source says already is said again where the own kind says something else: the correction has
  // to take its place.
  const isSaid = (fact: (typeof known)[number]) =>
    (fact.fresh_until === null || fact.fresh_until > message.at) &&
    (fact.source_kind === sourceKind ||
      !isSingleValued(fact.key as FactKey) ||
      !known.some((own) => own.key === fact.key && own.source_kind === sourceKind && own.value_normalized !== fact.value_normalized));
  const seen = new Map(known.filter(isSaid).map((fact) => [`${fact.key} ${fact.value_normalized}`, fact.id]));
  const answering: { id: string; key: string }[] = [];
  for (const fact of found) {
    const name = `${fact.key} ${fact.normalized}`;
    let id = seen.get(name);
    if (id === undefined) {
      const inserted = await insertFact(unit, store, platform, {
        ticketId: ticket.id,
        customerId: ticket.customer_id,
        key: fact.key,
        value: fact.value,
        normalized: fact.normalized,
        source: { kind: sourceKind, ref: message.id, excerpt: fact.excerpt },
        at: message.at,
        assurance: message.assurance,
      });
      id = inserted.id;
    }
    seen.set(name, id);
    answering.push({ id, key: fact.key });
  }
  if (!isNote && ticket.customer_id !== null) {
    await matchOrderByWords(unit, store, ticket, message, await readOwnOrders(unit, store, ticket.customer_id));
    await suggestByNamedOrder(unit, store, platform, ticket.customer_id, found);
  }
  await answerQuestions(unit, store, ticket.id, answering, message.at);
}

/** All facts of a text: what the words say, and bare numbers that turn out to be this customer's own. */
async function readMessage(
  unit: UnitOfWork,
  { store, carrierNames }: TicketServices,
  ticket: { customer_id: string | null; language: string | null },
  fullText: string,
): Promise<ExtractedFact[]> {
  const text = ownWords(fullText);
  const { countryCode } = store.shop;
  const read = extractFacts(fullText, { language: ticket.language, countryCode, carriers: carrierNames });
  const named = read.filter((fact) => fact.key === "orderNumber" || fact.key === "trackingNumber");
  const candidates = ticket.customer_id === null ? [] : await ownCandidates(unit, store, ticket.customer_id, text, named);
  const numbers = [...named, ...candidates];
  // One string of digits is one thing: what was named an order or a parcel is not also somebody's phone.
  const digitsOfNumbers = new Set(numbers.map((fact) => fact.normalized.replace(/\D/g, "")));
  const others = read.filter(
    (fact) => !named.includes(fact) && !(fact.key === "phone" && digitsOfNumbers.has(fact.value.replace(/\D/g, ""))),
  );
  return [...numbers, ...others].slice(0, 40);
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
      select 1 from contact_points c where c.shop_id = ${store.shopId} and c.customer_id in (${customersOfPerson(store.shopId, customerId)})
        and c.unlinked_at is null and (
        (c.kind = 'email' and c.normalized = o.email_normalized) or
        (c.kind = 'phone' and c.normalized = o.phone_normalized) or
        (c.kind = 'shopCustomer' and c.normalized = o.customer_ref)))`.execute(unit.database);
  return new Set(rows.map((row) => row.value));
}
