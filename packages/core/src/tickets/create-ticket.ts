import { type Assurance, assuranceSchema, foldText, languageSchema, type SourceRef, type Ticket } from "@askonce/spec";
import { customerRow } from "../customers/customers.sql.ts";
import { type ContactClaim, findOrCreateCustomer } from "../customers/customers.ts";
import { requireValid } from "../platform/require-valid.ts";
import { indexTickets } from "../search/index-tickets.ts";
import { indexedShop } from "../search/indexed-shop.ts";
import { takeNumbers } from "../storage/counters.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { appendMessage } from "./messages.ts";
import { cleanTags, customerAuthor, customerChannelSchema, requireSubject } from "./ticket.ts";
import type { TicketServices } from "./ticket-services.ts";
import { writeTags } from "./ticket-tags.ts";
import { ticketRow, toTicket } from "./tickets.sql.ts";

export interface NewTicket {
  subject: string;
  /** Default `api`. */
  channel?: string | undefined;
  customerId?: string | undefined;
  /** Who wrote; found by any of these, or added. Default assurance `claimed`. */
  customer?: { name?: string | undefined; email?: string | undefined; phone?: string | undefined; ref?: SourceRef | undefined } | undefined;
  assurance?: Assurance | undefined;
  language?: string | undefined;
  tags?: string[] | undefined;
  message?: { text: string } | undefined;
}

/** Opens a ticket, with its customer found or added and the first message on it. */
export async function createTicket(unit: UnitOfWork, services: TicketServices, input: NewTicket): Promise<Ticket> {
  const { store, platform, hooks } = services;
  const { shopId } = store;
  const { caller } = unit;
  const subject = requireSubject(input.subject);
  const channel = requireValid(customerChannelSchema, input.channel ?? "api", "channel");
  if (input.language !== undefined) requireValid(languageSchema, input.language, "language");
  if (input.assurance !== undefined) requireValid(assuranceSchema, input.assurance, "assurance");
  const customerId =
    caller.kind === "customer"
      ? (await customerRow(unit.database, shopId, caller.customerId)).id
      : await resolveCustomer(unit, services, input);
  await hooks.run("ticket.create", { subject, channel, customerId }, unit);
  const id = platform.createId("tkt");
  const number = await takeNumbers(unit.database, shopId, "ticket_number", 1);
  const now = platform.clock.now();
  await unit.database
    .insertInto("tickets")
    .values({
      shop_id: shopId,
      id,
      number,
      subject,
      status: "open",
      waiting_for: null,
      customer_id: customerId,
      assignee_id: null,
      language: input.language ?? null,
      merged_into_id: null,
      message_count: 0,
      last_message_at: null,
      last_message_preview: null,
      last_message_direction: null,
      search_text: foldText(`${number} ${subject}`),
      created_at: now,
      updated_at: now,
      version: 1,
    })
    .execute();
  await writeTags(unit, shopId, id, cleanTags(input.tags ?? []));
  unit.emit("ticket.created", { kind: "ticket", id }, { ticketId: id, number, customerId, channel });
  if (input.message) {
    const row = await ticketRow(unit.database, shopId, id);
    const assurance = caller.kind === "customer" ? caller.assurance : (input.assurance ?? "claimed");
    await appendMessage(unit, services, row, {
      direction: "inbound",
      text: input.message.text,
      channel,
      assurance,
      author: customerAuthor(row),
    });
  } else {
    await indexTickets(unit.database, indexedShop(store), [id]);
  }
  return toTicket(await ticketRow(unit.database, shopId, id));
}

async function resolveCustomer(unit: UnitOfWork, { store, platform }: TicketServices, input: NewTicket): Promise<string | null> {
  const { shopId } = store;
  if (input.customerId !== undefined) return (await customerRow(unit.database, shopId, input.customerId)).id;
  if (!input.customer) return null;
  const { name, email, phone, ref } = input.customer;
  const assurance = input.assurance ?? "claimed";
  const contacts: ContactClaim[] = [];
  if (ref) contacts.push({ kind: "shopCustomer", value: ref, assurance, evidence: "ticket opened" });
  if (email) contacts.push({ kind: "email", value: email, assurance, evidence: "ticket opened" });
  if (phone) contacts.push({ kind: "phone", value: phone, assurance, evidence: "ticket opened" });
  if (contacts.length === 0 && !name) return null;
  const found = await findOrCreateCustomer(unit, store, platform, {
    name,
    language: input.language,
    contacts,
    countryCode: store.shop.countryCode,
  });
  return found.customerId;
}
