import { AskonceError, type Incident, type ParcelDelivery } from "@askonce/spec";
import type { Selectable } from "kysely";
import { findOrCreateCustomer } from "../customers/customers.ts";
import { codeOf } from "../orders/live-reads.ts";
import type { CheckGround } from "../parcels/check-order.ts";
import { type DeliveryRows, readDeliveryRows } from "../parcels/delivery-rows.ts";
import { foldOrder } from "../parcels/fold-order.ts";
import { fromInstant, toInstant } from "../platform/instants.ts";
import { latenessOf } from "../promises/lateness.ts";
import { isOfTheStorage } from "../storage/is-of-the-storage.ts";
import type { UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { TicketServices } from "../tickets/ticket-services.ts";
import type { Leases } from "../work/leases.ts";
import { decideOutreach, type OutreachDecision, type OutreachQuestion, type ToldBefore } from "./decide-outreach.ts";
import { holdOutDraw } from "./hold-out.ts";
import { outreachMessage } from "./outreach-message.ts";
import type { OutreachChange } from "./outreach-policy.ts";
import type { OutreachSettings } from "./outreach-settings.ts";
import { tellCustomer } from "./tell-customer.ts";

const atOnce = 20;
const againAfterMs = 15 * 60_000;
const weekMs = 7 * 24 * 3_600_000;

type Row = Selectable<Tables["outreach_decisions"]>;

export interface OutreachGround extends CheckGround {
  tickets: TicketServices;
  outreach: OutreachSettings;
}

/**
 * Decides what has to be decided by now, the longest waiting first, and tells those who are to be told. The decision, the message and the
 * promise in it are one transaction.
 *
 * @returns whether there may be more to do at once
 */
export async function decideDue(ground: OutreachGround, leases: Leases | null, signal: AbortSignal): Promise<boolean> {
  const { store } = ground;
  const database = await store.ready();
  const due = await database
    .selectFrom("outreach_decisions")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("again_at", "is not", null)
    .where("again_at", "<=", store.agreedNow())
    .orderBy("again_at")
    .limit(atOnce)
    .execute();
  if (due.length === 0 || signal.aborted) return false;
  if (leases && !(await leases.hold("outreach"))) return false;
  for (const row of due) {
    try {
      // The application's own question is asked before the transaction, in which it would wait for itself.
      const consent = await consentOf(ground, row);
      await store.transact({ kind: "system" }, (unit) => decideOne(unit, ground, row, consent));
    } catch (error) {
      if (isOfTheStorage(error)) throw error;
      await putOff(ground, row, error);
    }
  }
  return due.length === atOnce;
}

/** A plugin's veto is an answer. Whatever else failed is tried again, and holds nobody else up. */
async function putOff(ground: OutreachGround, row: Row, error: unknown): Promise<void> {
  const { store, platform } = ground;
  const isVeto = AskonceError.is(error, "VETOED");
  if (!isVeto) platform.logger.warn("It could not be decided whether a customer is told; it will be tried again", { code: codeOf(error) });
  const decision = isVeto
    ? { decision: "silent" as const, reason: "vetoed", at: null, holdOut: false }
    : { decision: "wait" as const, reason: "failed", at: toInstant(store.agreedNow() + againAfterMs), holdOut: false };
  await store.transact({ kind: "system" }, (unit) => settle(unit, ground, row, decision, null));
}

async function consentOf({ store, outreach }: OutreachGround, row: Row): Promise<OutreachQuestion["consent"]> {
  if (row.order_ref === null) return "unknown";
  const order = await (await store.ready())
    .selectFrom("orders")
    .select("body")
    .where("shop_id", "=", store.shopId)
    .where("ref", "=", row.order_ref)
    .executeTakeFirst();
  const email = order ? (JSON.parse(order.body) as { email: string | null }).email : null;
  return email === null ? "unknown" : outreach.consent({ email, orderRef: row.order_ref });
}

async function decideOne(unit: UnitOfWork, ground: OutreachGround, row: Row, consent: OutreachQuestion["consent"]): Promise<void> {
  const { store, outreach } = ground;
  const change = row.change as OutreachChange;
  const [rows] = row.order_ref === null ? [] : await readDeliveryRows(unit.database, store.shopId, [row.order_ref]);
  const incident = rows?.incidents.find((one) => one.id === row.incident_id);
  const email = rows?.order.email ?? null;
  if (!rows || !incident || email === null) {
    await settle(unit, ground, row, { decision: "silent", reason: "no_address", at: null, holdOut: false }, null);
    return;
  }
  const { customerId } = await findOrCreateCustomer(unit, store, ground.platform, {
    name: rows.order.shippingAddress?.name ?? undefined,
    language: rows.order.language ?? undefined,
    contacts: [{ kind: "email", value: email, assurance: "orderMatched", evidence: `order ${rows.ref}` }],
  });
  const now = store.agreedNow();
  const noted = row.reason === "undecided" ? row.decided_at : ((await begunAt(unit, store.shopId, row)) ?? now);
  // What happened long before we came to know of it, as in a shop's history that is read for the first time, is no news to anybody.
  const happened = incident.evidence[0] === undefined ? noted : fromInstant(incident.evidence[0].at);
  const changedAt = change === "open" ? Math.min(noted, happened) : noted;
  const decision = decideOutreach({
    incident,
    change,
    changedAt: toInstant(changedAt),
    ticketsOpen: await openTickets(unit, store.shopId, customerId, rows.ref),
    customerWroteSince: await wroteSince(unit, store.shopId, customerId, fromInstant(incident.openedAt)),
    courierTold: false,
    alreadyTold: await toldBefore(unit, store.shopId, customerId, incident.id, now),
    consent,
    zone: zoneOf(ground, rows),
    now,
    holdOutDraw: await holdOutDraw(outreach.salt, customerId),
    policy: outreach.policy,
  });
  const told = decision.decision === "send" ? await tell(unit, ground, { rows, incident, change, customerId, now }) : null;
  await settle(
    unit,
    ground,
    row,
    told === null && decision.decision === "send" ? { ...decision, decision: "silent", reason: "already_over" } : decision,
    {
      customerId,
      told,
    },
  );
}

async function tell(
  unit: UnitOfWork,
  ground: OutreachGround,
  {
    rows,
    incident,
    change,
    customerId,
    now,
  }: { rows: DeliveryRows; incident: Incident; change: OutreachChange; customerId: string; now: number },
) {
  const entry = foldOrder(rows, ground.settings, now).map(({ row, folded }) => ({ row, folded }));
  const one = entry.find(({ row }) => row.id === incident.parcelId) ?? entry[0];
  if (!one) return null;
  const destination = ground.settings.calendarOf(rows.order.shippingAddress?.countryCode ?? null);
  const { parcel, delivery: known } = one.folded;
  const lateness = latenessOf({
    promises: rows.promises,
    placedAt: rows.order.placedAt,
    parcel,
    uncounted: known.uncounted,
    destination,
    now,
  });
  const delivery: ParcelDelivery = { ...known, lateness, nextCheckAt: null };
  const message = outreachMessage({
    incident,
    change,
    orderNumber: rows.order.number,
    parcel,
    delivery,
    ...(entry.length > 1 ? { position: { number: entry.indexOf(one) + 1, count: entry.length } } : {}),
    language: rows.order.language ?? ground.store.shop.language,
    zone: destination.zone,
    now,
  });
  return message && tellCustomer(unit, ground, { order: rows.order, incident, message, customerId });
}

/** When the change happened: the event that was written with it is older than what is decided anew. */
async function begunAt(unit: UnitOfWork, shopId: string, row: Row): Promise<number | null> {
  const incident = await unit.database
    .selectFrom("incidents")
    .select(["opened_at", "closed_at", "updated_at"])
    .where("shop_id", "=", shopId)
    .where("id", "=", row.incident_id)
    .executeTakeFirst();
  if (!incident) return null;
  return row.change === "open" ? incident.opened_at : row.change === "resolve" ? incident.closed_at : incident.updated_at;
}

/** Each condition by itself: an OR over two tables would read all tickets of the shop. */
async function openTickets(unit: UnitOfWork, shopId: string, customerId: string, ref: string): Promise<number> {
  const unresolved = unit.database
    .selectFrom("tickets")
    .select("id")
    .where("shop_id", "=", shopId)
    .where("merged_into_id", "is", null)
    .where("status", "<>", "resolved")
    .limit(10);
  const own = await unresolved.where("customer_id", "=", customerId).execute();
  const linked = await unit.database
    .selectFrom("ticket_orders")
    .select("ticket_id")
    .where("shop_id", "=", shopId)
    .where("order_ref", "=", ref)
    .where("removed_at", "is", null)
    .limit(100)
    .execute();
  const about =
    linked.length === 0
      ? []
      : await unresolved
          .where(
            "id",
            "in",
            linked.map((link) => link.ticket_id),
          )
          .execute();
  return new Set([...own, ...about].map((ticket) => ticket.id)).size;
}

async function wroteSince(unit: UnitOfWork, shopId: string, customerId: string, since: number): Promise<boolean> {
  const tickets = await unit.database
    .selectFrom("tickets")
    .select("id")
    .where("shop_id", "=", shopId)
    .where("customer_id", "=", customerId)
    .where("updated_at", ">=", since)
    .limit(100)
    .execute();
  if (tickets.length === 0) return false;
  const message = await unit.database
    .selectFrom("messages")
    .select("id")
    .where("shop_id", "=", shopId)
    .where(
      "ticket_id",
      "in",
      tickets.map((ticket) => ticket.id),
    )
    .where("direction", "=", "inbound")
    .where("at", ">=", since)
    .limit(1)
    .executeTakeFirst();
  return message !== undefined;
}

async function toldBefore(unit: UnitOfWork, shopId: string, customerId: string, incidentId: string, now: number): Promise<ToldBefore[]> {
  const told = unit.database
    .selectFrom("outreach_decisions")
    .select(["incident_id", "change", "decided_at"])
    .where("shop_id", "=", shopId)
    .where((where) => where.or([where("decision", "=", "send"), where("reason", "=", "held_out")]));
  const ofIncident = await told.where("incident_id", "=", incidentId).execute();
  const ofCustomer = await told
    .where("customer_id", "=", customerId)
    .where("decided_at", ">", now - weekMs)
    .where("incident_id", "<>", incidentId)
    .execute();
  return [...ofIncident, ...ofCustomer].map((one) => ({
    incidentId: one.incident_id,
    change: one.change as OutreachChange,
    at: toInstant(one.decided_at),
  }));
}

function zoneOf({ settings }: OutreachGround, rows: DeliveryRows): string {
  return settings.calendarOf(rows.order.shippingAddress?.countryCode ?? null).zone;
}

async function settle(
  unit: UnitOfWork,
  { store }: OutreachGround,
  row: Row,
  decision: Omit<OutreachDecision, "reason"> & { reason: string },
  outcome: { customerId: string; told: { ticketId: string; messageId: string; promiseId: string | null } | null } | null,
): Promise<void> {
  await unit.database
    .updateTable("outreach_decisions")
    .set({
      customer_id: outcome?.customerId ?? null,
      decision: decision.decision,
      reason: decision.reason,
      hold_out: decision.holdOut ? 1 : 0,
      again_at: decision.at === null ? null : fromInstant(decision.at),
      ticket_id: outcome?.told?.ticketId ?? null,
      message_id: outcome?.told?.messageId ?? null,
      promise_id: outcome?.told?.promiseId ?? null,
      decided_at: store.agreedNow(),
    })
    .where("shop_id", "=", store.shopId)
    .where("incident_id", "=", row.incident_id)
    .where("change", "=", row.change)
    .execute();
  unit.emit(
    "outreach.decided",
    { kind: "incident", id: row.incident_id },
    {
      incidentId: row.incident_id,
      change: row.change,
      decision: decision.decision,
      reason: decision.reason,
      holdOut: decision.holdOut,
      ticketId: outcome?.told?.ticketId ?? null,
    },
  );
}
