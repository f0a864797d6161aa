import { AskonceError, orderSchema } from "@askonce/spec";
import { wooCommerceRecording, wooCommerceWebhookRecordings } from "@askonce/testkit/woocommerce";
import { describe, expect, test } from "vitest";
import { wooFulfillmentSchema } from "../schemas/woo-fulfillment.ts";
import { wooNoteSchema } from "../schemas/woo-note.ts";
import { wooOrderSchema } from "../schemas/woo-order.ts";
import { wooRefundSchema } from "../schemas/woo-refund.ts";
import type { MapContext } from "./map-context.ts";
import { mapOrder, type OrderParts } from "./map-order.ts";
import { mapNotes } from "./notes.ts";

const map: MapContext = { adapterId: "woocommerce", url: "https://shop.example.test", statusMap: {} };
const nothing: OrderParts = { notes: [], refunds: [], fulfillments: [], gaps: [] };

const names = [
  "cancelled",
  "completed",
  "failed",
  "full",
  "guest",
  "guest-ast",
  "guest-trackship",
  "onhold",
  "partial",
  "pending",
  "processing",
];
const recorded = (name: string) => wooCommerceRecording(`order-${name}`) as Record<string, unknown>;
const read = (data: unknown, parts: Partial<OrderParts> = {}, context: MapContext = map) =>
  mapOrder(wooOrderSchema.parse(data), { ...nothing, ...parts }, context);
const lei = (amountMinor: number) => ({ shop: { amountMinor, currency: "RON" }, presentment: null });

describe("recordings", () => {
  const listed = wooCommerceRecording("orders") as unknown[];
  const delivered = wooCommerceWebhookRecordings()
    .filter(({ name }) => /order-(created|updated)/.test(name))
    .map(({ body }) => JSON.parse(new TextDecoder().decode(body)) as unknown);
  const all = [...names.map(recorded), ...listed, ...delivered];

  test("there are enough of them", () => expect(all.length).toBeGreaterThan(25));

  test.each(all.map((data) => [data]))("each one becomes a valid order without its secrets: %#", (data) => {
    const order = read(data);
    expect(orderSchema.parse(order)).toEqual(order);
    expect(JSON.stringify(order)).not.toMatch(/wc_order_|order-pay|customer_ip|user_agent|_auto_fulfill|_reduced_stock/);
  });

  test.each([
    ["pending", "open", "pending", "unfulfilled"],
    ["processing", "open", "pending", "partly_fulfilled"],
    ["completed", "closed", "paid", "fulfilled"],
    ["cancelled", "cancelled", "voided", "unfulfilled"],
    ["failed", "failed", "failed", "unfulfilled"],
    ["partial", "closed", "partly_refunded", "fulfilled"],
    ["full", "closed", "refunded", "unfulfilled"],
    ["guest", "open", "pending", "unfulfilled"],
    ["guest-trackship", "closed", "paid", "fulfilled"],
  ])("%s is %s, %s, %s", (name, status, paymentStatus, fulfillmentStatus) => {
    expect(read(recorded(name))).toMatchObject({ status, paymentStatus, fulfillmentStatus });
  });
});

test.each([
  [{ status: "on-hold" }, "open", "pending", "unfulfilled"],
  [{ status: "checkout-draft" }, "draft", "pending", "unfulfilled"],
  [{ status: "cancelled", date_paid_gmt: "2026-11-21T17:17:09" }, "cancelled", "paid", "unfulfilled"],
  [{ status: "processing", date_paid_gmt: "2026-11-21T17:17:09" }, "open", "paid", "unfulfilled"],
  [{ status: "processing", needs_processing: false }, "open", "pending", "not_required"],
  [{ status: "partial-shipped" }, "open", "pending", "partly_fulfilled"],
  [{ status: "processing", refunds: [{ id: 9, reason: "", total: "-92.49" }] }, "open", "refunded", "unfulfilled"],
  [{ status: "processing", total: "0.00" }, "open", "pending", "unfulfilled"],
])("%j is %s, %s, %s", (change, status, paymentStatus, fulfillmentStatus) => {
  expect(read({ ...recorded("guest"), ...change })).toMatchObject({ status, paymentStatus, fulfillmentStatus });
});

test("an order with all its parts, word for word", () => {
  const order = read(recorded("processing"), {
    notes: mapNotes((wooCommerceRecording("order-notes") as unknown[]).map((note) => wooNoteSchema.parse(note))),
    fulfillments: (wooCommerceRecording("order-fulfillments-v3") as unknown[]).map((entry) => wooFulfillmentSchema.parse(entry)),
  });
  expect(order).toEqual({
    ref: "woocommerce:16",
    number: "16",
    status: "open",
    paymentStatus: "pending",
    fulfillmentStatus: "partly_fulfilled",
    raw: { status: "processing", payment: "cod", fulfillment: "partially_fulfilled", return: null },
    placedAt: "2026-11-21T17:17:05Z",
    updatedAt: "2026-11-21T17:17:15Z",
    paidAt: null,
    cancelledAt: null,
    cancelReason: null,
    email: "ana@example.test",
    phone: "+40722000000",
    language: null,
    customer: {
      ref: "woocommerce:customer/2",
      name: "Ana Ionescu",
      email: "ana@example.test",
      phone: "+40722000000",
      language: null,
      since: null,
      ordersCount: null,
      totalSpent: null,
      tags: [],
      note: null,
    },
    items: [
      {
        id: "1",
        title: "Ceainic fonta 1.2 L",
        variant: null,
        sku: "CEA-12",
        imageUrl: null,
        quantity: 1,
        currentQuantity: 1,
        unitPrice: lei(18_900),
        total: lei(18_900),
        attributes: [],
      },
      {
        id: "2",
        title: "Set 6 pahare",
        variant: null,
        sku: "PAH-06",
        imageUrl: null,
        quantity: 2,
        currentQuantity: 2,
        unitPrice: lei(7_450),
        total: lei(14_900),
        attributes: [],
      },
    ],
    subtotal: lei(33_800),
    discountTotal: lei(0),
    shippingTotal: lei(1_799),
    taxTotal: lei(0),
    total: lei(35_599),
    refundedTotal: lei(0),
    discounts: [],
    paymentMethod: "Ramburs la livrare",
    shippingMethod: "Sameday curier",
    shippingAddress: {
      name: "Ana Ionescu",
      company: null,
      line1: "Str. Lunga 1",
      line2: null,
      city: "Bucuresti",
      province: "B",
      postcode: "010101",
      countryCode: "RO",
      phone: null,
    },
    billingAddress: {
      name: "Ana Ionescu",
      company: null,
      line1: "Str. Lunga 1",
      line2: null,
      city: "Bucuresti",
      province: "B",
      postcode: "010101",
      countryCode: "RO",
      phone: "+40722000000",
    },
    customerNote: null,
    notes: [
      note("17", "2026-11-21T17:17:13Z", "Intern: clientul a sunat de 2 ori, colet lovit", false),
      note("16", "2026-11-21T17:17:12Z", "Colet predat curierului Sameday, AWB 1SD0000012345", true),
      note("2", "2026-11-21T17:17:05Z", "Stock levels reduced: Ceainic fonta 1.2 L (50→49), Set 6 pahare (50→48)", false),
      note("3", "2026-11-21T17:17:05Z", "Order status changed from Pending payment to Processing.", false),
    ],
    tags: [],
    fulfillments: [
      {
        id: "1",
        status: "fulfilled",
        rawStatus: "fulfilled",
        createdAt: "2026-11-21T17:17:15Z",
        items: [{ lineItemId: "1", quantity: 1 }],
      },
      { id: "2", status: "pending", rawStatus: "unfulfilled", createdAt: null, items: [{ lineItemId: "2", quantity: 1 }] },
    ],
    parcels: [
      {
        id: "tracking:1SD0000012345",
        fulfillmentId: "1",
        carrier: "Sameday",
        trackingNumber: "1SD0000012345",
        trackingUrl: "https://www.sameday.ro/#awb=1SD0000012345",
        status: "label_created",
        rawStatus: "fulfilled",
        leg: "forward",
        exceptions: [],
        items: [{ lineItemId: "1", quantity: 1 }],
        shippedAt: "2026-11-21T17:17:15Z",
        promisedAt: null,
        estimatedAt: null,
        deliveredAt: null,
        lastScanAt: null,
        checkpoints: [],
        source: "fulfillments",
      },
    ],
    refunds: [],
    returns: [],
    edited: false,
    test: false,
    adminUrl: "https://shop.example.test/wp-admin/admin.php?page=wc-orders&action=edit&id=16",
    gaps: [],
  });
});

function note(id: string, at: string, text: string, visibleToCustomer: boolean) {
  return { id, at, author: "WooCommerce", text, visibleToCustomer };
}

test("a partial refund is positive, names its line, and takes it out of the current quantity", () => {
  const refunds = (wooCommerceRecording("refunds-partial") as unknown[]).map((refund) => wooRefundSchema.parse(refund));
  const order = read(recorded("partial"), { refunds });
  expect(order.refunds).toEqual([
    { id: "25", at: "2026-11-21T17:17:13Z", amount: lei(18_900), reason: "Damaged in transit", items: [{ lineItemId: "16", quantity: 1 }] },
  ]);
  expect(order.refundedTotal).toEqual(lei(18_900));
  expect(order.items[0]).toMatchObject({ quantity: 2, currentQuantity: 1 });
});

describe("amounts", () => {
  const line = {
    id: 7,
    name: "Mug",
    quantity: 3,
    subtotal: "8.403361",
    subtotal_tax: "1.596639",
    total: "7.563025",
    total_tax: "1.436975",
  };

  test("are as the buyer saw them when prices include tax, added before they are rounded", () => {
    const data = { ...recorded("guest"), prices_include_tax: true, line_items: [line], shipping_total: "0.835", shipping_tax: "0.165" };
    const order = read(data);
    expect(order.items[0]).toMatchObject({ unitPrice: lei(333), total: lei(900) });
    expect(order.subtotal).toEqual(lei(1_000));
    expect(order.shippingTotal).toEqual(lei(100));
  });

  test("are without tax when prices are", () => {
    const order = read({ ...recorded("guest"), prices_include_tax: false, line_items: [line] });
    expect(order.items[0]).toMatchObject({ unitPrice: lei(280), total: lei(756) });
  });

  test.each([
    ["JPY", "1500", 1_500],
    ["KWD", "27.696", 27_696],
    ["EUR", "10.5", 1_050],
  ])("in %s have the currency's own decimals", (currency, total, amountMinor) => {
    expect(read({ ...recorded("guest"), currency, total }).total.shop).toEqual({ amountMinor, currency });
  });

  test("coupons and negative fees are discounts", () => {
    const order = read({
      ...recorded("guest"),
      discount_total: "10.00",
      coupon_lines: [{ code: "salut10", discount: "10.00", discount_tax: "0.00" }],
      fee_lines: [
        { name: "Puncte &amp; bonus", total: "-5.00", total_tax: "0.00" },
        { name: "Ramburs", total: "4.00", total_tax: "0" },
      ],
    });
    expect(order.discounts).toEqual([
      { code: "salut10", title: null, amount: { amountMinor: 1_000, currency: "RON" } },
      { code: null, title: "Puncte & bonus", amount: { amountMinor: 500, currency: "RON" } },
    ]);
  });
});

describe("odd data", () => {
  test("a status nobody knows is unknown and keeps its word; the shop's own table explains it", () => {
    const data = { ...recorded("guest"), status: "awaiting-pickup" };
    expect(read(data)).toMatchObject({ status: "unknown", raw: { status: "awaiting-pickup" } });
    expect(read(data, {}, { ...map, statusMap: { "awaiting-pickup": "open" } }).status).toBe("open");
    expect(read({ ...data, status: "constructor" }).status).toBe("unknown");
  });

  test("everything that may be missing may be missing", () => {
    const { id, number, status, currency, total, date_created_gmt } = recorded("guest");
    const order = read({ id, number, status, currency, total, date_created_gmt });
    expect(orderSchema.parse(order)).toEqual(order);
    expect(order).toMatchObject({ items: [], shippingAddress: null, billingAddress: null, email: null, customer: null, parcels: [] });
  });

  test.each([
    ["text", "broken"],
    ["a number", 5],
    ["null", null],
    ["a list", [null, 7, "x", { key: 5 }]],
    ["an object", { a: { key: "_tracking_number" } }],
  ])("optional parts that are %s cost nothing", (_name, junk) => {
    const optional = "billing shipping meta_data line_items shipping_lines fee_lines coupon_lines refunds image askonce customer_id";
    const data = { ...recorded("guest"), ...Object.fromEntries(optional.split(" ").map((name) => [name, junk])) };
    expect(orderSchema.safeParse(read(data)).success).toBe(true);
  });

  test.each(["id", "number", "status", "currency", "total", "date_created_gmt"])("without %s it is no order", (name) => {
    expect(wooOrderSchema.safeParse({ ...recorded("guest"), [name]: undefined }).success).toBe(false);
  });

  test("a date or an amount that is none is the answer's fault", () => {
    for (const change of [{ date_created_gmt: "yesterday" }, { total: "a lot" }]) {
      expect(() => read({ ...recorded("guest"), ...change })).toThrowError(AskonceError);
    }
  });

  test("the variation is not a part of the title, and hidden attributes stay hidden", () => {
    const meta = [
      { id: 1, key: "marime", value: "M", display_key: "Mărime", display_value: "<p>M &amp; L</p>" },
      { id: 2, key: "_secret_cost", value: "3", display_key: "_secret_cost", display_value: "3" },
      { id: 3, key: "gravura", value: { not: "text" }, display_key: "Gravură", display_value: { not: "text" } },
    ];
    const line = {
      id: 9,
      name: "Tricou - M",
      parent_name: "Tricou",
      quantity: 1,
      meta_data: meta,
      image: { id: "", src: "javascript:alert(1)" },
    };
    const [item] = read({ ...recorded("guest"), line_items: [line] }).items;
    expect(item).toMatchObject({ title: "Tricou", variant: "M", imageUrl: null, attributes: [{ name: "Mărime", value: "M & L" }] });
  });
});
