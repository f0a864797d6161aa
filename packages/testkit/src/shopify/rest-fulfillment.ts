import { gid } from "./ids.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord } from "./records.ts";
import { address } from "./rest-customer.ts";
import { at, type PayloadSettings, type RestObject, show } from "./rest-format.ts";
import { lineItem } from "./rest-line-item.ts";

export function fulfillmentPayload(order: OrderRecord, fulfillment: FulfillmentRecord, settings: PayloadSettings): RestObject {
  const numbers = fulfillment.tracking.map((entry) => entry.number);
  const urls = fulfillment.tracking.flatMap((entry) => (entry.url === null ? [] : [entry.url]));
  return {
    id: BigInt(fulfillment.id),
    order_id: BigInt(order.id),
    status: fulfillment.status.toLowerCase(),
    created_at: at(fulfillment.createdAt, settings),
    service: "manual",
    updated_at: at(fulfillment.updatedAt, settings),
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    shipment_status: fulfillment.displayStatus === "FULFILLED" ? null : fulfillment.displayStatus.toLowerCase(),
    location_id: 68_901_110_000n,
    origin_address: null,
    email: show("email", order.email, settings),
    destination: address(order.shippingAddress, settings),
    line_items: fulfillment.lines.flatMap((line) => {
      const item = order.lineItems.find((candidate) => candidate.id === line.lineItemId);
      return item ? [lineItem(order, item, line.quantity)] : [];
    }),
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    receipt: {},
    name: fulfillment.name,
    admin_graphql_api_id: gid("Fulfillment", fulfillment.id),
  };
}

export function eventPayload(
  order: OrderRecord,
  fulfillment: FulfillmentRecord,
  event: FulfillmentEventRecord,
  settings: PayloadSettings,
): RestObject {
  return {
    id: BigInt(event.id),
    fulfillment_id: BigInt(fulfillment.id),
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: at(event.happenedAt, settings),
    city: show("address", event.city, settings),
    province: event.province,
    country: event.country,
    zip: show("address", event.zip, settings),
    address1: show("address", event.address1, settings),
    latitude: null,
    longitude: null,
    shop_id: BigInt(settings.store.shop.id),
    created_at: at(event.createdAt, settings),
    updated_at: at(event.createdAt, settings),
    estimated_delivery_at: at(event.estimatedDeliveryAt, settings),
    order_id: BigInt(order.id),
    admin_graphql_api_id: gid("FulfillmentEvent", event.id),
  };
}
