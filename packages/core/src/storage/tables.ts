import type { Generated } from "kysely";
import type { IdentityLinksTable } from "../identity-links/identity-links.schema.ts";
import type { IncidentDigestsTable, IncidentGroupsTable, IncidentsTable, IncidentTicketsTable } from "../incidents/incidents.schema.ts";
import type { JobsTable } from "../jobs/jobs.schema.ts";
import type { OutreachDecisionsTable } from "../outreach/outreach.schema.ts";
import type { HandOversTable } from "../packets/packets.schema.ts";
import type { CarrierStatesTable, TrackingsTable } from "../parcels/parcels.schema.ts";
import type { PhotosTable, ProblemReportsTable } from "../problems/problems.schema.ts";
import type { PromisesTable } from "../promises/promises.schema.ts";
import type { QuestionCountsTable, QuestionsTable } from "../questions/questions.schema.ts";
import type { SearchDocumentsTable, SearchStatesTable, TicketCountsTable } from "../search/search.schema.ts";
import type { AttemptsTable, VerificationCodesTable } from "../verifications/verifications.schema.ts";
import type { WebhookDeliveriesTable, WebhookEndpointsTable } from "../webhooks/webhooks.schema.ts";

/**
 * The tables, as both flavors hold them. Times are milliseconds since the epoch, flags are 0 or 1, documents are JSON text. Every table has
 * `shop_id` first in its primary key, so that a shop can move to another database.
 */
export interface Tables {
  schema_versions: { version: number; name: string; works_with: number; applied_at: number };
  shops: {
    shop_id: string;
    name: string;
    time_zone: string;
    language: string;
    /** `moving`: written to by nobody while the last rows are carried over; `moved`: it lives in another database. */
    state: "active" | "moving" | "moved";
    /** By the database's clock: a move that stopped writing and died is over then. */
    state_until: number | null;
    /** The database it lives in now. */
    moved_to: string | null;
    created_at: number;
  };
  /** In the directory's database only: where each shop lives. */
  shop_places: { shop_id: string; database_id: string; changed_at: number };
  /** Rows that changed while their shop is being moved. */
  shop_changes: { shop_id: string; table_name: string; key: string; times: number };
  shop_counters: { shop_id: string; name: string; value: number };
  agents: {
    shop_id: string;
    id: string;
    external_id: string | null;
    name: string;
    email: string | null;
    role: "agent" | "lead" | "owner";
    active: number;
    created_at: number;
  };
  agent_tokens: {
    shop_id: string;
    id: string;
    agent_id: string;
    label: string;
    hash: string;
    created_at: number;
    expires_at: number | null;
    last_used_at: number | null;
    revoked_at: number | null;
  };
  customers: {
    shop_id: string;
    id: string;
    name: string | null;
    language: string | null;
    search_text: string;
    created_at: number;
    /** The same for customers who are one person; empty for those who are linked with nobody. */
    person_id: Generated<string | null>;
  };
  contact_points: {
    shop_id: string;
    id: string;
    customer_id: string;
    kind: "email" | "phone" | "handle" | "shopCustomer";
    value: string;
    normalized: string;
    assurance: "anonymous" | "claimed" | "orderMatched" | "otpVerified" | "signedIn";
    evidence: string;
    created_at: number;
    /** Set when the link was undone; the row stays, so that undoing loses nothing. */
    unlinked_at: number | null;
  };
  tickets: {
    shop_id: string;
    id: string;
    number: number;
    subject: string;
    status: "open" | "waiting" | "resolved";
    waiting_for: "customer" | "carrier" | "warehouse" | "approval" | null;
    customer_id: string | null;
    assignee_id: string | null;
    language: string | null;
    merged_into_id: string | null;
    message_count: number;
    last_message_at: number | null;
    last_message_preview: string | null;
    last_message_direction: "inbound" | "outbound" | "note" | null;
    search_text: string;
    created_at: number;
    updated_at: number;
    version: number;
  };
  ticket_tags: {
    shop_id: string;
    ticket_id: string;
    tag: string;
    /** When the ticket was last touched, by which the lists of a tag are sorted. */
    updated_at: Generated<number>;
  };
  search_documents: SearchDocumentsTable;
  search_states: SearchStatesTable;
  ticket_counts: TicketCountsTable;
  threads: { shop_id: string; id: string; ticket_id: string; origin_ticket_id: string; channel: string; created_at: number };
  messages: {
    shop_id: string;
    id: string;
    ticket_id: string;
    thread_id: string;
    direction: "inbound" | "outbound" | "note";
    text: string;
    search_text: string;
    author_kind: "customer" | "agent" | "system";
    author_id: string | null;
    author_name: string | null;
    assurance: "anonymous" | "claimed" | "orderMatched" | "otpVerified" | "signedIn";
    delivery: "received" | "stored" | "queued" | "sent" | "failed";
    at: number;
  };
  ticket_orders: {
    shop_id: string;
    ticket_id: string;
    order_ref: string;
    kind: "agent" | "customer" | "signedPage" | "orderNumber" | "trackingNumber" | "incident" | "words";
    detail: string;
    message_id: string | null;
    at: number;
    /** Set when an agent said "not this one". */
    removed_at: number | null;
  };
  orders: {
    shop_id: string;
    ref: string;
    adapter_id: string;
    number: string;
    number_normalized: string;
    email_normalized: string | null;
    phone_normalized: string | null;
    postcode_normalized: string | null;
    customer_ref: string | null;
    status: string;
    /** When nothing more could arrive; empty while something still may. */
    ended_at: number | null;
    placed_at: number;
    /** The source's version, in milliseconds; an older one never overwrites a newer one. */
    version: number;
    total_minor: number;
    refunded_minor: number;
    currency: string;
    /** The order without its parcels. */
    body: string;
    fetched_at: number;
    /** When everything, notes and refunds included, was read last; empty when only a webhook or a list told us. */
    detail_fetched_at: number | null;
    deleted_at: number | null;
    /** When something about its delivery may be different without any news; empty when nothing will. */
    check_at: Generated<number | null>;
  };
  parcels: {
    shop_id: string;
    order_ref: string;
    id: string;
    position: number;
    tracking_normalized: string | null;
    status: string;
    /** What all sources together say. */
    body: string;
    /** What the storefront says, or the agent who wrote it down; empty in rows of older code, where `body` is that. */
    reported: Generated<string | null>;
    /** What stands beside the parcel: its sources, exceptions, pieces. */
    delivery: Generated<string | null>;
    /** Written down by an agent; no storefront takes it away. */
    by_hand: Generated<number>;
  };
  trackings: TrackingsTable;
  carrier_states: CarrierStatesTable;
  promises: PromisesTable;
  incidents: IncidentsTable;
  incident_tickets: IncidentTicketsTable;
  incident_groups: IncidentGroupsTable;
  incident_digests: IncidentDigestsTable;
  problem_reports: ProblemReportsTable;
  photos: PhotosTable;
  outreach_decisions: OutreachDecisionsTable;
  questions: QuestionsTable;
  question_counts: QuestionCountsTable;
  identity_links: IdentityLinksTable;
  verification_codes: VerificationCodesTable;
  attempts: AttemptsTable;
  hand_overs: HandOversTable;
  facts: {
    shop_id: string;
    id: string;
    ticket_id: string | null;
    customer_id: string | null;
    key: string;
    value: string;
    value_normalized: string;
    source_kind: string;
    source_ref: string;
    source_excerpt: string | null;
    at: number;
    assurance: "anonymous" | "claimed" | "orderMatched" | "otpVerified" | "signedIn";
    fresh_until: number | null;
    superseded_by_id: string | null;
  };
  events: {
    shop_id: string;
    sequence: number;
    id: string;
    type: string;
    version: number;
    occurred_at: number;
    actor_kind: "agent" | "customer" | "system" | "adapter";
    actor_id: string | null;
    subject_kind: string;
    subject_id: string;
    data: string;
  };
  subscribers: { shop_id: string; name: string; last_sequence: number; attempts: number; next_attempt_at: number };
  leases: {
    shop_id: string;
    /** What is held, so that one process at a time does it. */
    name: string;
    holder: string;
    /** By the database's clock; whoever holds it and dies loses it then. */
    until: number;
  };
  inbox: {
    shop_id: string;
    source: string;
    key: string;
    id: string;
    raw_id: string;
    event: string;
    state: "pending" | "applied" | "stale" | "failed";
    attempts: number;
    next_attempt_at: number;
    problem: string | null;
    received_at: number;
    applied_at: number | null;
  };
  inbox_raw: { shop_id: string; id: string; source: string; headers: string; body: Uint8Array; received_at: number };
  storefront_states: {
    shop_id: string;
    adapter_id: string;
    orders_count: number;
    backfill_state: "never" | "running" | "complete" | "failed";
    backfill_cursor: string | null;
    backfill_done: number;
    backfill_total: number | null;
    backfill_started_at: number | null;
    backfill_finished_at: number | null;
    problem: string | null;
    last_webhook_at: number | null;
    /** Everything that changed before it is known. */
    watermark: number | null;
    last_reconciled_at: number | null;
  };
  jobs: JobsTable;
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
}
