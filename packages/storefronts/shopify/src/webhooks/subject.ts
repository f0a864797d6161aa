import type { JsonValue } from "@askonce/spec";
import { normalizeGid } from "../map/gid.ts";

export type WebhookBody = { [key: string]: JsonValue };

/**
 * The global id of the order a body is about. Its own global id comes first; ids in digits are taken as they were written, because
 * Shopify's exceed 2^53 and the body was read without losing them.
 *
 * @param isOrder whether the body is an order itself, so that its `id` is the order's
 */
export function orderOf(body: WebhookBody, isOrder: boolean): string | null {
  const parent = objectAt(body, "order");
  const candidates = [
    isOrder ? body.admin_graphql_api_id : null,
    body.admin_graphql_api_order_id,
    parent?.admin_graphql_api_id,
    body.order_id,
    parent?.id,
    objectAt(body, "order_edit")?.order_id,
    isOrder ? body.id : null,
  ];
  for (const candidate of candidates) {
    const gid = gidOf("Order", candidate);
    if (gid !== null) return gid;
  }
  return null;
}

/** The global ids of the customers a body is about. */
export function customersOf(body: WebhookBody): string[] {
  const merged = [body.admin_graphql_api_customer_kept_id, body.admin_graphql_api_customer_deleted_id];
  const named = merged.flatMap((value) => gidOf("Customer", value) ?? []);
  if (named.length > 0) return named;
  return [gidOf("Customer", body.admin_graphql_api_id) ?? gidOf("Customer", body.id)].filter((gid) => gid !== null);
}

/** Next-Gen Events put what the subscriber's query asked for into the body: the first global id of the type is the subject's. */
export function subjectOfEvent(type: "Order" | "Customer", value: JsonValue | undefined, depth = 0): string | null {
  if (typeof value === "string") return value.startsWith("gid://") ? normalizeGid(type, value) : null;
  if (typeof value !== "object" || value === null || depth > 5) return null;
  for (const inner of Object.values(value)) {
    const gid = subjectOfEvent(type, inner, depth + 1);
    if (gid !== null) return gid;
  }
  return null;
}

function objectAt(body: WebhookBody, key: string): WebhookBody | null {
  const value = body[key];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}

function gidOf(type: "Order" | "Customer", value: JsonValue | undefined): string | null {
  if (typeof value === "number" && !Number.isSafeInteger(value)) return null;
  return typeof value === "string" || typeof value === "number" ? normalizeGid(type, String(value)) : null;
}
