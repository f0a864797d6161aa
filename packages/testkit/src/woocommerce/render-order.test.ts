import { expect, test } from "vitest";
import { generateShop } from "../shop-data/generate-shop.ts";
import { orderTotalMinor } from "../shop-data/money.ts";
import { call } from "./__fixtures__/call.ts";
import { tinyOrder, tinyShop } from "./__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce } from "./fake.ts";
import type { WooCustomer, WooNote, WooOrder, WooRefund } from "./model.ts";
import { minorAmount } from "./money.ts";
import { wooCommerceRecording } from "./recordings.ts";

const recorded = wooCommerceRecording("order-partial") as WooOrder;

test("a rendered order has the recorded properties in the recorded order, on every level", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(), trackingSource: "wc-shipment-tracking" });
  const { json: order } = await call<WooOrder>(fake, "wc/v3/orders/101");
  const keys = (value: unknown): string[] => Object.keys(value as object);
  expect(keys(order)).toEqual(keys(recorded));
  expect(keys(order.billing)).toEqual(keys(recorded.billing));
  expect(keys(order.shipping)).toEqual(keys(recorded.shipping));
  expect(keys(order.line_items[0])).toEqual(keys(recorded.line_items[0]));
  expect(keys(order.line_items[0]?.meta_data[0])).toEqual(keys(recorded.line_items[0]?.meta_data[0]));
  expect(keys(order.shipping_lines[0])).toEqual(keys(recorded.shipping_lines[0]));
  expect(keys(order.refunds[0])).toEqual(keys(recorded.refunds[0]));
});

test("notes, refunds and customers have the recorded properties too", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop() });
  const pairs: [string, string][] = [
    ["wc/v3/orders/101/notes", "order-notes"],
    ["wc/v3/orders/101/refunds", "refunds-partial"],
    ["wc/v3/customers", "customers"],
  ];
  for (const [path, name] of pairs) {
    const { json } = await call<object[]>(fake, path);
    const [first] = wooCommerceRecording(name) as object[];
    expect(Object.keys(json[0] ?? {}), path).toEqual(Object.keys(first ?? {}));
  }
});

test("dates are site-local without offset, and GMT without Z", async () => {
  const { json } = await call<WooOrder>(createFakeWooCommerce({ shop: tinyShop() }), "wc/v3/orders/101");
  expect(json).toMatchObject({
    date_created: "2026-11-10T10:00:00",
    date_created_gmt: "2026-11-10T08:00:00",
    date_modified: "2026-11-15T12:00:00",
    date_modified_gmt: "2026-11-15T10:00:00",
    date_completed_gmt: "2026-11-12T09:00:00",
  });
});

test("amounts are decimal strings whose sums hold, tax apart", async () => {
  const { json } = await call<WooOrder>(createFakeWooCommerce({ shop: tinyShop() }), "wc/v3/orders/101");
  expect(json).toMatchObject({ total: "376.96", total_tax: "60.03", currency: "RON", currency_symbol: "lei", prices_include_tax: true });
  expect(json.line_items[0]?.price).toBe(Number(json.line_items[0]?.total));
  expect(json.coupon_lines).toMatchObject([{ code: "toamna-10", nominal_amount: 10 }]);
});

test("items: a picture is an absolute address; without one id is '' or, for a variation, 0", async () => {
  const fake = createFakeWooCommerce({
    shop: tinyShop(tinyOrder({ items: [...tinyOrder().items, { ...tinyOrder().items[0], id: 9, imageUrl: "" } as never] })),
  });
  const { json } = await call<WooOrder>(fake, "wc/v3/orders/101");
  expect(
    json.line_items.map(({ name, variation_id, image, parent_name }) => [name, variation_id > 0, image.src, image.id, parent_name]),
  ).toEqual([
    ["Ceainic", false, "https://shop.example.test/images/CEA-12.svg", 111, null],
    ["Tricou - M", true, "", 0, "Tricou"],
    ["Ceainic", false, "", "", null],
  ]);
});

test("the customer's number is kept in number and _order_number; the payment address holds the order key", async () => {
  const { json } = await call<WooOrder>(createFakeWooCommerce({ shop: tinyShop() }), "wc/v3/orders/101");
  expect([json.id, json.number]).toEqual([101, "2101"]);
  expect(json.meta_data).toContainEqual(expect.objectContaining({ key: "_order_number", value: "2101" }));
  expect(json.order_key).toMatch(/^wc_order_[A-Za-z0-9]{13}$/);
  expect(json.payment_url).toBe(`https://shop.example.test/checkout/order-pay/101/?pay_for_order=true&key=${json.order_key}`);
});

test("refunds: negative in the order, positive in their list, with negative lines that point back", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop() });
  const { json: order } = await call<WooOrder>(fake, "wc/v3/orders/101");
  const { json: refunds } = await call<WooRefund[]>(fake, "wc/v3/orders/101/refunds");
  expect(order.refunds).toEqual([{ id: refunds[0]?.id, reason: "Deteriorat", total: "-59.99" }]);
  expect(refunds[0]).toMatchObject({ amount: "59.99", meta_data: [{ key: "_refund_type", value: "partial" }] });
  expect(refunds[0]?.line_items[0]).toMatchObject({ quantity: -1, total: "-59.99" });
  expect(refunds[0]?.line_items[0]?.meta_data).toMatchObject([{ key: "_refunded_item_id", value: "2" }]);
});

test("notes keep HTML entities", async () => {
  const { json } = await call<WooNote[]>(createFakeWooCommerce({ shop: tinyShop() }), "wc/v3/orders/101/notes");
  expect(json[0]?.note).toBe("Stoc redus (50&rarr;49)");
});

test("a guest's order has customer 0 and no customer link", async () => {
  const fake = createFakeWooCommerce({ shop: tinyShop(tinyOrder({ customerId: null })) });
  const { json } = await call<WooOrder & { _links: object }>(fake, "wc/v3/orders/101");
  expect(json.customer_id).toBe(0);
  expect(Object.keys(json._links)).toEqual(["self", "collection", "email_templates"]);
});

test("a presentment currency is all the order knows, unless the shop's is asked for", async () => {
  const order = tinyOrder({ presentment: { currency: "EUR", rate: 0.2 } });
  const buyer = await call<WooOrder>(createFakeWooCommerce({ shop: tinyShop(order) }), "wc/v3/orders/101");
  const shop = await call<WooOrder>(createFakeWooCommerce({ shop: tinyShop(order), orderCurrency: "shop" }), "wc/v3/orders/101");
  expect([buyer.json.currency, buyer.json.total, buyer.json.currency_symbol]).toEqual(["EUR", "75.40", "€"]);
  expect([shop.json.currency, shop.json.total]).toEqual(["RON", "376.96"]);
});

test("a whole generated shop: sums, refunds, unique ids", async () => {
  const shop = generateShop({ seed: 5, orders: 200, now: "2026-11-21T10:00:00.000Z" });
  const fake = createFakeWooCommerce({ shop });
  const lineIds: number[] = [];
  const metaIds: number[] = [];
  const orderIds: number[] = [];
  for (const neutral of shop.orders) {
    const order = fake.orders.get(neutral.id);
    if (order === null) throw new Error("order missing");
    const minor = (text: string): number => minorAmount(text, order.currency);
    const sum = (texts: string[]): number => texts.reduce((total, text) => total + minor(text), 0);
    const { line_items: lines } = order;
    expect(minor(order.total)).toBe(
      sum(lines.map((line) => line.total)) +
        sum(lines.map((line) => line.total_tax)) +
        minor(order.shipping_total) +
        minor(order.shipping_tax),
    );
    expect(minor(order.discount_total)).toBe(sum(lines.map((line) => line.subtotal)) - sum(lines.map((line) => line.total)));
    expect(minor(order.total_tax)).toBe(minor(order.cart_tax) + minor(order.shipping_tax));
    if (neutral.presentment === null) expect(minor(order.total)).toBe(orderTotalMinor(neutral));
    const refunded = -sum(order.refunds.map((refund) => refund.total));
    expect(refunded).toBeLessThanOrEqual(minor(order.total));
    if (order.status === "refunded") expect(refunded).toBe(minor(order.total));
    const refunds = fake.orders.refunds(neutral.id);
    lineIds.push(...[...lines, ...order.shipping_lines, ...refunds.flatMap((refund) => refund.line_items)].map((line) => line.id));
    metaIds.push(...order.meta_data.map((meta) => meta.id));
    orderIds.push(order.id, ...refunds.map((refund) => refund.id));
  }
  for (const ids of [lineIds, metaIds, orderIds]) expect(new Set(ids).size).toBe(ids.length);
});

test("customers: the customer's own data and the role", async () => {
  const { json } = await call<WooCustomer[]>(createFakeWooCommerce({ shop: tinyShop() }), "wc/v3/customers");
  expect(json).toHaveLength(1);
  expect(json[0]).toMatchObject({
    id: 7,
    email: "stefania@example.test",
    role: "customer",
    username: "stefania.tirlea",
    is_paying_customer: true,
  });
});

test("an order refunded in full is refunded to the last unit in the buyer's currency too, and its last refund is the full one", async () => {
  const total = 37696;
  const refunds = [10001, 10001, total - 20002].map((amountMinor, index) => ({
    id: index + 1,
    at: `2026-11-15T1${index}:00:00.000Z`,
    amountMinor,
    reason: "",
    items: [],
  }));
  const order = tinyOrder({ status: "refunded", refunds, presentment: { currency: "EUR", rate: 0.19777 } });
  const fake = createFakeWooCommerce({ shop: tinyShop(order) });
  const { json } = await call<WooOrder>(fake, "wc/v3/orders/101");
  const cents = fake.orders.refunds(101).map((refund) => minorAmount(refund.amount, "EUR"));
  expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(minorAmount(json.total, "EUR"));
  // Rounding every refund by itself would give another sum, so the test can tell.
  expect(refunds.reduce((sum, refund) => sum + Math.round(refund.amountMinor * 0.19777), 0)).not.toBe(minorAmount(json.total, "EUR"));
  expect(fake.orders.refunds(101).map((refund) => refund.meta_data[0]?.value)).toEqual(["partial", "partial", "full"]);
});
