import type { Incident, IncidentKind, Lateness } from "@askonce/spec";
import type { Calendar } from "../calendars/calendar.ts";
import { noteChange } from "../outreach/note-change.ts";
import type { DeliveryRows } from "../parcels/delivery-rows.ts";
import type { DeliverySettings } from "../parcels/delivery-settings.ts";
import type { FoldedRow } from "../parcels/fold-order.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { UnitOfWork } from "../storage/store.ts";
import { changeIncident, openIncident } from "./apply-change.ts";
import { decideIncidents, type IncidentChange, severityOf } from "./incident.ts";
import { changedColumns, fromIncident } from "./incidents.sql.ts";
import { causesOf } from "./storm-causes.ts";

export interface IncidentGround {
  rows: DeliveryRows;
  one: FoldedRow;
  lateness: Lateness;
  destination: Calendar;
  settings: DeliverySettings;
  now: number;
}

/** Brings the incidents of one parcel in line with what is known of it. @returns all of the order's, as they are then */
export async function updateIncidents(
  unit: UnitOfWork,
  platform: Pick<Platform, "createId">,
  shopId: string,
  known: readonly Incident[],
  ground: IncidentGround,
): Promise<Incident[]> {
  const { rows, one, lateness, destination, settings, now } = ground;
  const changes = decideIncidents({
    parcel: one.folded.parcel,
    delivery: { ...one.folded.delivery, lateness, nextCheckAt: null },
    order: rows.order,
    known: known.filter((incident) => incident.parcelId === null || incident.parcelId === one.row.id),
    now,
    workingDaysBetween: (from, until) => destination.workingDaysBetween(destination.dateOf(from), destination.dateOf(until)),
    rules: settings.incidents,
  });
  let incidents = [...known];
  for (const change of changes) {
    const before = change.change === "open" ? null : incidents.find((incident) => incident.id === change.incidentId);
    if (before === undefined) continue;
    let after: Incident;
    if (change.change === "open" || before === null) {
      if (change.change !== "open") continue;
      after = await open(unit, platform, shopId, change, ground);
      incidents.push(after);
    } else {
      after = changeIncident(before, change);
      await writeIncident(unit, shopId, before, after, now);
      incidents = incidents.map((incident) => (incident.id === after.id ? after : incident));
    }
    // More evidence for what is known already is no news; that a suspicion has become certain is, and that late has become very late.
    const isLonger = change.evidence.some((entry) => entry.code === "long_overdue");
    const isNews = change.change !== "strengthen" || before?.state !== after.state || isLonger;
    if (settings.tellsCustomers && isNews) await noteChange(unit, platform, shopId, after, change.change, now);
  }
  return incidents;
}

/** Opens an incident of an order that no single parcel stands for: what somebody reported about all of it. */
export async function openOrderIncident(
  unit: UnitOfWork,
  platform: Pick<Platform, "createId">,
  shopId: string,
  given: { rows: DeliveryRows; kind: IncidentKind; by: "customer" | "agent"; settings: DeliverySettings; now: number },
): Promise<Incident> {
  const { rows, kind, by, settings, now } = given;
  const at = toInstant(now);
  const incident: Incident = {
    id: platform.createId("inc"),
    kind,
    state: "open",
    severity: severityOf(kind, "open"),
    orderRef: rows.ref,
    orderNumber: rows.order.number,
    parcelId: null,
    carrier: null,
    trackingNumber: null,
    evidence: [{ by, at, code: by === "customer" ? "customer_report" : "agent_report", values: {}, text: null }],
    ticketIds: [],
    ownerId: null,
    groupId: null,
    openedAt: at,
    closedAt: null,
    closedBecause: null,
    version: 1,
  };
  const causes = causesOf({ carrier: null, checkpoints: [], items: [] }, rows.order, settings.originCountry);
  await unit.database
    .insertInto("incidents")
    .values(fromIncident(shopId, incident, causes, now))
    .execute();
  const { id: incidentId, state, orderRef, parcelId } = incident;
  unit.emit("incident.opened", { kind: "incident", id: incidentId }, { incidentId, kind, state, orderRef, parcelId });
  return incident;
}

async function open(
  unit: UnitOfWork,
  platform: Pick<Platform, "createId">,
  shopId: string,
  change: Extract<IncidentChange, { change: "open" }>,
  { rows, one, settings, now }: IncidentGround,
): Promise<Incident> {
  const { parcel } = one.folded;
  const incident = openIncident(change, {
    id: platform.createId("inc"),
    orderRef: rows.ref,
    orderNumber: rows.order.number,
    parcel,
  });
  const causes = causesOf(parcel, rows.order, settings.originCountry);
  await unit.database
    .insertInto("incidents")
    .values(fromIncident(shopId, incident, causes, now))
    .execute();
  const { id: incidentId, kind, state, orderRef, parcelId } = incident;
  unit.emit("incident.opened", { kind: "incident", id: incidentId }, { incidentId, kind, state, orderRef, parcelId });
  return incident;
}

/** Writes a changed incident and says what changed. */
export async function writeIncident(unit: UnitOfWork, shopId: string, before: Incident, after: Incident, now: number): Promise<void> {
  await unit.database
    .updateTable("incidents")
    .set(changedColumns(after, now))
    .where("shop_id", "=", shopId)
    .where("id", "=", after.id)
    .execute();
  const subject = { kind: "incident", id: after.id };
  if (after.closedBecause !== null && before.closedAt === null) {
    const { id: incidentId, state, closedBecause: because, orderRef } = after;
    unit.emit("incident.closed", subject, { incidentId, state, because, orderRef });
    return;
  }
  unit.emit("incident.updated", subject, {
    incidentId: after.id,
    state: after.state,
    changes: {
      ...(after.state === before.state ? {} : { state: true as const }),
      ...(after.evidence.length === before.evidence.length ? {} : { evidence: true as const }),
      ...(after.ownerId === before.ownerId ? {} : { ownerId: after.ownerId }),
      ...(after.groupId === before.groupId ? {} : { groupId: after.groupId }),
    },
  });
}

/** When an incident's age is looked at again although nothing is known anew: once a day is as exact as its rules are. */
export function nextIncidentLook(incidents: readonly Incident[], now: number): number | null {
  return incidents.some((incident) => incident.closedAt === null) ? now + 24 * 3_600_000 : null;
}
