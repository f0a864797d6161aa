import { connect, connectInOrder, type PageArguments } from "../connection.ts";
import { gid } from "../ids.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord } from "../records.ts";
import { countryName } from "./address.ts";
import type { FieldResolvers } from "./field-resolvers.ts";

export const fulfillmentResolvers: FieldResolvers<FulfillmentRecord> = {
  id: (fulfillment) => gid("Fulfillment", fulfillment.id),
  legacyResourceId: (fulfillment) => fulfillment.id,
  displayStatus: (fulfillment) => (fulfillment.status === "CANCELLED" ? "CANCELED" : fulfillment.displayStatus),
  order: (fulfillment, _given, context) => context.store.orders.get(fulfillment.orderId),
  requiresShipping: () => true,
  totalQuantity: (fulfillment) => fulfillment.lines.reduce((total, line) => total + line.quantity, 0),
  service: () => ({ id: gid("FulfillmentService", "manual"), handle: "manual", serviceName: "Manual", type: "MANUAL" }),
  trackingInfo: (fulfillment, given) => fulfillment.tracking.slice(0, (given.first as number | null | undefined) ?? undefined),
  originAddress: () => null,
  location: () => null,
  fulfillmentLineItems: (fulfillment, given, context) =>
    connectInOrder(
      fulfillment.lines.map((line) => fulfillmentLineItem(line, context.store.orders.get(fulfillment.orderId))),
      (line) => line.id,
      given as PageArguments,
      context,
    ),
  events: (fulfillment, given, context) =>
    connect(
      fulfillment.events.map(fulfillmentEvent),
      {
        key: (event) => (given.sortKey === "HAPPENED_AT" ? event.happenedAt : ""),
        id: (event) => event.id,
      },
      given as PageArguments,
      context,
    ),
};

export function fulfillmentEvent(event: FulfillmentEventRecord): FulfillmentEventRecord & { latitude: null; longitude: null } {
  return {
    ...event,
    id: gid("FulfillmentEvent", event.id),
    country: event.country === null ? null : /^[A-Z]{2}$/.test(event.country) ? countryName(event.country) : event.country,
    latitude: null,
    longitude: null,
  };
}

/** A `FulfillmentLineItem` with the line item it ships. */
export function fulfillmentLineItem(
  line: FulfillmentRecord["lines"][number],
  order: OrderRecord | undefined,
): { id: string; quantity: number; lineItem: unknown } {
  const item = order?.lineItems.find((candidate) => candidate.id === line.lineItemId);
  return { id: gid("FulfillmentLineItem", line.id), quantity: line.quantity, lineItem: order && item ? { order, item } : null };
}
