import { foldText } from "@askonce/spec";
import { addChanges } from "../../../packages/core/src/counts/buckets.ts";
import { countRows } from "../../../packages/core/src/counts/counts.sql.ts";
import { firstCustomerPosition } from "../../../packages/core/src/search/customer-position.ts";
import { joinWords, longestBody } from "../../../packages/core/src/search/document.ts";
import { customerDocument } from "../../../packages/core/src/search/index-customers.ts";
import { personWords, ticketDocument } from "../../../packages/core/src/search/ticket-document.ts";
import { wordsOf } from "../../../packages/core/src/search/words.ts";
import type { TicketSource } from "../request-tracker/ticket-source.ts";

export type Row = Record<string, string | number | null>;

/** The rows of one table, in the order of its primary key as far as that helps the load. */
export interface GeneratedTable {
  table: string;
  columns: readonly string[];
  rows: () => Iterable<Row>;
}

const generatedShopId = "default";
const channel = "email";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id as the application makes them: ten characters of time, sixteen that tell apart. */
function idOf(prefix: string, timeMs: number, index: number): string {
  let text = "";
  for (let rest = timeMs, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text;
  return `${prefix}_${text}${String(index).padStart(16, "0")}`;
}

const longAgo = Date.UTC(2024, 0, 1);
export const agentIdOf = (agent: number) => idOf("agt", longAgo, agent);
const customerIdOf = (customer: number) => idOf("cus", longAgo, customer);
const customerNameOf = (customer: number) => `Customer ${customer}`;
export const tagOf = (queue: number) => `queue-${queue}`;

/** What is written about a ticket, in the tables' own terms. */
function ticketOf(source: TicketSource, index: number) {
  const ticket = source.ticketOf(index);
  const createdAt = Date.parse(ticket.createdAt);
  const updatedAt = Math.max(createdAt, Date.parse(ticket.updatedAt));
  const step = source.messagesPerTicket > 1 ? (updatedAt - createdAt) / (source.messagesPerTicket - 1) : 0;
  return {
    ...ticket,
    id: idOf("tkt", createdAt, index),
    threadId: idOf("thr", createdAt, index),
    number: index + 1,
    assignee: ticket.agent === null ? null : agentIdOf(ticket.agent),
    customerId: customerIdOf(ticket.customer),
    createdAt,
    updatedAt,
    messageAt: (message: number) => Math.round(createdAt + message * step),
  };
}

/**
 * All tables of a shop with `tickets` tickets of a source, as the application would have written them; only the columns by which older
 * versions searched are left empty in messages. Each table is generated when it is asked for, so that ten million tickets fit in memory.
 */
export function generatedTables(tickets: number, source: TicketSource): GeneratedTable[] {
  const shop = { shop_id: generatedShopId };
  const indexes = function* (count: number) {
    for (let index = 0; index < count; index++) yield index;
  };
  const rowsOf = <Entry>(entries: () => Iterable<Entry>, rowOf: (entry: Entry) => Row) =>
    function* (): Generator<Row> {
      for (const entry of entries()) yield { ...shop, ...rowOf(entry) };
    };
  const perTicket = (rowOf: (ticket: ReturnType<typeof ticketOf>, index: number) => Row) =>
    rowsOf(
      () => indexes(tickets),
      (index) => rowOf(ticketOf(source, index), index),
    );
  const perCustomer = (rowOf: (customer: number) => Row) => rowsOf(() => indexes(source.customers), rowOf);
  const perMessage = function* () {
    for (let ticket = 0; ticket < tickets; ticket++)
      for (let message = 0; message < source.messagesPerTicket; message++) yield { ticket, message };
  };

  return [
    table(
      "agents",
      "id external_id name email role active created_at",
      rowsOf(
        () => indexes(source.agents),
        (agent) => ({
          id: agentIdOf(agent),
          external_id: null,
          name: `Agent ${agent}`,
          email: null,
          role: "agent",
          active: 1,
          created_at: longAgo,
        }),
      ),
    ),
    table(
      "customers",
      "id name language search_text created_at",
      perCustomer((customer) => ({
        id: customerIdOf(customer),
        name: customerNameOf(customer),
        language: null,
        search_text: foldText(`${customerNameOf(customer)} ${source.emailOf(customer)}`),
        created_at: longAgo,
      })),
    ),
    table(
      "contact_points",
      "id customer_id kind value normalized assurance evidence created_at unlinked_at",
      perCustomer((customer) => ({
        id: idOf("cnt", longAgo, customer),
        customer_id: customerIdOf(customer),
        kind: "email",
        value: source.emailOf(customer),
        normalized: source.emailOf(customer),
        assurance: "claimed",
        evidence: "ticket opened",
        created_at: longAgo,
        unlinked_at: null,
      })),
    ),
    table(
      "tickets",
      `id number subject status waiting_for customer_id assignee_id language merged_into_id message_count last_message_at last_message_preview
        last_message_direction search_text created_at updated_at version`,
      perTicket((ticket, index) => {
        const last = source.messagesPerTicket - 1;
        return {
          id: ticket.id,
          number: ticket.number,
          subject: ticket.subject,
          status: ticket.status,
          waiting_for: ticket.status === "waiting" ? "customer" : null,
          customer_id: ticket.customerId,
          assignee_id: ticket.assignee,
          language: null,
          merged_into_id: null,
          message_count: source.messagesPerTicket,
          last_message_at: ticket.messageAt(last),
          last_message_preview: `${source.textOf(index, last).slice(0, 159).trimEnd()}…`,
          last_message_direction: last % 2 === 0 ? "inbound" : "outbound",
          search_text: foldText(`${ticket.number} ${ticket.subject}`),
          created_at: ticket.createdAt,
          updated_at: ticket.updatedAt,
          version: 1 + source.messagesPerTicket,
        };
      }),
    ),
    table(
      "ticket_tags",
      "ticket_id tag updated_at",
      perTicket((ticket) => ({ ticket_id: ticket.id, tag: tagOf(ticket.queue), updated_at: ticket.updatedAt })),
    ),
    table(
      "threads",
      "id ticket_id origin_ticket_id channel created_at",
      perTicket((ticket) => ({
        id: ticket.threadId,
        ticket_id: ticket.id,
        origin_ticket_id: ticket.id,
        channel,
        created_at: ticket.createdAt,
      })),
    ),
    table(
      "messages",
      "id ticket_id thread_id direction text search_text author_kind author_id author_name assurance delivery at",
      rowsOf(perMessage, ({ ticket: index, message }) => {
        const ticket = ticketOf(source, index);
        const at = ticket.messageAt(message);
        const isInbound = message % 2 === 0;
        const agent = ticket.agent ?? index % source.agents;
        return {
          id: idOf("msg", at, index * source.messagesPerTicket + message),
          ticket_id: ticket.id,
          thread_id: ticket.threadId,
          direction: isInbound ? "inbound" : "outbound",
          text: source.textOf(index, message),
          search_text: "",
          author_kind: isInbound ? "customer" : "agent",
          author_id: isInbound ? ticket.customerId : agentIdOf(agent),
          author_name: isInbound ? customerNameOf(ticket.customer) : `Agent ${agent}`,
          assurance: isInbound ? "claimed" : "signedIn",
          delivery: isInbound ? "received" : "stored",
          at,
        };
      }),
    ),
    table(
      "events",
      "sequence id type version occurred_at actor_kind actor_id subject_kind subject_id data",
      perTicket((ticket, index) => ({
        sequence: index + 1,
        id: idOf("evt", ticket.createdAt, index),
        type: "ticket.created",
        version: 1,
        occurred_at: ticket.createdAt,
        actor_kind: "system",
        actor_id: null,
        subject_kind: "ticket",
        subject_id: ticket.id,
        data: JSON.stringify({ ticketId: ticket.id, number: ticket.number, customerId: ticket.customerId, channel }),
      })),
    ),
    table("search_documents", "kind id position version scope marks head body counted", function* () {
      for (let customer = 0; customer < source.customers; customer++) {
        const words = personWords(customerNameOf(customer), contactsOf(source, customer), undefined).join(" ");
        yield { ...customerDocument(generatedShopId, customerIdOf(customer), firstCustomerPosition + customer, words) };
      }
      for (let index = 0; index < tickets; index++) yield { ...documentOf(source, index) };
    }),
    table("ticket_counts", "view bucket value", function* () {
      const counts = new Map<string, number>();
      for (let index = 0; index < tickets; index++) addChanges(counts, "", countedOf(source, index));
      yield* countRows(generatedShopId, counts).map((row) => ({ ...row }));
    }),
    table("search_states", "tickets_below customers_below next_customer_position thorough last_sequence done", function* () {
      yield {
        ...shop,
        tickets_below: 0,
        customers_below: "",
        next_customer_position: firstCustomerPosition,
        thorough: 0,
        last_sequence: tickets,
        done: 0,
      };
    }),
    table("shop_counters", "name value", function* () {
      yield { ...shop, name: "ticket_number", value: tickets };
      yield { ...shop, name: "event_sequence", value: tickets };
    }),
  ];
}

function table(name: string, columns: string, rows: () => Iterable<Row>): GeneratedTable {
  return { table: name, columns: ["shop_id", ...columns.split(/\s+/)], rows };
}

function contactsOf(source: TicketSource, customer: number) {
  return [{ kind: "email", normalized: source.emailOf(customer), value: source.emailOf(customer) }];
}

function documentOf(source: TicketSource, index: number) {
  const ticket = ticketOf(source, index);
  const newestFirst = Array.from({ length: source.messagesPerTicket }, (_, message) =>
    source.textOf(index, source.messagesPerTicket - 1 - message),
  );
  const row = {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    assignee_id: ticket.assignee,
    merged_into_id: null,
    customer_id: ticket.customerId,
    customer_name: customerNameOf(ticket.customer),
    version: 1 + source.messagesPerTicket,
    tags: [tagOf(ticket.queue)],
    contacts: contactsOf(source, ticket.customer),
    merged: [],
  };
  return ticketDocument(
    generatedShopId,
    row,
    joinWords(
      newestFirst.flatMap((text) => wordsOf(text)),
      longestBody,
    ),
    undefined,
  );
}

function countedOf(source: TicketSource, index: number): string {
  const { status, agent } = source.ticketOf(index);
  return status === "resolved" ? `status:${status}` : `status:${status} assignee:${agent === null ? "none" : agentIdOf(agent)}`;
}

/** A ticket's id by its index in the source. */
export function ticketIdOf(source: TicketSource, index: number): string {
  return ticketOf(source, index).id;
}
