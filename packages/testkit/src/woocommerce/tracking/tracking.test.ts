import { expect, test } from "vitest";
import { generateShop } from "../../shop-data/generate-shop.ts";
import { ask, call } from "../__fixtures__/call.ts";
import { tinyOrder, tinyShop } from "../__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce } from "../fake.ts";
import type { WooFulfillment, WooOrder } from "../model.ts";
import { wooCommerceRecording } from "../recordings.ts";
import { type TrackingSource, trackingSourceOf, trackingSources } from "./tracking-source.ts";

async function rendered(source: TrackingSource, change = {}): Promise<{ order: WooOrder; meta: Record<string, unknown> }> {
  const fake = createFakeWooCommerce({ shop: tinyShop(tinyOrder(change)), trackingSource: source });
  const { json } = await call<WooOrder>(fake, "wc/v3/orders/101");
  return { order: json, meta: Object.fromEntries(json.meta_data.map(({ key, value }) => [key, value])) };
}

test("Woo Shipment Tracking: custom provider or slug, %1$s in a link, seconds as number or string", async () => {
  const { meta } = await rendered("wc-shipment-tracking");
  expect(meta._wc_shipment_tracking_items).toMatchObject([
    {
      tracking_provider: "",
      custom_tracking_provider: "Sameday",
      custom_tracking_link: "https://track.example.test/1SD0000031",
      tracking_number: "1SD0000031",
      date_shipped: 1794387600,
      tracking_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
    { tracking_provider: "dpd", custom_tracking_provider: "", date_shipped: "1794474000" },
  ]);
});

test("TrackShip: the recorded shape, with the carrier's status beside", async () => {
  const { meta } = await rendered("trackship");
  const recorded = wooCommerceRecording("order-guest-trackship") as WooOrder;
  const items = recorded.meta_data.find((each) => each.key === "_wc_shipment_tracking_items")?.value as object[];
  expect(Object.keys((meta._wc_shipment_tracking_items as object[])[0] ?? {})).toEqual(Object.keys(items[0] ?? {}));
  expect(meta.ts_shipment_status).toEqual([{ status: "delivered" }, { status: "available_for_pickup" }]);
});

test("fulfillments: the recorded shape, both spellings of the provider key, the unshipped rest, the status on the order", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(), trackingSource: "fulfillments" });
  const { json } = await call<WooFulfillment[]>(fake, "wc/v3/orders/101/fulfillments");
  const recorded = wooCommerceRecording("order-fulfillments-v3") as WooFulfillment[];
  expect(json.map((each) => Object.keys(each))).toEqual([0, 1, 2].map(() => Object.keys(recorded[0] ?? {})));
  expect(json.map((each) => [each.status, each.meta_data.find((meta) => meta.key.endsWith("_provider"))?.key])).toEqual([
    ["fulfilled", "_shipment_provider"],
    ["fulfilled", "_shipping_provider"],
    ["unfulfilled", undefined],
  ]);
  expect(json[2]?.meta_data).toMatchObject([{ key: "_items", value: [{ item_id: 2, qty: 1 }] }]);
  expect(json[0]).toMatchObject({ entity_id: "101", date_updated: "2026-11-11 11:00:00" });
  expect(new Set(json.map((each) => each.id)).size).toBe(3);
  const { json: order } = await call<WooOrder>(fake, "wc/v3/orders/101");
  expect(order.meta_data).toContainEqual(expect.objectContaining({ key: "_fulfillment_status", value: "partially_fulfilled" }));
});

test("a later WooCommerce says date_updated in UTC with Z", async () => {
  const [parcel] = tinyOrder().parcels;
  const fake = createFakeWooCommerce({
    shop: tinyShop(tinyOrder({ parcels: parcel === undefined ? [] : [{ ...parcel, id: 33 }] })),
    trackingSource: "fulfillments",
  });
  expect((await call<WooFulfillment[]>(fake, "wc/v3/orders/101/fulfillments")).json[0]?.date_updated).toBe("2026-11-11T09:00:00Z");
});

test("AfterShip: metrics are local times with a false Z", async () => {
  const { meta } = await rendered("aftership");
  expect(meta._aftership_tracking_items).toMatchObject([
    { slug: "sameday", tracking_number: "1SD0000031", metrics: { created_at: "2026-11-11T11:00:00Z" } },
    { slug: "dpd" },
  ]);
  expect(meta).toMatchObject({ _aftership_tracking_number: "1SD0000031", _aftership_tracking_provider_name: "sameday" });
});

test("WooCommerce Shipping: an array or a JSON string, under two keys, with a refunded label to skip", async () => {
  const odd = await rendered("wcshipping");
  expect(JSON.parse(odd.meta.wcshipping_labels as string)).toMatchObject([
    { tracking: "1SD0000031", status: "PURCHASED" },
    { carrier_id: "dpd" },
  ]);
  const fake = createFakeWooCommerce({ shop: tinyShop(tinyOrder({ id: 30 })), trackingSource: "wcshipping" });
  const labels = fake.orders.get(30)?.meta_data.find((each) => each.key === "wc_connect_labels")?.value;
  expect(labels).toMatchObject([{ tracking: "VOID1SD0000031", refund: { status: "complete" } }, { tracking: "1SD0000031" }, {}]);
});

test("YITH and the old Shipment Tracking hold the first parcel only", async () => {
  expect((await rendered("yith")).meta).toMatchObject({
    ywot_tracking_code: "1SD0000031",
    ywot_carrier_name: "Sameday",
    ywot_pick_up_date: "2026-11-11",
    ywot_picked_up: "1",
  });
  expect((await rendered("legacy")).meta).toMatchObject({ _tracking_number: "1SD0000031", _date_shipped: "1794387600" });
});

test("Orders Tracking: a JSON string on the line item, of which the last entry is valid", async () => {
  const { order } = await rendered("wot");
  const entries = order.line_items.map(
    (line) => line.meta_data.find((meta) => meta.key === "_vi_wot_order_item_tracking_data")?.value as string,
  );
  expect(entries.map((text) => JSON.parse(text).map((entry: { tracking_number: string }) => entry.tracking_number))).toEqual([
    ["1SD0000031"],
    ["OLD0550032", "0550032"],
  ]);
});

test("the askonce field: before _links, UTC with Z, with what no other place knows", async () => {
  const { order } = await rendered("askonce");
  expect(Object.keys(order).slice(-2)).toEqual(["askonce", "_links"]);
  expect(order.askonce).toMatchObject({
    schema: 1,
    shipments: [
      {
        carrier: "sameday",
        status: "delivered",
        estimatedDelivery: "2026-11-13T18:00:00Z",
        deliveredAt: "2026-11-12T12:00:00Z",
        locker: null,
      },
      {
        status: "ready_for_pickup",
        lastEvent: "În locker",
        lastEventAt: "2026-11-13T07:30:00Z",
        locker: { name: "DPD Turda", city: "Turda" },
      },
    ],
  });
});

test("an order without parcels carries no tracking, but the plugin's field is there, empty", async () => {
  expect((await rendered("trackship", { parcels: [] })).meta).toEqual({ _order_number: "2101" });
  expect((await rendered("askonce", { parcels: [] })).order.askonce).toEqual({ schema: 1, shipments: [], flags: [] });
});

test("the mix uses every source and loses no parcel", () => {
  const shop = generateShop({ seed: 3, orders: 300, now: "2026-11-21T10:00:00.000Z" });
  const used = new Set(shop.orders.map((order) => trackingSourceOf(order, "mixed")));
  expect([...used].sort()).toEqual([...trackingSources].sort());
  const fake = createFakeWooCommerce({ shop });
  for (const order of shop.orders) {
    const everything = JSON.stringify([fake.orders.get(order.id), fake.orders.fulfillments(order.id)]);
    for (const parcel of order.parcels) expect(everything, order.number).toContain(parcel.trackingNumber);
  }
});

test("a function chooses the source per order", async () => {
  const fake = createFakeWooCommerce({
    shop: tinyShop(tinyOrder(), tinyOrder({ id: 102 })),
    trackingSource: (order) => (order.id === 101 ? "yith" : "legacy"),
  });
  const keys = (id: number): string[] | undefined => fake.orders.get(id)?.meta_data.map((each) => each.key);
  expect(keys(101)).toContain("ywot_tracking_code");
  expect(keys(102)).toContain("_tracking_number");
});

test("the shipment-trackings route: under four namespaces, links filled in, only where the plugin is installed", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(), trackingSource: "wc-shipment-tracking" });
  for (const namespace of ["wc-shipment-tracking/v3", "wc/v3", "wc/v2", "wc/v1"]) {
    const { json } = await call(fake, `${namespace}/orders/101/shipment-trackings`);
    expect(json).toMatchObject([
      { tracking_provider: "Sameday", tracking_number: "1SD0000031", date_shipped: "2026-11-11" },
      { tracking_provider: "dpd", tracking_number: "0550032" },
    ]);
  }
  const even = createFakeWooCommerce({
    shop: tinyShop(tinyOrder({ parcels: tinyOrder().parcels.map((parcel) => ({ ...parcel, id: 40, carrier: "Sameday" })) })),
    trackingSource: "wc-shipment-tracking",
  });
  const filled = await call<{ tracking_link: string }[]>(even, "wc-shipment-tracking/v3/orders/101/shipment-trackings");
  expect(filled.json[0]?.tracking_link).toBe("https://track.example.test/1SD0000031");
  expect((await call(fake, "wc-shipment-tracking/v3/orders/5/shipment-trackings")).status).toBe(404);
  const without = createFakeWooCommerce({ shop: tinyShop(), trackingSource: "yith" });
  expect((await call(without, "wc-shipment-tracking/v3/orders/101/shipment-trackings")).json).toMatchObject({ code: "rest_no_route" });
});

test("Advanced Shipment Tracking answers an empty provider and link, as recorded", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(), trackingSource: "trackship" });
  const { json } = await call<object[]>(fake, "wc-shipment-tracking/v3/orders/101/shipment-trackings");
  const [recorded] = wooCommerceRecording("ast-list") as object[];
  expect(json[0]).toMatchObject({ tracking_provider: "", tracking_link: "" });
  expect(Object.keys(json[0] ?? {})).toEqual(Object.keys(recorded ?? {}));
});

test("the index shows which of these a shop has", async () => {
  const index = async (source: TrackingSource): Promise<{ namespaces: string[]; routes: object }> =>
    (await ask<{ namespaces: string[]; routes: object }>(createFakeWooCommerce({ shop: tinyShop(), trackingSource: source }), "/wp-json/"))
      .json;
  const fulfillments = "/wc/v3/orders/(?P<order_id>[\\d]+)/fulfillments";
  expect((await index("yith")).namespaces).not.toContain("wc-shipment-tracking/v3");
  expect((await index("trackship")).namespaces).toContain("wc-shipment-tracking/v3");
  expect((await index("askonce")).namespaces).toContain("wc-askonce/v1");
  expect(Object.keys((await index("fulfillments")).routes)).toContain(fulfillments);
  expect(Object.keys((await index("yith")).routes)).not.toContain(fulfillments);
});
