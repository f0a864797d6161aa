import type { Parcel } from "@askonce/spec";
import { conformanceShop } from "@askonce/testkit/storefront";
import { createFakeWooCommerce, type TrackingSource, trackingSources, wooCommerceRecording } from "@askonce/testkit/woocommerce";
import { describe, expect, test } from "vitest";
import { fetchFrom, testContext } from "../../test/test-context.ts";
import { mapOrder } from "../map/map-order.ts";
import { siteClockOf } from "../map/site-clock.ts";
import { type WooOrder, wooOrderSchema } from "../schemas/woo-order.ts";
import { woocommerce } from "../woocommerce.ts";
import { readParcels } from "./read-parcels.ts";
import { shipmentTrackingSource } from "./shipment-tracking.ts";

const { shop, orders } = conformanceShop();

async function readOrder(trackingSource: TrackingSource, id: number) {
  const fake = createFakeWooCommerce({ shop, trackingSource });
  const { baseUrl: url, consumerKey, consumerSecret } = fake;
  const order = await woocommerce({ url, consumerKey, consumerSecret }).getOrder(`woocommerce:${id}`, testContext(fetchFrom(fake)));
  if (order === null) throw new Error("The fake has no such order");
  return order;
}

describe.each(trackingSources)("the parcels of a shop with %s", (source) => {
  const split = orders["order-split-shipments"];
  const singleOnly = source === "yith" || source === "legacy";

  test("are all found, with courier and day", async () => {
    const { parcels, gaps } = await readOrder(source, split.id);
    const expected = singleOnly ? split.parcels.slice(0, 1) : split.parcels;
    expect(gaps).toEqual([]);
    expect(parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(expected.map(({ trackingNumber }) => trackingNumber));
    for (const [index, parcel] of parcels.entries()) {
      const { carrier, shippedAt } = expected[index] ?? split.parcels[0] ?? { carrier: "", shippedAt: "" };
      expect(parcel.carrier?.toLowerCase()).toBe(carrier.toLowerCase());
      if (source === "yith") expect(parcel.shippedAt?.slice(0, 10)).toBe("2026-11-14");
      else expect(parcel.shippedAt).toBe(shippedAt.replace(".000Z", "Z"));
      expect(parcel.id).toBe(`tracking:${parcel.trackingNumber}`);
    }
  });

  test("are delivered only when a carrier said so", async () => {
    const { parcels } = await readOrder(source, split.id);
    const knowsCarrier = source === "trackship" || source === "askonce";
    expect(parcels.map(({ status }) => status)).toEqual(knowsCarrier ? ["delivered", "in_transit"] : parcels.map(() => "label_created"));
  });

  test("name their items where the source does", async () => {
    const { parcels, fulfillmentStatus } = await readOrder(source, orders["order-partly-shipped"].id);
    const knowsItems = ["askonce", "fulfillments", "aftership"].includes(source);
    if (knowsItems) expect(parcels[0]?.items).toEqual([{ lineItemId: "101", quantity: 1 }]);
    expect(fulfillmentStatus).not.toBe("unfulfilled");
  });
});

function orderWith(change: Record<string, unknown>): WooOrder {
  return wooOrderSchema.parse({ ...(wooCommerceRecording("order-guest") as object), meta_data: [], ...change });
}

const parcelsOf = (change: Record<string, unknown>): Parcel[] => {
  const order = orderWith(change);
  return readParcels({ order, fulfillments: [], siteClock: siteClockOf(order) }).parcels;
};
const meta = (entries: Record<string, unknown>) => ({ meta_data: Object.entries(entries).map(([key, value], id) => ({ id, key, value })) });
const tracked = (number: unknown, more: object = {}) => ({
  tracking_number: number,
  tracking_provider: "Sameday",
  date_shipped: "1795282739",
  ...more,
});

describe("merging", () => {
  test("one number known to several plugins is one parcel: the first keeps its word, the others fill in", () => {
    const [parcel, ...others] = parcelsOf(
      meta({
        _tracking_number: "1sd 0000-055555",
        _custom_tracking_provider: "Somebody else",
        _custom_tracking_link: "https://t.example.test/%1$s",
        _wc_shipment_tracking_items: [tracked("1SD0000055555")],
        wcshipping_labels: JSON.stringify([{ label_id: 1, tracking: "1SD0000055555", carrier_id: "sameday", created_date: 1795000000000 }]),
      }),
    );
    expect(others).toEqual([]);
    expect(parcel).toMatchObject({
      id: "tracking:1SD0000055555",
      carrier: "Sameday",
      trackingNumber: "1SD0000055555",
      trackingUrl: "https://t.example.test/1sd%200000-055555",
      shippedAt: "2026-11-21T17:38:59Z",
      source: "shipment-tracking",
    });
  });

  test("a carrier's word beats the shop's, whichever source has it", () => {
    const [parcel] = parcelsOf({
      ...meta({ _wc_shipment_tracking_items: [tracked("A1")], ts_shipment_status: [{ status: "out_for_delivery" }] }),
      askonce: { schema: 1, shipments: [{ id: "1", source: "fulfillments", trackingNumber: "A1", status: "label_created" }] },
    });
    expect(parcel).toMatchObject({ status: "out_for_delivery", rawStatus: "out_for_delivery", source: "trackship" });
  });

  test("line by line, the quantities of one number add up", () => {
    const line = (id: number, quantity: number) => ({
      id,
      name: "x",
      quantity,
      meta_data: [
        {
          key: "_vi_wot_order_item_tracking_data",
          value: JSON.stringify([{ tracking_number: "OLD" }, { tracking_number: "W1", time: 1795282739 }]),
        },
      ],
    });
    expect(parcelsOf({ line_items: [line(1, 2), line(2, 1)] })).toMatchObject([
      {
        trackingNumber: "W1",
        items: [
          { lineItemId: "1", quantity: 2 },
          { lineItemId: "2", quantity: 1 },
        ],
      },
    ]);
  });
});

describe("TrackShip", () => {
  test.each([
    ["pre_transit", "label_created", "forward"],
    ["in_transit", "in_transit", "forward"],
    ["out_for_delivery", "out_for_delivery", "forward"],
    ["available_for_pickup", "ready_for_pickup", "forward"],
    ["on_hold", "on_hold", "forward"],
    ["delivered", "delivered", "forward"],
    ["failure", "delivery_attempted", "forward"],
    ["exception", "on_hold", "forward"],
    ["return_to_sender", "returning", "return"],
    ["label_cancelled", "cancelled", "forward"],
    ["pending_trackship", "unknown", "forward"],
    ["carrier_unsupported", "unknown", "forward"],
    ["insufficient_balance", "unknown", "forward"],
    ["expired", "unknown", "forward"],
    ["constructor", "unknown", "forward"],
  ])("%s is %s", (word, status, leg) => {
    const [parcel] = parcelsOf(meta({ _wc_shipment_tracking_items: [tracked("T1")], ts_shipment_status: [{ status: word }] }));
    expect(parcel).toMatchObject({ status, leg, rawStatus: word });
    expect(parcel?.exceptions.some(({ kind }) => kind === "damaged" || kind === "lost")).toBe(false);
  });

  test("the recorded exception is no damage", () => {
    const order = wooOrderSchema.parse(wooCommerceRecording("order-guest-trackship"));
    const { parcels } = readParcels({ order, fulfillments: [], siteClock: siteClockOf(order) });
    expect(parcels).toMatchObject([{ status: "on_hold", rawStatus: "exception", exceptions: [], trackingNumber: "1SD0000055555" }]);
  });
});

describe("broken data", () => {
  const junk: unknown[] = [null, 7, "x", "{", "[1", [], {}, [null, 5, "x", [], {}], { a: { tracking_number: { deep: 1 } } }, "a:1:{i:0;}"];
  const keys = [
    "_wc_shipment_tracking_items",
    "ts_shipment_status",
    "_aftership_tracking_items",
    "wcshipping_labels",
    "wc_connect_labels",
    "ywot_tracking_code",
    "_tracking_number",
  ];

  test.each(junk.map((value) => [value]))("%j in every plugin's place throws nothing", (value) => {
    expect(() => parcelsOf({ ...meta(Object.fromEntries(keys.map((key) => [key, value]))), askonce: value })).not.toThrow();
  });

  test("in one place leaves the others as they are", () => {
    const parcels = parcelsOf(
      meta({ _aftership_tracking_items: "{broken", wcshipping_labels: 5, _wc_shipment_tracking_items: [tracked("OK1"), null] }),
    );
    expect(parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(["OK1"]);
  });

  test("a source that throws costs only its own parcels, and is named", () => {
    const order = orderWith(meta({ _wc_shipment_tracking_items: [tracked("OK1")] }));
    const broken = {
      name: "broken",
      read: () => {
        throw new TypeError("x is undefined");
      },
    };
    const { parcels, failed } = readParcels({ order, fulfillments: [], siteClock: siteClockOf(order) }, [broken, shipmentTrackingSource]);
    expect({ numbers: parcels.map(({ trackingNumber }) => trackingNumber), failed }).toEqual({ numbers: ["OK1"], failed: ["broken"] });
  });

  test("a list with gaps, which PHP writes as an object, is a list", () => {
    expect(
      parcelsOf(meta({ _wc_shipment_tracking_items: { "1": tracked("G1"), "3": tracked(12345) } })).map(
        ({ trackingNumber }) => trackingNumber,
      ),
    ).toEqual(["G1", "12345"]);
  });

  test("labels that were given back or failed never travelled", () => {
    const label = (tracking: string, more: object = {}) => ({ label_id: 1, tracking, carrier_id: "ups", status: "PURCHASED", ...more });
    const value = [label("V1", { refund: { status: "complete" } }), label("E1", { error: { code: "x" } }), label("L1")];
    expect(parcelsOf(meta({ wcshipping_labels: value })).map(({ trackingNumber }) => trackingNumber)).toEqual(["L1"]);
  });

  test("a link that is a script is no link", () => {
    expect(
      parcelsOf(meta({ _wc_shipment_tracking_items: [tracked("S1", { custom_tracking_link: "javascript:alert(1)//%1$s" })] }))[0]
        ?.trackingUrl,
    ).toBeNull();
  });
});

test("an order that the shop calls delivered has delivered parcels; a completed one has not", () => {
  const items = meta({ _wc_shipment_tracking_items: [tracked("D1")] });
  const parts = { notes: [], refunds: [], fulfillments: [], gaps: [] };
  const statusOf = (status: string) =>
    mapOrder(orderWith({ ...items, status }), parts, { adapterId: "w", url: "https://x.example.test", statusMap: {} }).parcels[0]?.status;
  expect([statusOf("delivered"), statusOf("completed")]).toEqual(["delivered", "label_created"]);
});
