/** That two customers are, may be, or are not one person. `customer_id` is the smaller of the two ids. */
export interface IdentityLinksTable {
  shop_id: string;
  id: string;
  customer_id: string;
  other_customer_id: string;
  state: "suggested" | "linked" | "rejected" | "undone";
  /** From 0 to 100. */
  score: number;
  /** A JSON array. */
  evidence: string;
  created_at: number;
  decided_at: number | null;
  /** An agent's id, or `system`. */
  decided_by: string | null;
}

/** `person_id` is the same for customers who are one person; empty for those who are linked with nobody. */
export const identityLinksStatements = [
  `alter table customers add column person_id {text}`,
  `create index customers_by_person on customers (shop_id, person_id)`,
  `create table identity_links (
    shop_id {text} not null, id {text} not null, customer_id {text} not null, other_customer_id {text} not null, state {text} not null,
    score integer not null, evidence {text} not null, created_at {bigint} not null, decided_at {bigint}, decided_by {text},
    primary key (shop_id, id), unique (shop_id, customer_id, other_customer_id),
    foreign key (shop_id, customer_id) references customers (shop_id, id),
    foreign key (shop_id, other_customer_id) references customers (shop_id, id))`,
  `create index identity_links_by_other on identity_links (shop_id, other_customer_id)`,
];
