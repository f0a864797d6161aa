import { gid } from "./ids.ts";
import { shopifyInstant, shopifyInstantOrNull } from "./instant.ts";
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord } from "./records.ts";
import type { NewFulfillmentEvent, NewParcel } from "./simulator-api.ts";
import type { SimulatorStore } from "./store.ts";
import { automaticTrackingUrl } from "./tracking-companies.ts";

export function newFulfillment(store: SimulatorStore, order: OrderRecord, parcel: NewParcel, at: number): FulfillmentRecord {
  const items = parcel.items ?? order.lineItems.map((item) => ({ lineItemId: gid("LineItem", item.id), quantity: item.quantity }));
  const createdAt = shopifyInstant(at);
  return {
    __typename: "Fulfillment",
    id: store.ids.next("Fulfillment"),
    orderId: order.id,
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: "SUCCESS",
    displayStatus: "FULFILLED",
    createdAt,
    updatedAt: createdAt,
    inTransitAt: null,
    deliveredAt: null,
    estimatedDeliveryAt: null,
    tracking: [{ company: parcel.company, number: parcel.number, url: parcel.url ?? automaticTrackingUrl(parcel.company, parcel.number) }],
    lines: items.map((item) => ({
      id: store.ids.next("FulfillmentLineItem"),
      lineItemId: item.lineItemId.split("/").at(-1) ?? "",
      quantity: item.quantity,
    })),
    events: [],
  };
}

export function newEvent(event: NewFulfillmentEvent, at: number): Omit<FulfillmentEventRecord, "id" | "createdAt"> {
  return {
    status: event.status,
    happenedAt: shopifyInstant(event.happenedAt ?? at),
    message: event.message ?? null,
    city: event.city ?? null,
    province: null,
    country: event.country ?? null,
    zip: null,
    address1: null,
    estimatedDeliveryAt: shopifyInstantOrNull(event.estimatedDeliveryAt ?? null),
  };
}
