import {
  AskonceError,
  type Incident,
  type IncidentClosing,
  type IncidentDigest,
  type IncidentGroup,
  type IncidentKind,
  type IncidentState,
} from "@askonce/spec";
import { type Caller, requireRole } from "../caller.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { requireLimit } from "../platform/require-valid.ts";
import { decodeCursor, encodeCursor } from "../storage/cursor.ts";
import type { Database, Store, UnitOfWork } from "../storage/store.ts";
import { ticketRow } from "../tickets/tickets.sql.ts";
import { closingAct, nextIncidentState } from "./incident-state.ts";
import { toIncident, toIncidentGroup } from "./incidents.sql.ts";
import { writeIncident } from "./update-incidents.ts";

export interface IncidentListRequest {
  state?: IncidentState | "active" | undefined;
  kind?: IncidentKind | undefined;
  groupId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Delivery problems as objects. They open and close by themselves; people look after them and may say that one is over. */
export interface Incidents {
  /** The latest change first. */
  list(request: IncidentListRequest, caller: Caller): Promise<{ items: Incident[]; nextCursor: string | null }>;
  /** @throws AskonceError `INCIDENT_NOT_FOUND` */
  get(incidentId: string, caller: Caller): Promise<Incident>;
  /** @throws AskonceError `INCIDENT_NOT_FOUND`, `AGENT_NOT_FOUND`, `TICKET_NOT_FOUND`, `VERSION_CONFLICT` */
  update(
    incidentId: string,
    changes: { ownerId?: string | null | undefined; addTicketId?: string | undefined; ifVersion?: number | undefined },
    caller: Caller,
  ): Promise<Incident>;
  /** @throws AskonceError `INCIDENT_NOT_FOUND`, `INCIDENT_CLOSED` */
  close(
    incidentId: string,
    closing: { because: Extract<IncidentClosing, "remedied" | "mistaken" | "duplicate" | "given_up">; note?: string | undefined },
    caller: Caller,
  ): Promise<Incident>;
  /** What went wrong by week and cause, the newest week first. Made when a week is over. */
  digests(weeks: number, caller: Caller): Promise<IncidentDigest[]>;
  /** Storms, open ones first, then the newest; at most 50. */
  groups(caller: Caller): Promise<IncidentGroup[]>;
}

export function createIncidents(store: Store, platform: Platform): Incidents {
  const { shopId } = store;
  const change = (caller: Caller, incidentId: string, work: (unit: UnitOfWork, before: Incident) => Promise<Incident>) =>
    store.transact(caller, async (unit) => {
      const before = await readIncident(unit.database, shopId, incidentId);
      return work(unit, before);
    });

  return {
    async list(request, caller) {
      requireRole(caller, "agent");
      requireLimit(request.limit);
      const database = await store.ready();
      let query = database
        .selectFrom("incidents")
        .selectAll()
        .where("shop_id", "=", shopId)
        .orderBy("updated_at", "desc")
        .orderBy("id", "desc")
        .limit(request.limit + 1);
      if (request.state === "active") query = query.where("closed_at", "is", null);
      else if (request.state !== undefined) query = query.where("state", "=", request.state);
      if (request.kind !== undefined) query = query.where("kind", "=", request.kind);
      if (request.groupId !== undefined) query = query.where("group_id", "=", request.groupId);
      if (request.cursor !== undefined) {
        const [at, id] = decodeCursor(request.cursor, ["number", "string"]);
        query = query.where((where) =>
          where.or([where("updated_at", "<", at), where.and([where("updated_at", "=", at), where("id", "<", id)])]),
        );
      }
      const rows = await query.execute();
      const page = rows.slice(0, request.limit);
      const tickets = await ticketsOf(
        database,
        shopId,
        page.map((row) => row.id),
      );
      const last = page.at(-1);
      return {
        items: page.map((row) => toIncident(row, tickets.get(row.id) ?? [])),
        nextCursor: rows.length > request.limit && last ? encodeCursor([last.updated_at, last.id]) : null,
      };
    },

    async get(incidentId, caller) {
      requireRole(caller, "agent");
      return readIncident(await store.ready(), shopId, incidentId);
    },

    async update(incidentId, { ownerId, addTicketId, ifVersion }, caller) {
      requireRole(caller, "agent");
      return change(caller, incidentId, async (unit, before) => {
        if (ifVersion !== undefined && ifVersion !== before.version)
          throw new AskonceError("VERSION_CONFLICT", { details: { version: before.version } });
        if (ownerId != null) await requireAgent(unit, shopId, ownerId);
        let after: Incident = { ...before, version: before.version + 1 };
        if (ownerId !== undefined) after = { ...after, ownerId };
        if (addTicketId !== undefined) {
          await ticketRow(unit.database, shopId, addTicketId);
          await linkTicket(unit, store, incidentId, addTicketId);
          after = { ...after, ticketIds: [...new Set([...after.ticketIds, addTicketId])] };
        }
        await writeIncident(unit, shopId, before, after, store.agreedNow());
        return after;
      });
    },

    async close(incidentId, { because, note }, caller) {
      requireRole(caller, "agent");
      return change(caller, incidentId, async (unit, before) => {
        const state = before.closedAt === null ? nextIncidentState(before.state, closingAct(because)) : null;
        if (state === null) throw new AskonceError("INCIDENT_CLOSED");
        const at = toInstant(platform.clock.now());
        const said = { by: "agent" as const, at, code: "agent_closed", values: { because }, text: note?.slice(0, 500) ?? null };
        const after: Incident = {
          ...before,
          state,
          evidence: [...before.evidence, said],
          closedAt: at,
          closedBecause: because,
          version: before.version + 1,
        };
        await writeIncident(unit, shopId, before, after, store.agreedNow());
        return after;
      });
    },

    async digests(weeks, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      const rows = await database
        .selectFrom("incident_digests")
        .select("body")
        .where("shop_id", "=", shopId)
        .orderBy("week", "desc")
        .limit(weeks)
        .execute();
      return rows.map((row) => JSON.parse(row.body) as IncidentDigest);
    },

    async groups(caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      const rows = await database
        .selectFrom("incident_groups")
        .selectAll()
        .where("shop_id", "=", shopId)
        .orderBy("state")
        .orderBy("last_incident_at", "desc")
        .limit(50)
        .execute();
      return rows.map(toIncidentGroup);
    },
  };
}

async function readIncident(database: Pick<Database, "selectFrom">, shopId: string, incidentId: string): Promise<Incident> {
  const row = await database
    .selectFrom("incidents")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", "=", incidentId)
    .executeTakeFirst();
  if (!row) throw new AskonceError("INCIDENT_NOT_FOUND");
  return toIncident(row, (await ticketsOf(database, shopId, [incidentId])).get(incidentId) ?? []);
}

async function ticketsOf(
  database: Pick<Database, "selectFrom">,
  shopId: string,
  incidentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (incidentIds.length === 0) return found;
  const rows = await database
    .selectFrom("incident_tickets")
    .select(["incident_id", "ticket_id"])
    .where("shop_id", "=", shopId)
    .where("incident_id", "in", incidentIds)
    .orderBy("at")
    .execute();
  for (const row of rows) found.set(row.incident_id, [...(found.get(row.incident_id) ?? []), row.ticket_id]);
  return found;
}

async function requireAgent(unit: UnitOfWork, shopId: string, agentId: string): Promise<void> {
  const agent = await unit.database
    .selectFrom("agents")
    .select("id")
    .where("shop_id", "=", shopId)
    .where("id", "=", agentId)
    .executeTakeFirst();
  if (!agent) throw new AskonceError("AGENT_NOT_FOUND");
}

/** Puts a ticket among those about an incident. Twice is once. */
export async function linkTicket(unit: UnitOfWork, store: Store, incidentId: string, ticketId: string): Promise<void> {
  await unit.database
    .insertInto("incident_tickets")
    .values({ shop_id: store.shopId, incident_id: incidentId, ticket_id: ticketId, at: store.agreedNow() })
    .onConflict((conflict) => conflict.columns(["shop_id", "incident_id", "ticket_id"]).doNothing())
    .execute();
}
