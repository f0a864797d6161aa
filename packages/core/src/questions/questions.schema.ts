/** What customers were asked, and whether it was known. */
export interface QuestionsTable {
  shop_id: string;
  id: string;
  ticket_id: string;
  message_id: string;
  key: string;
  verdict: "known" | "unknown" | "stale" | "contradicted" | "riskyChange" | "identityProof" | "somethingElse";
  asked_at: number;
  /** An agent's id, or `system`. */
  asked_by: string;
  channel: string;
  /** Why it was asked although the guard objected. */
  sent_anyway: string | null;
  answered_by_fact_id: string | null;
  answered_at: number | null;
}

/** Counted by day and by who, where and what, so that no report reads the questions themselves. */
export interface QuestionCountsTable {
  shop_id: string;
  dimension: "all" | "agent" | "channel" | "template" | "key" | "reason";
  value: string;
  /** Of the shop's zone, as `2026-11-22`. */
  day: string;
  asked: number;
  known: number;
}

export const questionsStatements = [
  `create table questions (
    shop_id {text} not null, id {text} not null, ticket_id {text} not null, message_id {text} not null, key {text} not null,
    verdict {text} not null, asked_at {bigint} not null, asked_by {text} not null, channel {text} not null, sent_anyway {text},
    answered_by_fact_id {text}, answered_at {bigint},
    primary key (shop_id, id),
    foreign key (shop_id, ticket_id) references tickets (shop_id, id))`,
  `create index questions_by_ticket on questions (shop_id, ticket_id, asked_at)`,
  `create table question_counts (
    shop_id {text} not null, dimension {text} not null, value {text} not null, day {text} not null, asked {bigint} not null,
    known {bigint} not null,
    primary key (shop_id, dimension, value, day))`,
  `create index question_counts_by_day on question_counts (shop_id, dimension, day)`,
];
