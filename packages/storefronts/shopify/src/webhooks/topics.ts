/** What a topic is about. */
export type TopicMeaning =
  | { kind: "order" }
  | { kind: "orderDeleted" }
  | { kind: "customer" }
  | { kind: "customersMerged" }
  | { kind: "problem"; code: string };

const order: TopicMeaning = { kind: "order" };
const customer: TopicMeaning = { kind: "customer" };

const topics: Readonly<Record<string, TopicMeaning>> = {
  "orders/delete": { kind: "orderDeleted" },
  "customers/merge": { kind: "customersMerged" },
  "app/uninstalled": { kind: "problem", code: "uninstalled" },
  "app/scopes_update": { kind: "problem", code: "scopes_changed" },
  // The mandatory privacy topics have to be answered within 30 days: until there is an event for them, they are said as problems.
  "customers/data_request": { kind: "problem", code: "customers/data_request" },
  "customers/redact": { kind: "problem", code: "customers/redact" },
  "shop/redact": { kind: "problem", code: "shop/redact" },
};

/** Every topic of these groups is about an order, or a customer, as its body says. */
const groups: Readonly<Record<string, TopicMeaning>> = {
  orders: order,
  fulfillments: order,
  fulfillment_events: order,
  refunds: order,
  returns: order,
  order_transactions: order,
  disputes: order,
  customers: customer,
  // Next-Gen Events name the object only.
  order: order,
  customer: customer,
};

/** `null` for a topic that does not concern us. */
export function topicMeaning(topic: string): TopicMeaning | null {
  const lower = topic.toLowerCase();
  return topics[lower] ?? groups[lower.split("/")[0] ?? ""] ?? null;
}
