import type { Migration } from "./migration.ts";

/** Shops, agents, customers, tickets, the order projection, facts, events and the inbox. */
export const foundation: Migration = {
  version: 1,
  name: "foundation",
  worksWith: 1,
  statements: [
    `create table shops (
      shop_id {text} not null, name {text} not null, time_zone {text} not null, language {text} not null, state {text} not null, state_until {bigint},
      moved_to {text}, created_at {bigint} not null,
      primary key (shop_id))`,
    `create table shop_places (
      shop_id {text} not null, database_id {text} not null, changed_at {bigint} not null,
      primary key (shop_id))`,
    `create table shop_changes (
      shop_id {text} not null, table_name {text} not null, key {text} not null, times {bigint} not null,
      primary key (shop_id, table_name, key))`,
    `create table shop_counters (shop_id {text} not null, name {text} not null, value {bigint} not null, primary key (shop_id, name))`,

    `create table agents (
      shop_id {text} not null, id {text} not null, external_id {text}, name {text} not null, email {text}, role {text} not null,
      active integer not null, created_at {bigint} not null,
      primary key (shop_id, id), unique (shop_id, external_id))`,
    `create table agent_tokens (
      shop_id {text} not null, id {text} not null, agent_id {text} not null, label {text} not null, hash {text} not null,
      created_at {bigint} not null, expires_at {bigint}, last_used_at {bigint}, revoked_at {bigint},
      primary key (shop_id, id), unique (shop_id, hash),
      foreign key (shop_id, agent_id) references agents (shop_id, id))`,

    `create table customers (
      shop_id {text} not null, id {text} not null, name {text}, language {text}, search_text {text} not null, created_at {bigint} not null,
      primary key (shop_id, id))`,
    `create table contact_points (
      shop_id {text} not null, id {text} not null, customer_id {text} not null, kind {text} not null, value {text} not null,
      normalized {text} not null, assurance {text} not null, evidence {text} not null, created_at {bigint} not null, unlinked_at {bigint},
      primary key (shop_id, id),
      foreign key (shop_id, customer_id) references customers (shop_id, id))`,
    `create index contact_points_by_value on contact_points (shop_id, kind, normalized)`,
    `create index contact_points_by_customer on contact_points (shop_id, customer_id)`,

    `create table tickets (
      shop_id {text} not null, id {text} not null, number {bigint} not null, subject {text} not null, status {text} not null, waiting_for {text},
      customer_id {text}, assignee_id {text}, language {text}, merged_into_id {text}, message_count integer not null,
      last_message_at {bigint}, last_message_preview {text}, last_message_direction {text}, search_text {text} not null,
      created_at {bigint} not null, updated_at {bigint} not null, version integer not null,
      primary key (shop_id, id), unique (shop_id, number),
      foreign key (shop_id, customer_id) references customers (shop_id, id),
      foreign key (shop_id, assignee_id) references agents (shop_id, id))`,
    `create index tickets_by_update on tickets (shop_id, updated_at, id)`,
    `create index tickets_by_status on tickets (shop_id, status, updated_at, id)`,
    `create index tickets_by_assignee on tickets (shop_id, assignee_id, updated_at, id)`,
    `create index tickets_by_customer on tickets (shop_id, customer_id, updated_at, id)`,
    `create table ticket_tags (
      shop_id {text} not null, ticket_id {text} not null, tag {text} not null,
      primary key (shop_id, ticket_id, tag),
      foreign key (shop_id, ticket_id) references tickets (shop_id, id))`,
    `create index ticket_tags_by_tag on ticket_tags (shop_id, tag, ticket_id)`,
    `create table threads (
      shop_id {text} not null, id {text} not null, ticket_id {text} not null, origin_ticket_id {text} not null, channel {text} not null,
      created_at {bigint} not null,
      primary key (shop_id, id),
      foreign key (shop_id, ticket_id) references tickets (shop_id, id))`,
    `create index threads_by_ticket on threads (shop_id, ticket_id)`,
    `create table messages (
      shop_id {text} not null, id {text} not null, ticket_id {text} not null, thread_id {text} not null, direction {text} not null,
      text {text} not null, search_text {text} not null, author_kind {text} not null, author_id {text}, author_name {text},
      assurance {text} not null, delivery {text} not null, at {bigint} not null,
      primary key (shop_id, id),
      foreign key (shop_id, ticket_id) references tickets (shop_id, id),
      foreign key (shop_id, thread_id) references threads (shop_id, id))`,
    `create index messages_by_ticket on messages (shop_id, ticket_id, at, id)`,
    `create table ticket_orders (
      shop_id {text} not null, ticket_id {text} not null, order_ref {text} not null, kind {text} not null, detail {text} not null,
      message_id {text}, at {bigint} not null, removed_at {bigint},
      primary key (shop_id, ticket_id, order_ref, kind),
      foreign key (shop_id, ticket_id) references tickets (shop_id, id))`,
    `create index ticket_orders_by_order on ticket_orders (shop_id, order_ref)`,

    `create table orders (
      shop_id {text} not null, ref {text} not null, adapter_id {text} not null, number {text} not null, number_normalized {text} not null,
      email_normalized {text}, phone_normalized {text}, postcode_normalized {text}, customer_ref {text}, status {text} not null,
      ended_at {bigint}, placed_at {bigint} not null, version {bigint} not null, total_minor {bigint} not null,
      refunded_minor {bigint} not null, currency {text} not null, body {text} not null, fetched_at {bigint} not null,
      detail_fetched_at {bigint}, deleted_at {bigint},
      primary key (shop_id, ref))`,
    `create index orders_by_number on orders (shop_id, number_normalized)`,
    `create index orders_by_email on orders (shop_id, email_normalized, placed_at)`,
    `create index orders_by_phone on orders (shop_id, phone_normalized, placed_at)`,
    `create index orders_by_customer on orders (shop_id, customer_ref, placed_at)`,
    `create table parcels (
      shop_id {text} not null, order_ref {text} not null, id {text} not null, position integer not null, tracking_normalized {text},
      status {text} not null, body {text} not null,
      primary key (shop_id, order_ref, id),
      foreign key (shop_id, order_ref) references orders (shop_id, ref))`,
    `create index parcels_by_tracking on parcels (shop_id, tracking_normalized)`,

    `create table facts (
      shop_id {text} not null, id {text} not null, ticket_id {text}, customer_id {text}, key {text} not null, value {text} not null,
      value_normalized {text} not null, source_kind {text} not null, source_ref {text} not null, source_excerpt {text},
      at {bigint} not null, assurance {text} not null, fresh_until {bigint}, superseded_by_id {text},
      primary key (shop_id, id))`,
    `create index facts_by_ticket on facts (shop_id, ticket_id, key)`,
    `create index facts_by_customer on facts (shop_id, customer_id, key)`,

    `create table events (
      shop_id {text} not null, sequence {bigint} not null, id {text} not null, type {text} not null, version integer not null,
      occurred_at {bigint} not null, actor_kind {text} not null, actor_id {text}, subject_kind {text} not null, subject_id {text} not null,
      data {text} not null,
      primary key (shop_id, sequence))`,
    `create index events_by_subject on events (shop_id, subject_kind, subject_id, sequence)`,
    `create table subscribers (
      shop_id {text} not null, name {text} not null, last_sequence {bigint} not null, attempts integer not null,
      next_attempt_at {bigint} not null,
      primary key (shop_id, name))`,

    `create table leases (
      shop_id {text} not null, name {text} not null, holder {text} not null, until {bigint} not null,
      primary key (shop_id, name))`,
    `create table inbox_raw (
      shop_id {text} not null, id {text} not null, source {text} not null, headers {text} not null, body {blob} not null,
      received_at {bigint} not null,
      primary key (shop_id, id))`,
    `create index inbox_raw_by_time on inbox_raw (shop_id, received_at, id)`,
    `create table inbox (
      shop_id {text} not null, source {text} not null, key {text} not null, id {text} not null, raw_id {text} not null, event {text} not null,
      state {text} not null, attempts integer not null, next_attempt_at {bigint} not null, problem {text}, received_at {bigint} not null,
      applied_at {bigint},
      primary key (shop_id, source, key),
      foreign key (shop_id, raw_id) references inbox_raw (shop_id, id))`,
    `create index inbox_by_state on inbox (shop_id, state, next_attempt_at, id)`,
    `create index inbox_by_raw on inbox (shop_id, raw_id)`,
    `create table storefront_states (
      shop_id {text} not null, adapter_id {text} not null, orders_count {bigint} not null, backfill_state {text} not null,
      backfill_cursor {text}, backfill_done {bigint} not null, backfill_total {bigint}, backfill_started_at {bigint},
      backfill_finished_at {bigint}, problem {text}, last_webhook_at {bigint}, watermark {bigint}, last_reconciled_at {bigint},
      primary key (shop_id, adapter_id))`,
  ],
};
