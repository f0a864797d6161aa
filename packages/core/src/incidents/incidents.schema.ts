import type { IncidentCause, IncidentClosing, IncidentKind, IncidentState } from "@askonce/spec";

export interface IncidentsTable {
  shop_id: string;
  id: string;
  kind: IncidentKind;
  state: IncidentState;
  severity: number;
  order_ref: string | null;
  order_number: string | null;
  parcel_id: string | null;
  carrier: string | null;
  tracking_number: string | null;
  /** What it could be caused by, for groups: a JSON array of `StormCause`. */
  causes: string;
  /** A JSON array. */
  evidence: string;
  owner_id: string | null;
  group_id: string | null;
  opened_at: number;
  closed_at: number | null;
  closed_because: IncidentClosing | null;
  updated_at: number;
  version: number;
}

export interface IncidentTicketsTable {
  shop_id: string;
  incident_id: string;
  ticket_id: string;
  at: number;
}

export interface IncidentGroupsTable {
  shop_id: string;
  id: string;
  kind: IncidentKind;
  cause: IncidentCause;
  cause_name: string;
  state: "open" | "over";
  incident_count: number;
  expected_count: number;
  false_alarms_per_year: number;
  began_at: number;
  last_incident_at: number;
}

/** What went wrong in one week, by cause. */
export interface IncidentDigestsTable {
  shop_id: string;
  /** The Monday it began on, `YYYY-MM-DD` in the shop's zone. */
  week: string;
  /** An `IncidentDigest`. */
  body: string;
  made_at: number;
}

export const incidentsStatements = [
  `create table incidents (
    shop_id {text} not null, id {text} not null, kind {text} not null, state {text} not null, severity integer not null, order_ref {text},
    order_number {text}, parcel_id {text}, carrier {text}, tracking_number {text}, causes {text} not null,
    evidence {text} not null, owner_id {text}, group_id {text}, opened_at {bigint} not null, closed_at {bigint}, closed_because {text},
    updated_at {bigint} not null, version integer not null,
    primary key (shop_id, id))`,
  `create index incidents_by_order on incidents (shop_id, order_ref, opened_at, id)`,
  `create index incidents_active on incidents (shop_id, updated_at, id) where closed_at is null`,
  `create index incidents_by_update on incidents (shop_id, updated_at, id)`,
  `create index incidents_by_state on incidents (shop_id, state, updated_at, id)`,
  `create index incidents_by_time on incidents (shop_id, opened_at)`,
  `create index incidents_by_group on incidents (shop_id, group_id)`,
  `create table incident_tickets (
    shop_id {text} not null, incident_id {text} not null, ticket_id {text} not null, at {bigint} not null,
    primary key (shop_id, incident_id, ticket_id),
    foreign key (shop_id, incident_id) references incidents (shop_id, id))`,
  `create index incident_tickets_by_ticket on incident_tickets (shop_id, ticket_id)`,
  `create table incident_groups (
    shop_id {text} not null, id {text} not null, kind {text} not null, cause {text} not null, cause_name {text} not null, state {text} not null,
    incident_count integer not null, expected_count double precision not null, false_alarms_per_year double precision not null,
    began_at {bigint} not null, last_incident_at {bigint} not null,
    primary key (shop_id, id))`,
  `create index incident_groups_open on incident_groups (shop_id, state, last_incident_at)`,
  `create table incident_digests (
    shop_id {text} not null, week {text} not null, body {text} not null, made_at {bigint} not null,
    primary key (shop_id, week))`,
];
