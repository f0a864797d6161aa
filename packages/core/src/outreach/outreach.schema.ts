/** What was decided about telling a customer, with the reason; written whether anything was sent or not. */
export interface OutreachDecisionsTable {
  shop_id: string;
  incident_id: string;
  /** What of the incident: `opened`, `new_date`, `resolved`. */
  change: string;
  id: string;
  order_ref: string | null;
  customer_id: string | null;
  decision: "send" | "wait" | "silent";
  reason: string;
  hold_out: number;
  /** When it is decided again; empty when this is final. */
  again_at: number | null;
  ticket_id: string | null;
  message_id: string | null;
  promise_id: string | null;
  decided_at: number;
}

export const outreachStatements = [
  `create table outreach_decisions (
    shop_id {text} not null, incident_id {text} not null, change {text} not null, id {text} not null, order_ref {text}, customer_id {text},
    decision {text} not null, reason {text} not null, hold_out integer not null, again_at {bigint}, ticket_id {text}, message_id {text},
    promise_id {text}, decided_at {bigint} not null,
    primary key (shop_id, incident_id, change))`,
  `create index outreach_decisions_again on outreach_decisions (shop_id, again_at) where again_at is not null`,
  `create index outreach_decisions_by_customer on outreach_decisions (shop_id, customer_id, decided_at)`,
  `create index outreach_decisions_by_time on outreach_decisions (shop_id, decided_at)`,
];
