import { parcelSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { type FulfillmentAnswer, fulfillmentAnswerSchema } from "../documents/fulfillment-answer.ts";
import { mapParcels } from "./parcel.ts";

const gid = "gid://shopify/Fulfillment/5102";

function fulfillment(changes: Record<string, unknown>): FulfillmentAnswer {
  return fulfillmentAnswerSchema.parse({
    id: gid,
    status: "SUCCESS",
    displayStatus: "FULFILLED",
    createdAt: "2026-11-10T08:00:00Z",
    trackingInfo: [{ company: "Sameday", number: "1ONB123", url: "https://sameday.ro/#awb=1ONB123" }],
    fulfillmentLineItems: { nodes: [{ quantity: 2, lineItem: { id: "gid://shopify/LineItem/1" } }], pageInfo: { hasNextPage: false } },
    events: { nodes: [], pageInfo: { hasNextPage: false } },
    ...changes,
  });
}

function events(...list: [status: string, happenedAt: string, more?: Record<string, unknown>][]) {
  const nodes = list.map(([status, happenedAt, more], index) => ({
    id: `gid://shopify/FulfillmentEvent/${index}`,
    status,
    happenedAt,
    ...more,
  }));
  return { nodes, pageInfo: { hasNextPage: false } };
}

function only(changes: Record<string, unknown>) {
  const parcels = mapParcels(fulfillment(changes));
  for (const parcel of parcels) parcelSchema.parse(parcel);
  expect(parcels).toHaveLength(1);
  const [parcel] = parcels;
  if (!parcel) throw new TypeError("no parcel");
  return parcel;
}

describe("mapParcels", () => {
  it("says of a courier Shopify does not follow that it was sent, and no more", () => {
    expect(only({})).toMatchObject({
      id: `${gid}:1ONB123`,
      status: "label_created",
      rawStatus: "FULFILLED",
      carrier: "Sameday",
      shippedAt: "2026-11-10T08:00:00Z",
      deliveredAt: null,
      lastScanAt: null,
      checkpoints: [],
      items: [{ lineItemId: "gid://shopify/LineItem/1", quantity: 2 }],
    });
  });

  it("makes one parcel of each number, without guessing what is in which", () => {
    const parcels = mapParcels(
      fulfillment({
        trackingInfo: [
          { company: "GLS", number: "A1", url: null },
          { company: "GLS", number: "A2", url: "javascript:alert(1)" },
          { company: "GLS", number: "A2", url: null },
          { company: "GLS", number: " ", url: null },
        ],
      }),
    );
    expect(parcels.map((parcel) => [parcel.id, parcel.trackingUrl, parcel.items])).toEqual([
      [`${gid}:A1`, null, []],
      [`${gid}:A2`, null, []],
    ]);
  });

  it("makes one parcel without a number when there is none, and none when nothing is shipped", () => {
    expect(only({ trackingInfo: [] })).toMatchObject({ id: gid, trackingNumber: null, carrier: null });
    expect(only({ trackingInfo: [{ company: "Own van", number: null, url: null }] })).toMatchObject({ id: gid, carrier: "Own van" });
    expect(mapParcels(fulfillment({ requiresShipping: false, trackingInfo: [] }))).toEqual([]);
  });

  it("orders events by when they happened, not by when they came", () => {
    const parcel = only({
      displayStatus: "OUT_FOR_DELIVERY",
      events: events(
        ["CARRIER_PICKED_UP", "2026-11-10T18:00:00Z"],
        ["OUT_FOR_DELIVERY", "2026-11-12T06:00:00Z", { message: "În livrare", city: "Iași", country: "Romania" }],
        ["IN_TRANSIT", "2026-11-11T02:00:00Z", { country: "RO" }],
        ["LABEL_PRINTED", "2026-11-13T00:00:00Z"],
      ),
    });
    expect(parcel.checkpoints.map((checkpoint) => checkpoint.rawStatus)).toEqual([
      "LABEL_PRINTED",
      "OUT_FOR_DELIVERY",
      "IN_TRANSIT",
      "CARRIER_PICKED_UP",
    ]);
    expect(parcel.checkpoints[1]).toMatchObject({ text: "În livrare", city: "Iași", countryCode: "RO", by: "carrier" });
    // A printed label is not a scan, however late it is printed.
    expect(parcel.lastScanAt).toBe("2026-11-12T06:00:00Z");
    expect(parcel.deliveredAt).toBeNull();
  });

  it("says late by the carrier's word", () => {
    const parcel = only({ displayStatus: "DELAYED", events: events(["DELAYED", "2026-11-12T06:00:00Z"]) });
    expect(parcel).toMatchObject({ status: "in_transit", exceptions: [{ kind: "late", by: "carrier", at: "2026-11-12T06:00:00Z" }] });
  });

  it("is delivered when Shopify says so, at the time it says", () => {
    const parcel = only({ displayStatus: "DELIVERED", deliveredAt: "2026-11-12T09:30:00Z" });
    expect(parcel).toMatchObject({ status: "delivered", deliveredAt: "2026-11-12T09:30:00Z", lastScanAt: "2026-11-12T09:30:00Z" });
    const withoutDate = only({ displayStatus: "DELIVERED", events: events(["DELIVERED", "2026-11-12T09:00:00Z"]) });
    expect(withoutDate.deliveredAt).toBe("2026-11-12T09:00:00Z");
  });

  it("is cancelled with its fulfillment, which goes on taking events", () => {
    const parcel = only({ status: "CANCELLED", displayStatus: "IN_TRANSIT", events: events(["IN_TRANSIT", "2026-11-12T06:00:00Z"]) });
    expect(parcel).toMatchObject({ status: "cancelled", rawStatus: "IN_TRANSIT", shippedAt: null });
  });

  it("takes the estimate of the fulfillment, else of the newest event that has one", () => {
    expect(only({ estimatedDeliveryAt: "2026-11-14T17:00:00Z" }).estimatedAt).toBe("2026-11-14T17:00:00Z");
    const ofEvents = events(
      ["IN_TRANSIT", "2026-11-11T02:00:00Z", { estimatedDeliveryAt: "2026-11-13T17:00:00Z" }],
      ["DELAYED", "2026-11-12T02:00:00Z", { estimatedDeliveryAt: "2026-11-15T17:00:00Z" }],
    );
    expect(only({ displayStatus: "DELAYED", events: ofEvents }).estimatedAt).toBe("2026-11-15T17:00:00Z");
  });

  it("keeps a word it does not know", () => {
    expect(only({ displayStatus: "TELEPORTED", events: events(["BEAMED", "2026-11-12T06:00:00Z"]) })).toMatchObject({
      status: "unknown",
      rawStatus: "TELEPORTED",
      checkpoints: [{ status: "unknown", rawStatus: "BEAMED" }],
    });
  });
});
