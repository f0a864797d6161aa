import type { SourceRef } from "@askonce/spec";
import { type Selectable, sql } from "kysely";
import { orderRefsOf } from "../customers/order-refs.sql.ts";
import { customersOfPerson } from "../identity-links/persons.ts";
import { matchOrder } from "../order-match/match-order.ts";
import { orderJson, type StoredOrder } from "../orders/orders.sql.ts";
import { toInstant } from "../platform/instants.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

const mostOrders = 15;

/** The newest orders of a customer and of those an agent said to be the same person. */
export async function readOwnOrders(unit: UnitOfWork, store: Store, customerId: string): Promise<StoredOrder[]> {
  const { shopId, dialect } = store;
  const refs = orderRefsOf(shopId, customersOfPerson(shopId, customerId));
  const { rows } = await sql<{ stored: string }>`select ${orderJson(dialect)} as stored
    from (${refs}) r cross join orders o where o.shop_id = ${shopId} and o.ref = r.ref
    order by o.placed_at desc limit ${mostOrders}`.execute(unit.database);
  return rows.map((row) => JSON.parse(row.stored) as StoredOrder);
}

/**
 * Keeps which of the customer's orders a message is about, when its words fit one of them and no other. The newest message counts; what an older
 * one pointed to stays, for the case that the newer one turns out to be about an order that is not theirs.
 */
export async function matchOrderByWords(
  unit: UnitOfWork,
  store: Store,
  ticket: { id: string; language: string | null },
  message: Selectable<Tables["messages"]>,
  orders: readonly StoredOrder[],
): Promise<void> {
  if (orders.length < 2) return;
  const found = matchOrder({
    text: message.text,
    language: ticket.language,
    now: toInstant(message.at),
    timeZone: store.shop.timeZone,
    orders: orders.map(({ body, parcels }) => ({
      number: body.number,
      placedAt: body.placedAt,
      status: body.status,
      items: body.items.map((item) => (item.variant ? `${item.title} ${item.variant}` : item.title)),
      trackingNumbers: parcels.flatMap((parcel) => parcel.trackingNumber ?? []),
      deliveredAt: parcels.map((parcel) => parcel.deliveredAt).find((at) => at !== null) ?? null,
    })),
  });
  const chosen = orders.filter((order) => order.body.number === found.number);
  const [order] = chosen;
  if (!order || chosen.length > 1) return;
  const evidence = found.candidates.find((candidate) => candidate.number === found.number)?.evidence ?? [];
  // A number that was named is a fact and evidence already.
  if (evidence.some((one) => one.kind === "orderNumber" || one.kind === "trackingNumber")) return;
  const words = apart(evidence.map((one) => one.excerpt.trim())).join(" … ");
  await keepEvidence(unit, store.shopId, ticket.id, order.ref, words, message);
}

/** Excerpts from different places: of those that show mostly the same words, the first. */
function apart(excerpts: readonly string[]): string[] {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const kept: string[] = [];
  for (const excerpt of excerpts) {
    const words = wordsOf(excerpt);
    const isShown = (other: string) => [...words].filter((word) => wordsOf(other).has(word)).length * 2 >= words.size;
    if (words.size > 0 && !kept.some(isShown)) kept.push(excerpt);
  }
  return kept;
}

async function keepEvidence(
  unit: UnitOfWork,
  shopId: string,
  ticketId: string,
  orderRef: SourceRef,
  words: string,
  message: Selectable<Tables["messages"]>,
): Promise<void> {
  const { database } = unit;
  const links = await database
    .selectFrom("ticket_orders")
    .select(["order_ref", "kind", "removed_at"])
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .execute();
  if (links.some((link) => link.order_ref === orderRef && link.removed_at !== null)) return;
  const detail = words.slice(0, 300);
  await database
    .insertInto("ticket_orders")
    .values({
      shop_id: shopId,
      ticket_id: ticketId,
      order_ref: orderRef,
      kind: "words",
      detail,
      message_id: message.id,
      at: message.at,
      removed_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(["shop_id", "ticket_id", "order_ref", "kind"]).doUpdateSet({ detail, message_id: message.id, at: message.at }),
    )
    .execute();
  const evidence = { kind: "words" as const, detail: message.id, messageId: message.id, at: toInstant(message.at) };
  unit.emit("ticket.order_linked", { kind: "ticket", id: ticketId }, { ticketId, orderRef, evidence });
}
