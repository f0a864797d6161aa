import type { AskonceEvent, EventData, EventType, Incident, Message, Ticket } from "@askonce/spec";
import { AskonceError, type ErrorCode, toProblem } from "@askonce/spec";
import { apiPrefix, contract } from "@askonce/spec/contract";
import { fakeGuard, refuseAsFaked } from "./fake-guard.ts";
import { createContext, createContextOrder, createSeed, type Seed, tokens } from "./seed.ts";

/**
 * The API over data in memory. Every input is read and every output checked with the contract's own schemas, so it cannot drift from
 * what a server may answer.
 */
export interface FakeApi {
  handle(request: Request): Promise<Response | null>;
  seed: Seed;
  /** What was asked, as `GET /tickets`. */
  calls: string[];
  /** The customer writes. */
  receive(ticketId: string, text: string): Message;
  /** Answers the next calls of an endpoint with an error, or never when `"hang"`. */
  fail(endpoint: string, code: ErrorCode | "hang" | "drop", times?: number): void;
  /** Cuts all event streams. */
  cutStreams(): void;
  openStreams(): number;
}

interface Call {
  input: Record<string, never>;
  agentId: string;
}

export function createFakeApi(now: () => number = Date.now): FakeApi {
  const seed = createSeed(now());
  const calls: string[] = [];
  const failures = new Map<string, { code: ErrorCode | "hang" | "drop"; times: number }>();
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const events: AskonceEvent[] = [];
  const linked = new Map([["tkt_1042", "woocommerce:10482"]]);
  const encoder = new TextEncoder();
  let counter = 0;

  const instant = () => new Date(now()).toISOString();
  const emit = <Type extends EventType>(type: Type, id: string, data: EventData<Type>) => {
    const event = {
      id: `evt_${events.length + 1}`,
      sequence: events.length + 1,
      shopId: "shop_1",
      type,
      version: 1,
      occurredAt: instant(),
      actor: { kind: "system", id: null },
      subject: { kind: type.split(".")[0] ?? "", id },
      data,
    } as AskonceEvent;
    events.push(event);
    for (const stream of streams) stream.enqueue(encoder.encode(frame(event)));
  };
  const ticketOf = (ticketId: string): Ticket => {
    const ticket = seed.tickets.find(({ id }) => id === ticketId);
    if (!ticket) throw new AskonceError("TICKET_NOT_FOUND");
    return ticket;
  };
  const change = (ticketId: string, part: Partial<Ticket>): Ticket => {
    const before = ticketOf(ticketId);
    const after = { ...before, ...part, updatedAt: instant(), version: before.version + 1 };
    seed.tickets = seed.tickets.map((ticket) => (ticket.id === ticketId ? after : ticket));
    return after;
  };
  const addMessage = (ticketId: string, direction: Message["direction"], text: string, author: Message["author"]): Message => {
    const ticket = ticketOf(ticketId);
    if (ticket.mergedIntoId !== null) throw new AskonceError("TICKET_MERGED");
    counter += 1;
    const message: Message = {
      id: `msg_new_${String(counter).padStart(4, "0")}`,
      ticketId,
      threadId: `thr_${ticket.number}`,
      direction,
      text,
      author,
      assurance: direction === "inbound" ? "claimed" : "signedIn",
      delivery: direction === "inbound" ? "received" : "stored",
      at: instant(),
    };
    seed.messages.push(message);
    change(ticketId, {
      messageCount: ticket.messageCount + 1,
      lastMessageAt: message.at,
      lastMessagePreview: text.slice(0, 160),
      lastMessageDirection: direction,
    });
    emit("message.created", message.id, { ticketId, messageId: message.id, direction, channel: "api" });
    return message;
  };
  const agentAuthor = (agentId: string): Message["author"] => ({
    kind: "agent",
    id: agentId,
    name: seed.agents.find(({ id }) => id === agentId)?.name ?? null,
  });
  const page = <Item>(items: Item[], { cursor, limit }: { cursor?: string; limit: number }) => {
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return { items: items.slice(start, end), nextCursor: end < items.length ? String(end) : null };
  };

  const incidentOf = (incidentId: string): Incident => {
    const incident = seed.deliveries.incidents.find(({ id }) => id === incidentId);
    if (!incident) throw new AskonceError("INCIDENT_NOT_FOUND");
    return incident;
  };
  const changeIncident = (incidentId: string, part: Partial<Incident>): Incident => {
    const before = incidentOf(incidentId);
    const after = { ...before, ...part, version: before.version + 1 };
    seed.deliveries.incidents = seed.deliveries.incidents.map((each) => (each.id === incidentId ? after : each));
    return after;
  };
  const orderOf = (ref: string) => {
    const order = seed.orders.find((each) => each.ref === ref);
    if (!order) throw new AskonceError("ORDER_NOT_FOUND");
    return createContextOrder(seed, order, [], now());
  };

  const handlers: Record<string, (call: { input: never; agentId: string }) => unknown> = {
    "agents.me": ({ agentId }) => seed.agents.find(({ id }) => id === agentId),
    "agents.list": () => ({ items: seed.agents }),
    "tickets.list": ({ input, agentId }: { input: ListInput; agentId: string }) => {
      const { status, assignee, customerId, q } = input;
      const owner = assignee === "me" ? agentId : assignee === "none" ? null : assignee;
      const matching = seed.tickets.filter(
        (ticket) =>
          (status === undefined || ticket.status === status) &&
          (owner === undefined || ticket.assigneeId === owner) &&
          (customerId === undefined || ticket.customerId === customerId) &&
          (q === undefined || plain(`${ticket.subject} ${ticket.customerName ?? ""} ${ticket.lastMessagePreview ?? ""}`).includes(plain(q))),
      );
      return page(
        matching.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)),
        input,
      );
    },
    "tickets.get": ({ input }: { input: ById }) => ticketOf(input.ticketId),
    "tickets.messages": ({ input }: { input: ById & Paging }) => {
      ticketOf(input.ticketId);
      return page(
        seed.messages.filter(({ ticketId }) => ticketId === input.ticketId).sort((a, b) => (a.at < b.at ? -1 : 1)),
        input,
      );
    },
    "tickets.context": ({ input }: { input: ById }) => createContext(seed, ticketOf(input.ticketId), linked.get(input.ticketId) ?? null, now()),
    "tickets.linkOrder": ({ input }: { input: ById & { orderRef: string } }) => {
      linked.set(input.ticketId, input.orderRef);
      return createContext(seed, ticketOf(input.ticketId), input.orderRef, now());
    },
    "tickets.unlinkOrder": ({ input }: { input: ById & { orderRef: string } }) => {
      linked.delete(input.ticketId);
      return createContext(seed, ticketOf(input.ticketId), null, now());
    },
    "orders.refresh": ({ input }: { input: { ref: string } }) => {
      const ticket = seed.tickets[0];
      return ticket ? createContext(seed, ticket, input.ref, now()).order : null;
    },
    "orders.get": ({ input }: { input: { ref: string } }) => orderOf(input.ref),
    "deliveries.track": ({ input }: { input: { orderRef: string } }) => orderOf(input.orderRef),
    "deliveries.carriers": () => ({ items: seed.deliveries.carriers }),
    "deliveries.photos": ({ input }: { input: { orderRef: string } }) => ({
      items: input.orderRef === seed.orders[0]?.ref ? seed.deliveries.photos : [],
    }),
    "incidents.digests": () => ({ items: seed.deliveries.digests }),
    "incidents.groups": () => ({ items: seed.deliveries.groups }),
    "incidents.list": ({ input }: { input: Paging & { state?: string; kind?: string; groupId?: string } }) =>
      page(
        seed.deliveries.incidents.filter(
          ({ state, kind, groupId }) =>
            (input.state === undefined ||
              (input.state === "active" ? state === "open" || state === "suspected" : state === input.state)) &&
            (input.kind === undefined || kind === input.kind) &&
            (input.groupId === undefined || groupId === input.groupId),
        ),
        input,
      ),
    "incidents.get": ({ input }: { input: { incidentId: string } }) => incidentOf(input.incidentId),
    "incidents.update": ({ input }: { input: { incidentId: string; ownerId?: string | null; ifVersion?: number } }) => {
      if (input.ifVersion !== undefined && input.ifVersion !== incidentOf(input.incidentId).version) throw new AskonceError("VERSION_CONFLICT");
      return changeIncident(input.incidentId, { ownerId: input.ownerId ?? null });
    },
    "incidents.close": ({ input }: { input: { incidentId: string; because: Incident["closedBecause"] } }) => {
      const { state } = incidentOf(input.incidentId);
      if (state === "resolved" || state === "dismissed") throw new AskonceError("INCIDENT_CLOSED");
      const isMistaken = input.because === "mistaken" || input.because === "duplicate";
      const incident = changeIncident(input.incidentId, {
        state: isMistaken ? "dismissed" : "resolved",
        closedBecause: input.because,
        closedAt: instant(),
      });
      emit("incident.closed", incident.id, {
        incidentId: incident.id,
        state: incident.state,
        because: input.because ?? "mistaken",
        orderRef: incident.orderRef,
        parcelId: incident.parcelId,
      } as EventData<"incident.closed">);
      return incident;
    },
    ...fakeGuard(seed, instant, ticketOf, change),
    "tickets.reply": ({ input, agentId }: { input: ById & { text: string; status?: Ticket["status"]; sendAnyway?: string }; agentId: string }) => {
      refuseAsFaked(seed, input);
      const message = addMessage(input.ticketId, "outbound", input.text, agentAuthor(agentId));
      const status = input.status ?? "waiting";
      change(input.ticketId, { status, waitingFor: status === "waiting" ? "customer" : null });
      emit("ticket.updated", input.ticketId, { ticketId: input.ticketId, changes: { status } });
      return message;
    },
    "tickets.note": ({ input, agentId }: { input: ById & { text: string }; agentId: string }) =>
      addMessage(input.ticketId, "note", input.text, agentAuthor(agentId)),
    "tickets.update": ({ input }: { input: ById & { ifVersion?: number } & Partial<Ticket> }) => {
      const { ticketId, ifVersion, ...changes } = input;
      if (ifVersion !== undefined && ifVersion !== ticketOf(ticketId).version) throw new AskonceError("VERSION_CONFLICT");
      const waitingFor = changes.status && changes.status !== "waiting" ? { waitingFor: null } : {};
      const ticket = change(ticketId, { ...changes, ...waitingFor });
      emit("ticket.updated", ticketId, { ticketId, changes: { status: ticket.status, tags: ticket.tags } });
      return ticket;
    },
    "tickets.merge": ({ input }: { input: ById & { intoTicketId: string } }) => {
      const { ticketId, intoTicketId } = input;
      if (ticketId === intoTicketId) throw new AskonceError("MERGE_REFUSED");
      const target = ticketOf(intoTicketId);
      change(ticketId, { mergedIntoId: intoTicketId, status: "resolved", waitingFor: null, messageCount: 0 });
      const moved = seed.messages.filter((message) => message.ticketId === ticketId);
      seed.messages = seed.messages.map((message) => (message.ticketId === ticketId ? { ...message, ticketId: intoTicketId } : message));
      const merged = change(intoTicketId, { messageCount: target.messageCount + moved.length });
      emit("ticket.merged", ticketId, { ticketId, intoTicketId });
      return merged;
    },
    "tickets.create": ({ input }: { input: CreateInput }) => {
      counter += 1;
      const number = Math.max(...seed.tickets.map((ticket) => ticket.number)) + 1;
      const ticket: Ticket = {
        id: `tkt_${number}`,
        number,
        subject: input.subject,
        status: "open",
        waitingFor: null,
        customerId: input.customer ? `cus_${number}` : null,
        customerName: input.customer?.name ?? null,
        assigneeId: null,
        tags: [],
        language: null,
        mergedIntoId: null,
        messageCount: 0,
        lastMessageAt: null,
        lastMessagePreview: null,
        lastMessageDirection: null,
        createdAt: instant(),
        updatedAt: instant(),
        version: 1,
      };
      seed.tickets.unshift(ticket);
      emit("ticket.created", ticket.id, { ticketId: ticket.id, number, customerId: ticket.customerId, channel: "api" });
      if (input.message) addMessage(ticket.id, "inbound", input.message.text, { kind: "customer", id: ticket.customerId, name: ticket.customerName });
      return ticketOf(ticket.id);
    },
  };

  const stream = (request: Request) => {
    const after = request.headers.get("last-event-id");
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        own = controller;
        streams.add(controller);
        const missed = after === null ? [] : events.filter(({ sequence }) => sequence > Number(after));
        controller.enqueue(encoder.encode(`: hello\n\n${missed.map(frame).join("")}`));
      },
      cancel: () => void streams.delete(own),
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };

  async function answer(request: Request, endpoint: string, parameters: Record<string, string>): Promise<Response> {
    const agentId = tokens[request.headers.get("authorization")?.replace(/^Bearer /, "") ?? ""];
    if (agentId === undefined) throw new AskonceError("UNAUTHENTICATED");
    const failure = failures.get(endpoint);
    if (failure && failure.times > 0) {
      failure.times -= 1;
      if (failure.code === "hang") return new Promise(() => undefined);
      if (failure.code !== "drop") throw new AskonceError(failure.code);
    }
    if (endpoint === "events.stream") return stream(request);
    const { inputSchema, outputSchema, route } = endpointOf(endpoint);
    const handler = handlers[endpoint];
    if (!handler) throw new AskonceError("NOT_FOUND", { message: `The fake API has no ${endpoint}` });
    const text = request.method === "GET" ? "" : await request.text();
    const given = { ...Object.fromEntries(new URL(request.url).searchParams), ...(text ? JSON.parse(text) : {}), ...parameters };
    const read = inputSchema?.safeParse(given);
    if (read && !read.success) {
      const issues = read.error.issues.map(({ path, message }) => ({ path: path.map(String).join("."), message }));
      throw new AskonceError("VALIDATION_FAILED", { details: { issues } });
    }
    const result = handler({ input: (read?.data ?? {}) as never, agentId });
    // Done, and nobody is told: the line broke at the worst moment.
    if (failure?.code === "drop" && failure.times >= 0 && failures.delete(endpoint)) return Response.error();
    return Response.json(outputSchema.parse(result), { status: route.successStatus ?? 200 });
  }

  return {
    seed,
    calls,
    receive: (ticketId, text) => {
      const ticket = ticketOf(ticketId);
      return addMessage(ticketId, "inbound", text, { kind: "customer", id: ticket.customerId, name: ticket.customerName });
    },
    fail: (endpoint, code, times = 1) => void failures.set(endpoint, { code, times }),
    cutStreams() {
      for (const controller of streams) controller.close();
      streams.clear();
    },
    openStreams: () => streams.size,
    async handle(request) {
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(`${apiPrefix}/`)) return null;
      const found = match(request.method, pathname.slice(apiPrefix.length));
      calls.push(`${request.method} ${pathname.slice(apiPrefix.length)}`);
      try {
        if (!found) throw new AskonceError("NOT_FOUND");
        return await answer(request, found.endpoint, found.parameters);
      } catch (error) {
        const known = AskonceError.is(error) ? error : new AskonceError("INTERNAL", { message: String(error) });
        const problem = toProblem(known, "req_fake");
        return Response.json(problem, { status: problem.status, headers: { "content-type": "application/problem+json" } });
      }
    },
  };
}

interface Paging {
  cursor?: string;
  limit: number;
}
interface ById {
  ticketId: string;
}
interface ListInput extends Paging {
  status?: Ticket["status"];
  assignee?: string;
  customerId?: string;
  q?: string;
}
interface CreateInput {
  subject: string;
  customer?: { name?: string };
  message?: { text: string };
}

function frame(event: AskonceEvent): string {
  return `event: message\nid: ${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What the fake needs of an endpoint: its route, and schemas that can read. */
interface Endpoint {
  route: { method?: string; path?: string; successStatus?: number };
  inputSchema?: { safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } } };
  outputSchema: { parse(value: unknown): unknown };
}
interface Issue {
  path: PropertyKey[];
  message: string;
}

const endpoints = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, member]) => [`${group}.${name}`, (member as unknown as { "~orpc": Endpoint })["~orpc"]] as const),
);

function endpointOf(endpoint: string): Endpoint {
  const found = endpoints.find(([name]) => name === endpoint);
  if (!found) throw new Error(`The contract has no ${endpoint}`);
  return found[1];
}

function match(method: string, path: string): { endpoint: string; parameters: Record<string, string> } | null {
  for (const [endpoint, { route }] of endpoints) {
    const names = [...(route.path ?? "").matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => parameter ?? "");
    const values = new RegExp(`^${(route.path ?? "").replace(/\{[^}]+\}/g, "([^/]+)")}$`).exec(path)?.slice(1);
    if (route.method !== method || !values) continue;
    return { endpoint, parameters: Object.fromEntries(names.map((key, index) => [key, decodeURIComponent(values[index] ?? "")])) };
  }
  return null;
}
