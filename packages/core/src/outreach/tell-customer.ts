import type { CustomerPromise, Incident, Order } from "@askonce/spec";
import { linkTicket } from "../incidents/incidents.ts";
import { toInstant } from "../platform/instants.ts";
import { fromPromise } from "../promises/promises.sql.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { createTicket } from "../tickets/create-ticket.ts";
import { appendMessage } from "../tickets/messages.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import { changeableTicketRow } from "../tickets/tickets.sql.ts";
import type { OutreachMessage } from "./outreach-message.ts";

/** Marks the tickets that began with us. */
const outreachTag = "outreach";

/**
 * Writes to a customer by ourselves: a ticket about the incident that is resolved as long as they do not answer, the message, and the promise
 * that is in it. What was told goes on in one ticket.
 */
export async function tellCustomer(
  unit: UnitOfWork,
  { tickets }: { tickets: TicketServices },
  told: { order: Omit<Order, "parcels">; incident: Incident; message: OutreachMessage; customerId: string },
): Promise<{ ticketId: string; messageId: string; promiseId: string | null }> {
  const { store, platform } = tickets;
  const { order, incident, message } = told;
  const ticketId = (await earlierTicket(unit, store.shopId, incident.id)) ?? (await newTicket(unit, tickets, told));
  await linkTicket(unit, store, incident.id, ticketId);
  const sent = await appendMessage(unit, tickets, await changeableTicketRow(unit.database, store.shopId, ticketId), {
    direction: "outbound",
    text: message.text,
    channel: "email",
    assurance: "signedIn",
    author: { kind: "system", id: null, name: store.shop.name },
    status: "resolved",
  });
  if (message.promise === null) return { ticketId, messageId: sent.id, promiseId: null };
  const promise: CustomerPromise = {
    id: platform.createId("prm"),
    ticketId,
    orderRef: order.ref,
    parcelId: incident.parcelId,
    kind: message.promise.kind,
    source: "outreach",
    madeBy: "outreach",
    madeAt: toInstant(platform.clock.now()),
    dueAt: message.promise.dueAt,
    dueDate: null,
    zone: null,
    shownToBuyer: true,
    state: "open",
    settledAt: null,
  };
  await unit.database.insertInto("promises").values(fromPromise(store.shopId, promise)).execute();
  const { id: promiseId, orderRef, kind, source, dueAt } = promise;
  unit.emit("promise.created", { kind: "ticket", id: ticketId }, { promiseId, orderRef, kind, source, dueAt });
  return { ticketId, messageId: sent.id, promiseId };
}

async function earlierTicket(unit: UnitOfWork, shopId: string, incidentId: string): Promise<string | null> {
  const row = await unit.database
    .selectFrom("outreach_decisions as d")
    .innerJoin("tickets as t", (join) => join.onRef("t.shop_id", "=", "d.shop_id").onRef("t.id", "=", "d.ticket_id"))
    .select("t.id")
    .where("d.shop_id", "=", shopId)
    .where("d.incident_id", "=", incidentId)
    .where("t.merged_into_id", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function newTicket(
  unit: UnitOfWork,
  services: TicketServices,
  { order, message, customerId }: { order: Omit<Order, "parcels">; message: OutreachMessage; customerId: string },
): Promise<string> {
  const { store, platform } = services;
  const ticket = await createTicket(unit, services, {
    subject: message.subject.slice(0, 300),
    channel: "email",
    customerId,
    ...(order.language === null ? {} : { language: order.language }),
    tags: [outreachTag],
  });
  const now = platform.clock.now();
  await unit.database
    .insertInto("ticket_orders")
    .values({
      shop_id: store.shopId,
      ticket_id: ticket.id,
      order_ref: order.ref,
      kind: "incident",
      detail: order.number,
      message_id: null,
      at: now,
      removed_at: null,
    })
    .execute();
  const evidence = { kind: "incident" as const, detail: order.number, messageId: null, at: toInstant(now) };
  unit.emit("ticket.order_linked", { kind: "ticket", id: ticket.id }, { ticketId: ticket.id, orderRef: order.ref, evidence });
  return ticket.id;
}
