import { AskonceError, type AskonceEvent } from "@askonce/spec";
import { createAgents } from "./agents/agents.ts";
import type { Askonce, AskonceOptions } from "./askonce.ts";
import { ensureCarrierStates } from "./carriers/carrier-states.ts";
import { createCarriers } from "./carriers/carriers.ts";
import { createContextReader } from "./context/context.ts";
import { createCustomerOrders } from "./customers/customer-orders.ts";
import { createCustomers } from "./customers/customers.ts";
import { createMine } from "./customers/mine.ts";
import { createBeforeHooks } from "./events/before-hooks.ts";
import { createObservers } from "./events/observers.ts";
import { createSharedWake } from "./events/shared-wake.ts";
import type { Subscription } from "./events/subscribers.ts";
import { createForms } from "./forms/forms.ts";
import { createHandler } from "./handler/handler.ts";
import { createInstanceHealth } from "./health/instance-health.ts";
import { createLoopProgress, watchJobs, watchLeases } from "./health/loop-progress.ts";
import { createCustomerIdentity } from "./identity/customer-identity.ts";
import { createIdentityLinks } from "./identity-links/identity-links.ts";
import { applyInbox } from "./inbox/apply-inbox.ts";
import { createWebhookReceiver } from "./inbox/receive-webhook.ts";
import { createInbox } from "./inbox/replay.ts";
import { createClaims } from "./incidents/claims.ts";
import { createIncidents } from "./incidents/incidents.ts";
import { createBuiltInJobs } from "./jobs/built-in-jobs.ts";
import { createJobs } from "./jobs/jobs.ts";
import { createOrderLookup } from "./lookup/order-lookup.ts";
import { createMeasures } from "./measures/repeat-ask-rate.ts";
import { createLiveReads } from "./orders/live-reads.ts";
import { createOrders } from "./orders/orders.ts";
import { readOutreachOptions } from "./outreach/outreach-settings.ts";
import { createPackets } from "./packets/packets.ts";
import { createPacketSigner } from "./packets/sign-packet.ts";
import { createDeliveryWork } from "./parcels/deliveries.ts";
import { createDeliveries } from "./parcels/delivery-services.ts";
import { readDeliveryOptions } from "./parcels/delivery-settings.ts";
import { systemClock } from "./platform/clock.ts";
import { createPlatform } from "./platform/platform.ts";
import { silentLogger } from "./platform/silent-logger.ts";
import { createPhotos } from "./problems/photos.ts";
import { createProblems } from "./problems/problems.ts";
import { createGate } from "./questions/gate.ts";
import { readGuardOptions } from "./questions/guard-settings.ts";
import { createQuestions } from "./questions/questions.ts";
import { createSearch } from "./search/search.ts";
import type { Services } from "./services.ts";
import { joinStore } from "./storage/joined-store.ts";
import { createStore } from "./storage/store.ts";
import { ensureStates } from "./storefronts/storefront-states.ts";
import { createStorefronts } from "./storefronts/storefronts.ts";
import { createSync, type Sync } from "./storefronts/sync.ts";
import { observeStorefront } from "./telemetry/observe-storefront.ts";
import { createTelemetry } from "./telemetry/telemetry.ts";
import type { TicketServices } from "./tickets/ticket-services.ts";
import { createTickets } from "./tickets/tickets.ts";
import { createVerifications } from "./verifications/verifications.ts";
import { version } from "./version.ts";
import { createWebhooks } from "./webhooks/webhooks.ts";
import { createLeases } from "./work/leases.ts";
import { startWorker } from "./worker.ts";

const defaultKeepRawMs = 30 * 24 * 3_600_000;

/**
 * Makes an instance. Nothing happens until it is used: the storage is opened with the first call, the loops run after `start()`. Any number
 * of instances live in one process.
 *
 * @example
 * ```ts
 * const askonce = createAskonce({
 *   storage: sqlite("askonce.db"),
 *   storefronts: [woocommerce({ url, consumerKey, consumerSecret })],
 * });
 * await askonce.start();
 * ```
 * @throws AskonceError `CONFIGURATION_INVALID`, `SPEC_VERSION_UNSUPPORTED`
 */
export function createAskonce(options: AskonceOptions): Askonce {
  const telemetry = createTelemetry(version, { ...options.telemetry, shop: options.shop?.id ?? "default" });
  const platform = createPlatform(
    options.clock ?? systemClock,
    options.logger ?? silentLogger,
    options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    telemetry,
  );
  const stopping = new AbortController();
  const hooks = createBeforeHooks();
  const observers = createObservers((error) =>
    platform.logger.error("An observer threw", { error: error instanceof Error ? error.name : typeof error }),
  );
  const shop = {
    id: options.shop?.id ?? "default",
    name: options.shop?.name ?? "My shop",
    timeZone: options.shop?.timeZone ?? "UTC",
    language: options.shop?.language ?? "en",
    countryCode: options.shop?.countryCode,
  };
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(shop.id))
    throw new AskonceError("CONFIGURATION_INVALID", { message: "A shop's id has 1 to 64 letters, digits, - or _" });

  const wake = createSharedWake(options.storage, `events:${shop.id}`);
  const inboxWake = createSharedWake(options.storage, `inbox:${shop.id}`);
  const onCommitted = (events: readonly AskonceEvent[]) => {
    observers.dispatch(events);
    wake.notify();
  };
  const store = createStore(options.storage, shop, platform, onCommitted);
  const progress = createLoopProgress();
  // A reconciliation asks for page after page; a search or an order read now and then says nothing of it.
  const onCall = (operation: string) => operation === "changes.list" && progress.sign("reconcile");
  const observed = (options.storefronts ?? []).map((one) => observeStorefront(one, telemetry, onCall));
  const storefronts = createStorefronts(observed, platform);
  const carriers = createCarriers(options.carriers ?? [], platform, new Set(storefronts.all.map((storefront) => storefront.id)));
  const outreach = readOutreachOptions(options.outreach, shop.id);
  const deliverySettings = readDeliveryOptions(options.delivery ?? {}, shop, outreach !== null);
  const checkGround = { store, platform, carriers, settings: deliverySettings };
  const contextGround = { storefronts, settings: deliverySettings, countryCode: shop.countryCode };
  const guardSettings = readGuardOptions(options.guard);
  const ticketServices: TicketServices = {
    store,
    platform,
    hooks,
    gate: createGate(store, platform, contextGround, guardSettings),
    carrierNames: carriers.all.map((carrier) => carrier.displayName),
  };
  const deliveryWork = createDeliveryWork(checkGround, { outreach, tickets: ticketServices });
  const jobsWake = createSharedWake(options.storage, `jobs:${shop.id}`);
  // A clock of the application's own moves the jobs as well, where they are the core's.
  const ownJobs = () => createBuiltInJobs({ store, createId: () => platform.createId("job"), now: options.clock?.now });
  const jobsPort = watchJobs(options.storage.jobs ?? ownJobs(), progress);
  const jobs = createJobs({
    port: jobsPort,
    store,
    platform,
    wake: jobsWake,
  });
  const processId = platform.createId("prc");
  const leases = watchLeases(createLeases(store, processId), progress);
  const { webhooks, work: webhookWork } = createWebhooks(options.webhooks, {
    store,
    platform,
    leases,
    jobs,
    wakeJobs: jobsWake.notify,
    stopSignal: stopping.signal,
    version,
  });
  const live = createLiveReads(store, platform, storefronts, stopping.signal, deliveryWork.check);
  const tickets = createTickets(ticketServices);
  const customerOrders = createCustomerOrders(store, platform, storefronts, deliverySettings);
  const orders = createOrders(store, platform, storefronts, live, shop.countryCode, deliverySettings);
  const lookup = createOrderLookup(store, platform, live, deliverySettings);
  const problems = createProblems(checkGround, ticketServices, options.files !== undefined);
  const photos = createPhotos(store, platform, options.files ?? null);
  const incidents = createIncidents(store, platform);
  const claims = createClaims({ ...checkGround, orders, incidents, files: options.files ?? null });
  const deliveries = createDeliveries({
    ...checkGround,
    work: deliveryWork,
    orders,
    customerOrders,
    lookup,
    problems,
    stopSignal: stopping.signal,
  });
  const { secrets = [], sendCode } = options.identity ?? {};
  if (sendCode && secrets.length === 0)
    throw new AskonceError("CONFIGURATION_INVALID", {
      message: "One-time codes need identity.secrets for the tokens they are exchanged for",
    });
  const verifications = createVerifications(store, platform, secrets, sendCode ?? null);
  let preparing: Promise<void> | null = null;
  const services: Services = {
    version,
    platform,
    store,
    storefronts,
    carriers,
    deliverySettings,
    deliveryWork,
    hooks,
    live,
    tickets,
    customerOrders,
    incidents,
    claims,
    claimDocument: options.claimDocument ?? null,
    problems,
    photos,
    files: options.files ?? null,
    deliveries,
    agents: createAgents(store, platform),
    customers: createCustomers(store, platform),
    orders,
    context: createContextReader(store, platform, storefronts, live, deliverySettings),
    identity: createCustomerIdentity(secrets, shop.id, platform),
    lookup,
    mine: createMine(ticketServices, customerOrders),
    questions: createQuestions(store, platform, ticketServices.gate, guardSettings),
    identityLinks: createIdentityLinks(store, platform),
    verifications,
    forms: createForms(store, customerOrders, platform.clock.now),
    packets: createPackets(ticketServices, contextGround, createPacketSigner(options.packets?.keys ?? [], shop.id)),
    measures: createMeasures(store, platform),
    sync: createSync(store, platform, storefronts, inboxWake, leases, stopping.signal),
    receiver: createWebhookReceiver(store, platform, inboxWake.notify),
    leases,
    progress,
    health: () => health(),
    jobs,
    search: createSearch(store),
    webhooks,
    webhookWork,
    wake,
    inboxWake,
    stopSignal: stopping.signal,
    prepared() {
      preparing ??= Promise.all([ensureStates(store, storefronts.all), ensureCarrierStates(store, carriers.all), jobs.prepare()]).then(
        () => {},
        (error: unknown) => {
          preparing = null;
          throw error;
        },
      );
      return preparing;
    },
  };
  const subscriptions = new Map<string, Subscription>();
  const { health, backlog } = createInstanceHealth({
    version,
    store,
    processId,
    progress,
    jobs: jobsPort,
    subscribers: () => [...subscriptions.keys()],
    prepared: services.prepared,
  });
  // Collecting is no use of the instance: it does not open the storage.
  telemetry.watchBacklog(async () => (preparing === null ? null : backlog(15_000)));
  const handler = createHandler(services, { basePath: options.basePath, authenticate: options.authenticate });
  let working: Promise<unknown> | null = null;
  let listening: Promise<(() => Promise<void>)[]> | null = null;
  let stopped: Promise<void> | null = null;

  return {
    version,
    handler: handler.handle,
    fetch: handler.handle,
    tickets,
    customers: services.customers,
    orders: services.orders,
    deliveries,
    incidents,
    claims,
    problems,
    photos,
    agents: services.agents,
    context: services.context,
    identity: services.identity,
    verifications,
    identityLinks: services.identityLinks,
    questions: services.questions,
    forms: services.forms,
    packets: services.packets,
    measures: services.measures,
    sync: prepareFirst(services),
    jobs,
    search: services.search,
    webhooks,
    inbox: createInbox(store, platform, storefronts, inboxWake.notify),
    on: observers.on,
    onError: observers.onError,
    before: hooks.before,
    subscribe(subscription) {
      if (subscriptions.has(subscription.name))
        throw new AskonceError("CONFIGURATION_INVALID", { message: `There is already a subscriber named ${subscription.name}` });
      subscriptions.set(subscription.name, subscription);
      wake.notify();
      return () => {
        if (subscriptions.get(subscription.name) === subscription) subscriptions.delete(subscription.name);
      };
    },
    within(connection) {
      let events: AskonceEvent[] = [];
      const joined = joinStore(options.storage, store, platform, connection, (caused) => events.push(...caused));
      return {
        tickets: createTickets({ ...ticketServices, store: joined, gate: createGate(joined, platform, contextGround, guardSettings) }),
        customers: createCustomers(joined, platform),
        committed() {
          if (events.length > 0) onCommitted(events);
          events = [];
        },
      };
    },
    migrate: async () => store.migrate(),
    health,
    async start({ roles = ["web", "worker"] } = {}) {
      if (stopping.signal.aborted) throw new AskonceError("STOPPED");
      await services.prepared();
      listening ??= Promise.all([wake.listen(), inboxWake.listen(), jobsWake.listen()]);
      await listening;
      if (!roles.includes("worker")) return;
      const settings = { reconcileEveryMs: options.reconcileEveryMs ?? 600_000, keepRawMs: options.keepRawMs ?? defaultKeepRawMs };
      // Its work belongs to no trace of whoever started it.
      working ??= telemetry.detached(() => startWorker(services, () => [...subscriptions.values()], settings, stopping.signal));
    },
    async drain({ unlessHeld = false } = {}) {
      await services.prepared();
      // Whoever asks for this has no other process that would do it.
      while (await applyInbox(store, platform, live, carriers, stopping.signal, unlessHeld ? leases : null));
      while (await deliveryWork.checkDue(stopping.signal, unlessHeld ? leases : null));
      for (const carrier of carriers.all) while (await deliveryWork.ask(carrier.id, stopping.signal, unlessHeld ? leases : null));
      while (await deliveryWork.checkDue(stopping.signal, unlessHeld ? leases : null));
      while (await deliveryWork.tellDue(stopping.signal, unlessHeld ? leases : null));
      while (await webhookWork.fanOut());
      while (await jobs.runDue(stopping.signal)) await webhookWork.settled();
      await live.settled();
    },
    stop() {
      // Whoever stops a second time waits for the same end.
      stopped ??= (async () => {
        stopping.abort(new AskonceError("STOPPED"));
        telemetry.close();
        await working;
        await handler.settled();
        await live.settled();
        await verifications.settled();
        await webhookWork.settled();
        for (const stopListening of (await listening?.catch(() => [])) ?? []) await stopListening();
        // Whoever takes over need not wait until the leases run out.
        await leases.releaseAll().catch(() => {});
        await store.close();
      })();
      return stopped;
    },
  };
}

/** The storefronts' rows have to be there before anything is read or written about them. */
function prepareFirst(services: Services): Sync {
  const { sync, prepared } = services;
  return {
    list: async (caller) => prepared().then(() => sync.list(caller)),
    requestBackfill: async (...parameters) => prepared().then(() => sync.requestBackfill(...parameters)),
    backfill: async (...parameters) => prepared().then(() => sync.backfill(...parameters)),
    reconcile: async (adapterId) => prepared().then(() => sync.reconcile(adapterId)),
    check: (adapterId) => sync.check(adapterId),
    runPending: async (signal) => prepared().then(() => sync.runPending(signal)),
    reconcileAll: async (...parameters) => prepared().then(() => sync.reconcileAll(...parameters)),
  };
}
