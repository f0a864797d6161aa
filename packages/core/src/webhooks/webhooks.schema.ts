/** Where events are sent to. The URL may hold a secret, too: both are sealed. */
export interface WebhookEndpointsTable {
  shop_id: string;
  id: string;
  /** Sealed. */
  url: string;
  description: string;
  /** JSON; empty for all. */
  event_types: string | null;
  state: "active" | "disabled";
  disabled_reason: "owner" | "gone" | "failing" | null;
  disabled_at: number | null;
  /** Sealed. */
  secret: string;
  secret_hint: string;
  /** Sealed; signs beside the new one until its time is over. */
  previous_secret: string | null;
  previous_secret_until: number | null;
  failing_since: number | null;
  last_delivered_at: number | null;
  /** Only events after it are sent; those before it happened while nothing was to be sent. */
  from_sequence: number;
  created_at: number;
  /** The row stays, without its secrets, as long as deliveries point at it. */
  deleted_at: number | null;
}

export interface WebhookDeliveriesTable {
  shop_id: string;
  endpoint_id: string;
  id: string;
  event_id: string;
  event_type: string;
  /** Of the event, which is read again for every attempt. */
  sequence: number;
  /** Which replay it belongs to; empty for the first delivery of an event, of which there is one. */
  replay: string;
  replay_of: string | null;
  state: "pending" | "delivered" | "failed" | "discarded";
  attempts: number;
  /** When the first attempt ended. */
  first_attempt_at: number | null;
  next_attempt_at: number;
  last_status: number | null;
  last_problem: string | null;
  created_at: number;
  finished_at: number | null;
}

export const webhooksStatements: readonly string[] = [
  `create table webhook_endpoints (
    shop_id {text} not null, id {text} not null, url {text} not null, description {text} not null, event_types {text}, state {text} not null,
    disabled_reason {text}, disabled_at {bigint}, secret {text} not null, secret_hint {text} not null, previous_secret {text},
    previous_secret_until {bigint}, failing_since {bigint}, last_delivered_at {bigint}, from_sequence {bigint} not null,
    created_at {bigint} not null, deleted_at {bigint},
    primary key (shop_id, id))`,
  `create table webhook_deliveries (
    shop_id {text} not null, endpoint_id {text} not null, id {text} not null, event_id {text} not null, event_type {text} not null,
    sequence {bigint} not null, replay {text} not null, replay_of {text}, state {text} not null, attempts integer not null,
    first_attempt_at {bigint}, next_attempt_at {bigint} not null, last_status integer, last_problem {text}, created_at {bigint} not null,
    finished_at {bigint},
    primary key (shop_id, endpoint_id, id), unique (shop_id, endpoint_id, event_id, replay),
    foreign key (shop_id, endpoint_id) references webhook_endpoints (shop_id, id))`,
  `create index webhook_deliveries_by_state on webhook_deliveries (shop_id, endpoint_id, state, id)`,
  // Few of all deliveries are pending at a time: the index stays small.
  `create index webhook_deliveries_pending on webhook_deliveries (shop_id, endpoint_id, next_attempt_at, id) where state = 'pending'`,
];
