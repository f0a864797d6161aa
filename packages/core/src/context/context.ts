import { AskonceError, type Context, type ContextFact, type ContextOrder, type Question, type SourceRef } from "@askonce/spec";
import { type Caller, requireRole } from "../caller.ts";
import { toContactPoint, toCustomer } from "../customers/customers.sql.ts";
import { toIdentityLink } from "../identity-links/identity-links.sql.ts";
import type { LiveReads } from "../orders/live-reads.ts";
import { type StoredOrder, toContextOrder } from "../orders/orders.sql.ts";
import { toHandOver } from "../packets/hand-overs.sql.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { toQuestion } from "../questions/questions.sql.ts";
import type { Store } from "../storage/store.ts";
import type { Storefronts } from "../storefronts/storefronts.ts";
import { toTicket } from "../tickets/tickets.sql.ts";
import { type Candidate, chooseOrder } from "./choose-order.ts";
import { type ContextRows, readContextRows } from "./context.sql.ts";
import { collectCandidates } from "./evidence.ts";
import { knownFacts } from "./known-facts.ts";

/** Gives everything known beside a conversation. */
export interface ContextReader {
  /**
   * One statement against the projection. What is old is served at once with its age, and read again in the background.
   *
   * @throws AskonceError `TICKET_NOT_FOUND`
   */
  read(ticketId: string, caller: Caller): Promise<Context>;
}

export function createContextReader(
  store: Store,
  platform: Platform,
  storefronts: Storefronts,
  live: LiveReads,
  settings: DeliverySettings,
): ContextReader {
  return {
    async read(ticketId, caller) {
      requireRole(caller, "agent");
      const now = platform.clock.now();
      const rows = await readContextRows(store, ticketId, await store.ready());
      if (!rows.ticket) throw new AskonceError("TICKET_NOT_FOUND");
      const context = assemble(rows, rows.ticket, now, { storefronts, settings, countryCode: store.shop.countryCode });
      refreshWhatIsOld(rows, context, live);
      return context;
    },
  };
}

/** What rows are made a context with. */
export interface ContextGround {
  storefronts: Storefronts;
  settings: DeliverySettings;
  countryCode: string | undefined;
}

export function assemble(
  rows: ContextRows,
  ticket: NonNullable<ContextRows["ticket"]>,
  now: number,
  { storefronts, settings, countryCode }: ContextGround,
): Context {
  const candidates = collectCandidates(rows);
  const chosen = chooseOrder(candidates);
  const stored = new Map<SourceRef, StoredOrder>([...rows.named, ...rows.own].map((one) => [one.ref, one]));
  const contextOrder = (one: StoredOrder, candidate: Candidate | undefined, belongsToCustomer: boolean): ContextOrder => ({
    ...toContextOrder(one, { now, freshForMs: storefronts.freshForMs(one.ref), settings }),
    evidence: [...(candidate?.evidence ?? [])].sort((first, second) => fromInstant(second.at) - fromInstant(first.at)),
    belongsToCustomer,
  });
  const chosenStored = chosen ? stored.get(chosen.ref) : undefined;
  const order = chosen && chosenStored ? contextOrder(chosenStored, chosen, chosen.belongsToCustomer) : null;
  const facts = knownFacts(rows, order, ticket, now, countryCode);
  const ownCount = rows.totals.reduce((sum, total) => sum + total.orders, 0);

  return {
    ticket: toTicket({ ...ticket, search_text: "", tags: rows.tags.join("\n") }),
    customer: rows.customer ? contextCustomer(rows, rows.customer, now) : null,
    order,
    candidates: candidates
      .filter((candidate) => candidate.ref !== chosen?.ref)
      .map((candidate) => ({ ...candidate, number: stored.get(candidate.ref)?.body.number ?? "" })),
    orderChoice: choiceOf(rows, candidates, order !== null),
    otherOrders: rows.own
      .filter((one) => one.ref !== chosen?.ref)
      .map((one) =>
        contextOrder(
          one,
          candidates.find((candidate) => candidate.ref === one.ref),
          true,
        ),
      ),
    otherOrdersCount: ownCount - (order?.belongsToCustomer ? 1 : 0),
    earlierTickets: rows.earlier.map((row) => toTicket({ ...row, search_text: "", tags: row.tags.join("\n") })),
    facts,
    openQuestions: rows.questions.map((row) => toQuestion(row)).filter((question) => !isAnsweredElsewhere(question, facts)),
    identityLinks: rows.identityLinks.map((row) =>
      toIdentityLink({ ...row, shop_id: "" }, row.own_is_first === 1 ? row.customer_id : row.other_customer_id, row.other_name),
    ),
    handOver: rows.handOver ? toHandOver(rows.handOver) : null,
    sources: storefronts.all.map((storefront) => {
      const state = rows.storefronts.find((row) => row.adapter_id === storefront.id);
      const filling = { never: "never", running: "filling", complete: "complete", failed: "failing" } as const;
      return {
        adapterId: storefront.id,
        displayName: storefront.displayName,
        state: filling[state?.backfill_state ?? "never"],
        lastEventAt: toInstantOrNull(state?.last_webhook_at ?? null),
        lastReconciledAt: toInstantOrNull(state?.last_reconciled_at ?? null),
        problem: state?.problem ?? null,
      };
    }),
    generatedAt: toInstant(now),
  };
}

function contextCustomer(rows: ContextRows, customer: NonNullable<ContextRows["customer"]>, now: number): NonNullable<Context["customer"]> {
  const total = (pick: (row: ContextRows["totals"][number]) => number) => rows.totals.map(pick);
  const fetchedAt = Math.max(customer.created_at, ...rows.own.map((one) => one.fetchedAt));
  return {
    // With the addresses of those an agent has said to be the same person, each under its own customer.
    customer: { ...toCustomer({ ...customer, shop_id: "", search_text: "" }, []), contactPoints: rows.contacts.map(toContactPoint) },
    ordersCount: total((row) => row.orders).reduce((sum, count) => sum + count, 0),
    spent: rows.totals.map((row) => ({ amountMinor: row.spent, currency: row.currency })),
    firstOrderAt: rows.totals.length > 0 ? toInstant(Math.min(...total((row) => row.first))) : null,
    lastOrderAt: rows.totals.length > 0 ? toInstant(Math.max(...total((row) => row.last))) : null,
    provenance: { source: "askonce", fetchedAt: toInstant(fetchedAt), ageMs: Math.max(0, now - fetchedAt), stale: false },
  };
}

/** A photo that was uploaded, another ticket about the same order, a parcel that was sent since: nobody has to be waited for any more. */
function isAnsweredElsewhere(question: Question, facts: readonly ContextFact[]): boolean {
  return facts.some((fact) => fact.key === question.key && !fact.stale && fromInstant(fact.at) > fromInstant(question.askedAt));
}

/** Whether somebody has to be asked: several orders fit and none better than the others. */
function choiceOf(rows: ContextRows, candidates: readonly Candidate[], chosen: boolean): Context["orderChoice"] {
  if (chosen) return "chosen";
  const open = rows.totals.reduce((sum, total) => sum + total.activeRecent, 0);
  return candidates.some((candidate) => candidate.belongsToCustomer) || open > 1 ? "unsure" : "none";
}

function refreshWhatIsOld(rows: ContextRows, context: Context, live: LiveReads): void {
  for (const entry of [context.order, ...context.otherOrders.slice(0, 3)]) {
    if (entry?.provenance.stale) live.refreshInBackground(entry.order.ref);
  }
  // A number nobody knows yet may be an order that was placed a minute ago.
  const known = new Set(rows.named.map((one) => one.body.number));
  for (const fact of rows.facts) {
    if (
      fact.key === "orderNumber" &&
      !known.has(fact.value) &&
      !rows.named.some((one) => one.body.number.toUpperCase() === fact.value_normalized)
    ) {
      live.findInBackground({ orderNumber: fact.value });
    }
  }
  if (rows.own.length === 0) {
    const email = rows.contacts.find((contact) => contact.kind === "email");
    if (email) live.findInBackground({ email: email.value });
  }
}
