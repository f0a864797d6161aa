import type { Incident, IncidentEvidence, IncidentGroup } from "@askonce/spec";
import type { Insertable, Selectable } from "kysely";
import { fromInstant, toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Tables } from "../storage/tables.ts";
import type { StormCause } from "./storm-causes.ts";

type Row = Selectable<Tables["incidents"]>;

export function toIncident(row: Omit<Row, "shop_id">, ticketIds: readonly string[]): Incident {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    severity: row.severity,
    orderRef: row.order_ref,
    orderNumber: row.order_number,
    parcelId: row.parcel_id,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    evidence: JSON.parse(row.evidence) as IncidentEvidence[],
    ticketIds: [...ticketIds],
    ownerId: row.owner_id,
    groupId: row.group_id,
    openedAt: toInstant(row.opened_at),
    closedAt: toInstantOrNull(row.closed_at),
    closedBecause: row.closed_because,
    version: row.version,
  };
}

/** The incident's row, without its tickets, which have rows of their own. */
export function fromIncident(
  shopId: string,
  incident: Incident,
  causes: readonly StormCause[],
  updatedAt: number,
): Insertable<Tables["incidents"]> {
  return {
    shop_id: shopId,
    id: incident.id,
    kind: incident.kind,
    order_ref: incident.orderRef,
    order_number: incident.orderNumber,
    parcel_id: incident.parcelId,
    carrier: incident.carrier,
    tracking_number: incident.trackingNumber,
    causes: JSON.stringify(causes),
    opened_at: fromInstant(incident.openedAt),
    ...changedColumns(incident, updatedAt),
  };
}

/** The columns of an incident that change while it lives. */
export function changedColumns(incident: Incident, updatedAt: number) {
  return {
    state: incident.state,
    severity: incident.severity,
    evidence: JSON.stringify(incident.evidence),
    owner_id: incident.ownerId,
    group_id: incident.groupId,
    closed_at: incident.closedAt === null ? null : fromInstant(incident.closedAt),
    closed_because: incident.closedBecause,
    updated_at: updatedAt,
    version: incident.version,
  };
}

export function toIncidentGroup(row: Omit<Selectable<Tables["incident_groups"]>, "shop_id">): IncidentGroup {
  return {
    id: row.id,
    kind: row.kind,
    cause: row.cause,
    causeName: row.cause_name,
    state: row.state,
    incidentCount: row.incident_count,
    expectedCount: row.expected_count,
    falseAlarmsPerYear: row.false_alarms_per_year,
    beganAt: toInstant(row.began_at),
    lastIncidentAt: toInstant(row.last_incident_at),
  };
}
