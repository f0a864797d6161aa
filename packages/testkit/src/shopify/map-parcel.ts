import type { FakeOrder, FakeParcel, FakeParcelEvent } from "../shop-data/shop.ts";
import { applyEvent } from "./fulfillment-state.ts";
import { type NumericId, numericId } from "./ids.ts";
import { shopifyInstant, shopifyInstantOrNull } from "./instant.ts";
import type { FulfillmentRecord } from "./records.ts";
import { automaticTrackingUrl, isSupportedTrackingCompany } from "./tracking-companies.ts";

const eventStatus: Readonly<Record<FakeParcelEvent["status"], string>> = {
  labelCreated: "LABEL_PRINTED",
  pickedUp: "CARRIER_PICKED_UP",
  inTransit: "IN_TRANSIT",
  outForDelivery: "OUT_FOR_DELIVERY",
  attemptFailed: "ATTEMPTED_DELIVERY",
  readyForPickup: "READY_FOR_PICKUP",
  delivered: "DELIVERED",
  delayed: "DELAYED",
  failed: "FAILURE",
};

/** What a parcel's place in its order adds to it. */
export interface ParcelPlace {
  order: FakeOrder;
  orderId: NumericId;
  /** 1 for the order's first parcel. */
  position: number;
  large: boolean;
}

/**
 * A parcel as Shopify knows it: followed event by event when the courier is in Shopify's list, and otherwise a number that is FULFILLED
 * and stays so, with no events, no dates and a link only if the merchant typed one.
 */
export function mapParcel(parcel: FakeParcel, place: ParcelPlace): FulfillmentRecord {
  const followed = isSupportedTrackingCompany(parcel.carrier);
  const shippedAt = shopifyInstant(parcel.shippedAt);
  const given = parcel.trackingUrl === "" ? null : parcel.trackingUrl;
  const record: FulfillmentRecord = {
    __typename: "Fulfillment",
    id: numericId("Fulfillment", parcel.id, place.large),
    orderId: place.orderId,
    name: `#${place.order.number}-F${place.position}`,
    status: "SUCCESS",
    displayStatus: "FULFILLED",
    createdAt: shippedAt,
    updatedAt: shippedAt,
    inTransitAt: null,
    deliveredAt: null,
    estimatedDeliveryAt: followed ? shopifyInstantOrNull(parcel.estimatedAt) : null,
    tracking:
      parcel.trackingNumber === ""
        ? []
        : [
            {
              company: parcel.carrier,
              number: parcel.trackingNumber,
              url: given ?? automaticTrackingUrl(parcel.carrier, parcel.trackingNumber),
            },
          ],
    lines: parcel.items.map((item, index) => ({
      id: numericId("FulfillmentLineItem", parcel.id * 100 + index, place.large),
      lineItemId: numericId("LineItem", item.itemId, place.large),
      quantity: item.quantity,
    })),
    events: [],
  };
  if (!followed) return record;
  parcel.events.forEach((event, index) => {
    applyEvent(record, {
      id: numericId("FulfillmentEvent", parcel.id * 1_000 + index, place.large),
      status: eventStatus[event.status],
      happenedAt: shopifyInstant(event.at),
      createdAt: shopifyInstant(event.at),
      message: event.text === "" ? null : event.text,
      city: event.city === "" ? null : event.city,
      province: null,
      country: event.countryCode === "" ? null : event.countryCode,
      zip: null,
      address1: null,
      estimatedDeliveryAt: null,
    });
  });
  return record;
}
