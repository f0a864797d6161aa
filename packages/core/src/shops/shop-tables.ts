import type { Tables } from "../storage/tables.ts";

/** A table that holds rows of shops, and its key without `shop_id`. */
export interface ShopTable {
  name: Exclude<keyof Tables, "schema_versions">;
  key: readonly string[];
}

/**
 * What a shop consists of: what a foreign key points at comes before what points at it. Not here: the shop's own row, which the other database
 * has already; leases, which belong to processes; jobs, which the storage's own jobs carry over. A test compares this list with the schema.
 */
export const shopTables: readonly ShopTable[] = [
  { name: "shop_counters", key: ["name"] },
  { name: "agents", key: ["id"] },
  { name: "agent_tokens", key: ["id"] },
  { name: "customers", key: ["id"] },
  { name: "contact_points", key: ["id"] },
  { name: "tickets", key: ["id"] },
  { name: "ticket_tags", key: ["ticket_id", "tag"] },
  { name: "threads", key: ["id"] },
  { name: "messages", key: ["id"] },
  { name: "ticket_orders", key: ["ticket_id", "order_ref", "kind"] },
  { name: "orders", key: ["ref"] },
  { name: "parcels", key: ["order_ref", "id"] },
  { name: "facts", key: ["id"] },
  { name: "events", key: ["sequence"] },
  { name: "subscribers", key: ["name"] },
  { name: "inbox_raw", key: ["id"] },
  { name: "inbox", key: ["source", "key"] },
  { name: "storefront_states", key: ["adapter_id"] },
  { name: "search_documents", key: ["kind", "id"] },
  { name: "search_states", key: [] },
  { name: "ticket_counts", key: ["view", "bucket"] },
  { name: "trackings", key: ["carrier_id", "tracking_normalized"] },
  { name: "carrier_states", key: ["carrier_id"] },
  { name: "promises", key: ["id"] },
  { name: "incidents", key: ["id"] },
  { name: "incident_tickets", key: ["incident_id", "ticket_id"] },
  { name: "incident_groups", key: ["id"] },
  { name: "incident_digests", key: ["week"] },
  { name: "problem_reports", key: ["id"] },
  { name: "photos", key: ["id"] },
  { name: "outreach_decisions", key: ["incident_id", "change"] },
  { name: "questions", key: ["id"] },
  { name: "question_counts", key: ["dimension", "value", "day"] },
  { name: "identity_links", key: ["id"] },
  { name: "verification_codes", key: ["id"] },
  { name: "attempts", key: ["name"] },
  { name: "hand_overs", key: ["id"] },
  { name: "webhook_endpoints", key: ["id"] },
  { name: "webhook_deliveries", key: ["endpoint_id", "id"] },
];

/** Tables with a shop's rows that a move leaves where they are. */
export const stayingTables: readonly string[] = ["shops", "shop_places", "shop_changes", "leases", "jobs", "search_shops"];
