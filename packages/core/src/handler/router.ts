import { AskonceError } from "@askonce/spec";
import { contract } from "@askonce/spec/contract";
import { implement } from "@orpc/server";
import type { Services } from "../services.ts";
import { streamEvents } from "./event-stream.ts";
import type { RequestContext } from "./request-context.ts";

const api = implement(contract).$context<RequestContext>();
/** Procedures for agents: who it is is settled before the input is looked at. */
const agentApi = api.use(async ({ context, next }) => next({ context: { caller: await context.agent() } }));
const customerApi = api.use(async ({ context, next }) => next({ context: { caller: await context.customer() } }));

/** The contract's procedures, each a line to the service that does the work. A missing or extra one does not compile. */
export function createRouter(services: Services) {
  const {
    tickets,
    customers,
    orders,
    agents,
    mine,
    sync,
    lookup,
    context: contextReader,
    store,
    wake,
    webhooks,
    incidents,
    claims,
    deliveries,
    identityLinks,
  } = services;
  return api.router({
    tickets: {
      list: agentApi.tickets.list.handler(({ input, context }) => tickets.list(input, context.caller)),
      counts: agentApi.tickets.counts.handler(({ context }) => tickets.counts(context.caller)),
      create: agentApi.tickets.create.handler(({ input, context }) => tickets.create(input, context.caller)),
      get: agentApi.tickets.get.handler(({ input, context }) => tickets.get(input.ticketId, context.caller)),
      update: agentApi.tickets.update.handler(({ input: { ticketId, ...changes }, context }) =>
        tickets.update(ticketId, changes, context.caller),
      ),
      merge: agentApi.tickets.merge.handler(({ input, context }) => tickets.merge(input.ticketId, input.intoTicketId, context.caller)),
      messages: agentApi.tickets.messages.handler(({ input: { ticketId, ...page }, context }) =>
        tickets.messages(ticketId, page, context.caller),
      ),
      receive: agentApi.tickets.receive.handler(({ input: { ticketId, ...message }, context }) =>
        tickets.receive(ticketId, message, context.caller),
      ),
      reply: agentApi.tickets.reply.handler(({ input: { ticketId, ...message }, context }) =>
        tickets.reply(ticketId, message, context.caller),
      ),
      checkDraft: agentApi.tickets.checkDraft.handler(({ input: { ticketId, ...draft }, context }) =>
        services.questions.checkDraft(ticketId, draft, context.caller),
      ),
      questions: agentApi.tickets.questions.handler(async ({ input, context }) => ({
        items: await services.questions.list(input.ticketId, context.caller),
      })),
      handOver: agentApi.tickets.handOver.handler(({ input: { ticketId, ...handing }, context }) =>
        services.packets.handOver(ticketId, handing, context.caller),
      ),
      note: agentApi.tickets.note.handler(({ input: { ticketId, ...message }, context }) =>
        tickets.note(ticketId, message, context.caller),
      ),
      context: agentApi.tickets.context.handler(({ input, context }) => contextReader.read(input.ticketId, context.caller)),
      linkOrder: agentApi.tickets.linkOrder.handler(async ({ input, context }) => {
        await tickets.linkOrder(input.ticketId, input.orderRef, context.caller);
        return contextReader.read(input.ticketId, context.caller);
      }),
      unlinkOrder: agentApi.tickets.unlinkOrder.handler(async ({ input, context }) => {
        await tickets.unlinkOrder(input.ticketId, input.orderRef, context.caller);
        return contextReader.read(input.ticketId, context.caller);
      }),
      facts: agentApi.tickets.facts.handler(async ({ input, context }) => {
        const { facts } = await contextReader.read(input.ticketId, context.caller);
        const current = facts.map(({ ageMs: _, stale: __, contradicted: ___, ...fact }) => fact);
        const replaced = input.history === "all" ? await tickets.replacedFacts(input.ticketId, context.caller) : [];
        return { items: [...current, ...replaced] };
      }),
      recordFact: agentApi.tickets.recordFact.handler(({ input: { ticketId, ...fact }, context }) =>
        tickets.recordFact(ticketId, fact, context.caller),
      ),
      events: agentApi.tickets.events.handler(({ input: { ticketId, ...page }, context }) =>
        tickets.events(ticketId, page, context.caller),
      ),
    },
    customers: {
      list: agentApi.customers.list.handler(({ input, context }) => customers.list(input, context.caller)),
      create: agentApi.customers.create.handler(({ input, context }) => {
        const claims = { assurance: "claimed" as const, evidence: `agent ${context.caller.agentId}` };
        const contacts = [
          ...(input.email ? [{ kind: "email" as const, value: input.email, ...claims }] : []),
          ...(input.phone ? [{ kind: "phone" as const, value: input.phone, ...claims }] : []),
        ];
        return customers.create({ name: input.name, language: input.language, contacts }, context.caller);
      }),
      get: agentApi.customers.get.handler(({ input, context }) => customers.get(input.customerId, context.caller)),
      orders: agentApi.customers.orders.handler(({ input: { customerId, ...page }, context }) =>
        services.customerOrders.list(customerId, page, context.caller),
      ),
      addContactPoint: agentApi.customers.addContactPoint.handler(({ input, context }) =>
        customers.addContactPoint(
          input.customerId,
          { kind: input.kind, value: input.value, assurance: "claimed", evidence: `agent ${context.caller.agentId}` },
          context.caller,
        ),
      ),
      removeContactPoint: agentApi.customers.removeContactPoint.handler(({ input, context }) =>
        customers.removeContactPoint(input.customerId, input.contactPointId, context.caller),
      ),
      links: agentApi.customers.links.handler(async ({ input, context }) => ({
        items: await identityLinks.list(input.customerId, context.caller),
      })),
      link: agentApi.customers.link.handler(({ input, context }) =>
        identityLinks.link(input.customerId, input.otherCustomerId, context.caller),
      ),
      decideLink: agentApi.customers.decideLink.handler(({ input, context }) =>
        identityLinks.decide(input.linkId, input.decision, context.caller),
      ),
    },
    orders: {
      search: agentApi.orders.search.handler(({ input, context }) => orders.search(input, context.caller)),
      get: agentApi.orders.get.handler(({ input, context }) => orders.get(input.ref, context.caller)),
      refresh: agentApi.orders.refresh.handler(({ input, context }) => orders.refresh(input.ref, context.caller)),
    },
    incidents: {
      list: agentApi.incidents.list.handler(({ input, context }) => incidents.list(input, context.caller)),
      get: agentApi.incidents.get.handler(({ input, context }) => incidents.get(input.incidentId, context.caller)),
      update: agentApi.incidents.update.handler(({ input: { incidentId, ...changes }, context }) =>
        incidents.update(incidentId, changes, context.caller),
      ),
      close: agentApi.incidents.close.handler(({ input: { incidentId, ...closing }, context }) =>
        incidents.close(incidentId, closing, context.caller),
      ),
      claim: agentApi.incidents.claim.handler(({ input, context }) => claims.read(input.incidentId, input.language, context.caller)),
      digests: agentApi.incidents.digests.handler(async ({ input, context }) => ({
        items: await incidents.digests(input.weeks, context.caller),
      })),
      groups: agentApi.incidents.groups.handler(async ({ context }) => ({ items: await incidents.groups(context.caller) })),
    },
    deliveries: {
      carriers: agentApi.deliveries.carriers.handler(async ({ context }) => ({ items: await deliveries.carriers(context.caller) })),
      track: agentApi.deliveries.track.handler(({ input, context }) => deliveries.track(input.orderRef, context.caller)),
      addParcel: agentApi.deliveries.addParcel.handler(({ input, context }) => deliveries.addParcel(input, context.caller)),
      promise: agentApi.deliveries.promise.handler(({ input, context }) => deliveries.promise(input, context.caller)),
      settlePromise: agentApi.deliveries.settlePromise.handler(({ input, context }) =>
        deliveries.settlePromise(input.promiseId, input.state, context.caller),
      ),
      whereIs: agentApi.deliveries.whereIs.handler(({ input, context }) =>
        deliveries.whereIs(input.orderRef, input.language, context.caller),
      ),
      photos: agentApi.deliveries.photos.handler(async ({ input, context }) => ({
        items: await services.photos.list(input.orderRef, context.caller),
      })),
      report: agentApi.deliveries.report.handler(({ input, context }) => services.problems.report(input, context.caller)),
    },
    guestDeliveries: {
      whereIs: api.guestDeliveries.whereIs.handler(({ input: { language, ...proof }, context }) =>
        deliveries.whereIsForGuest(proof, language, context.clientAddress),
      ),
      report: api.guestDeliveries.report.handler(({ input: { number, email, postcode, ...problem }, context }) =>
        deliveries.reportForGuest({ number, email, postcode }, problem, context.clientAddress),
      ),
    },
    ownDeliveries: {
      whereIs: customerApi.ownDeliveries.whereIs.handler(({ input, context }) =>
        deliveries.whereIsOwn(input.number, input.language, context.caller),
      ),
      report: customerApi.ownDeliveries.report.handler(({ input: { number, ...problem }, context }) =>
        deliveries.reportOwn(number, problem, context.caller),
      ),
    },
    agents: {
      me: agentApi.agents.me.handler(({ context }) => agents.get(context.caller.agentId)),
      list: agentApi.agents.list.handler(async ({ context }) => ({ items: await agents.list(context.caller) })),
      create: agentApi.agents.create.handler(({ input, context }) => agents.create(input, context.caller)),
      update: agentApi.agents.update.handler(({ input: { agentId, ...changes }, context }) =>
        agents.update(agentId, defined(changes), context.caller),
      ),
      tokens: agentApi.agents.tokens.handler(async ({ input, context }) => ({ items: await agents.tokens(input.agentId, context.caller) })),
      createToken: agentApi.agents.createToken.handler(({ input: { agentId, ...token }, context }) =>
        agents.createToken(agentId, token, context.caller),
      ),
      revokeToken: agentApi.agents.revokeToken.handler(async ({ input, context }) => {
        await agents.revokeToken(input.agentId, input.tokenId, context.caller);
        return { revoked: true as const };
      }),
    },
    storefronts: {
      list: agentApi.storefronts.list.handler(async ({ context }) => ({ items: await sync.list(context.caller) })),
      backfill: agentApi.storefronts.backfill.handler(({ input, context }) =>
        sync.requestBackfill(input.adapterId, { restart: input.restart }, context.caller),
      ),
    },
    webhooks: {
      list: agentApi.webhooks.list.handler(async ({ context }) => ({ items: await webhooks.list(context.caller) })),
      create: agentApi.webhooks.create.handler(({ input, context }) => webhooks.create(input, context.caller)),
      get: agentApi.webhooks.get.handler(({ input, context }) => webhooks.get(input.endpointId, context.caller)),
      update: agentApi.webhooks.update.handler(({ input: { endpointId, ...changes }, context }) =>
        webhooks.update(endpointId, changes, context.caller),
      ),
      delete: agentApi.webhooks.delete.handler(async ({ input, context }) => {
        await webhooks.delete(input.endpointId, context.caller);
        return { deleted: true as const };
      }),
      rotateSecret: agentApi.webhooks.rotateSecret.handler(({ input: { endpointId, ...rotation }, context }) =>
        webhooks.rotateSecret(endpointId, rotation, context.caller),
      ),
      test: agentApi.webhooks.test.handler(({ input, context }) => webhooks.test(input.endpointId, context.caller)),
      deliveries: agentApi.webhooks.deliveries.handler(({ input: { endpointId, ...page }, context }) =>
        webhooks.deliveries(endpointId, page, context.caller),
      ),
      retry: agentApi.webhooks.retry.handler(({ input, context }) => webhooks.retry(input.endpointId, input.deliveryId, context.caller)),
      replay: agentApi.webhooks.replay.handler(({ input: { endpointId, ...range }, context }) =>
        webhooks.replay(endpointId, range, context.caller),
      ),
    },
    events: {
      stream: agentApi.events.stream.handler(({ lastEventId, context, signal }) =>
        streamEvents(store, wake, {
          lastEventId,
          signal: AbortSignal.any([context.signal, services.stopSignal, ...(signal ? [signal] : [])]),
          authorize: () => context.agent(),
        }),
      ),
    },
    lookup: { order: api.lookup.order.handler(({ input, context }) => lookup.find(input, context.clientAddress)) },
    mine: {
      tickets: customerApi.mine.tickets.handler(({ input, context }) => mine.tickets(input, context.caller)),
      open: customerApi.mine.open.handler(({ input, context }) => mine.open(input, context.caller)),
      messages: customerApi.mine.messages.handler(({ input: { ticketId, ...page }, context }) =>
        mine.messages(ticketId, page, context.caller),
      ),
      write: customerApi.mine.write.handler(({ input, context }) => mine.write(input.ticketId, input.text, context.caller)),
      chooseOrder: customerApi.mine.chooseOrder.handler(({ input, context }) =>
        mine.chooseOrder(input.ticketId, input.number, context.caller),
      ),
      form: customerApi.mine.form.handler(({ input, context }) => services.forms.forCustomer(input, context.caller)),
      orders: customerApi.mine.orders.handler(({ input, context }) => mine.orders(input, context.caller)),
    },
    verifications: {
      start: api.verifications.start.handler(({ input: { language, ...address }, context }) =>
        services.verifications.start(address, language, context.clientAddress),
      ),
      confirm: api.verifications.confirm.handler(({ input: { code, ...address }, context }) =>
        services.verifications.confirm(address, code, context.clientAddress),
      ),
    },
    forms: { get: api.forms.get.handler(async ({ input }) => services.forms.forGuest(input)) },
    packets: {
      make: agentApi.packets.make.handler(({ input: { ticketId, ...options }, context }) =>
        services.packets.make(ticketId, options, context.caller),
      ),
      read: api.packets.read.handler(({ input }) => services.packets.read(input.token)),
    },
    measures: {
      repeatAsk: agentApi.measures.repeatAsk.handler(({ input, context }) => services.measures.repeatAsk(input, context.caller)),
    },
    health: {
      check: api.health.check.handler(async () => {
        const { status, version, checks, problem } = await services.health();
        // A load balancer only looks at the status of the answer.
        if (problem || status === "failed") throw problem ?? new AskonceError("STORAGE_FAILED");
        return { status, version, checks };
      }),
      live: api.health.live.handler(async () => ({ status: "ok" as const, version: services.version })),
    },
  });
}

/** Without the keys whose value is undefined: "not given" and "given as undefined" are the same over HTTP. */
function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}
