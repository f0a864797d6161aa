/** A job that is not done: what is done is deleted, in the transaction of its effect. */
export interface JobsTable {
  shop_id: string;
  id: string;
  name: string;
  /** JSON. */
  data: string;
  state: "waiting" | "active" | "dead";
  /** The order of claiming. */
  due_at: number;
  /** What has to be reached before it is claimed; 0 for a job without a delay, which no difference between clocks may hold up. */
  not_before: number;
  /** The tries that were begun. */
  attempt: number;
  retry_limit: number;
  retry_delay_ms: number;
  singleton_key: string | null;
  /** The singleton key while it stands in the way of others, which is while the job waits. */
  waiting_key: string | null;
  /** Who holds it; of an active job only. */
  claim: string | null;
  /** On the database's clock; of an active job only. */
  lease_until: number | null;
  problem: string | null;
  failed_at: number | null;
}

export const jobsStatements: readonly string[] = [
  // Null is unlike any other null in a unique constraint of both flavors: jobs without a key, and those that run, stand in nobody's way.
  `create table jobs (
    shop_id {text} not null, id {text} not null, name {text} not null, data {text} not null, state {text} not null, due_at {bigint} not null,
    not_before {bigint} not null, attempt integer not null, retry_limit integer not null, retry_delay_ms {bigint} not null,
    singleton_key {text}, waiting_key {text}, claim {text}, lease_until {bigint}, problem {text}, failed_at {bigint},
    primary key (shop_id, id), unique (shop_id, waiting_key))`,
  `create index jobs_by_due on jobs (shop_id, state, due_at, id)`,
];
