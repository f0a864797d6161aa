import { linkedCustomer, linkedOrder } from "./links.ts";
import { invalidOrderId, RestError } from "./rest-error.ts";
import type { Site } from "./site.ts";
import { splitTopic } from "./webhook-registry.ts";

/**
 * The body of a webhook, made when it is delivered and not when the event happened. It is what a REST read by the webhook's owner would
 * answer, errors included: without rights, or for an order that is gone, the error itself is sent, signed and under the usual topic.
 */
export function webhookPayload(site: Site, topic: string, argument: number | null, ownerLostRights: boolean): unknown {
  const [resource, event] = splitTopic(topic);
  if (resource === "action") return { action: event, arg: argument ?? [] };
  if (event === "deleted") return { id: argument };
  if (ownerLostRights) return new RestError(403, "woocommerce_rest_cannot_view", "Sorry, you cannot view this resource.").body();
  if (resource === "customer") {
    const customer = site.store.customers.get(argument ?? 0);
    if (customer !== undefined) return linkedCustomer(customer, site.baseUrl());
    return new RestError(404, "woocommerce_rest_invalid_id", "Invalid resource ID.").body();
  }
  const stored = site.store.orders.get(argument ?? 0);
  return stored === undefined ? invalidOrderId().body() : linkedOrder(stored.order, site.baseUrl());
}
