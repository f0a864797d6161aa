import { orderSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { orderAnswerSchema } from "../documents/order-answer.ts";
import { mapOrder } from "./order.ts";

const bag = (amount: string, currencyCode = "RON", presentment?: [string, string]) => ({
  shopMoney: { amount, currencyCode },
  presentmentMoney: presentment ? { amount: presentment[0], currencyCode: presentment[1] } : { amount, currencyCode },
});

/** Nothing but what Shopify's schema never leaves out. */
function leastOrder(changes: Record<string, unknown> = {}) {
  const answer = orderAnswerSchema.parse({
    id: "gid://shopify/Order/820982911946154508?model=x",
    name: "#1001",
    createdAt: "2026-11-01T10:00:00Z",
    updatedAt: "2026-11-02T12:00:00+02:00",
    totalPriceSet: bag("189.9"),
    lineItems: { nodes: [], pageInfo: { hasNextPage: false } },
    ...changes,
  });
  const order = mapOrder(answer, {
    adapterId: "shopify",
    origin: "https://example.myshopify.com",
    afterSales: { refunds: [], returns: [], gaps: [] },
    gaps: [],
  });
  return orderSchema.parse(order);
}

describe("mapOrder", () => {
  it("needs only what is never missing", () => {
    expect(leastOrder()).toMatchObject({
      ref: "shopify:gid://shopify/Order/820982911946154508",
      number: "1001",
      status: "open",
      paymentStatus: "unknown",
      fulfillmentStatus: "unknown",
      placedAt: "2026-11-01T10:00:00Z",
      updatedAt: "2026-11-02T10:00:00Z",
      total: { shop: { amountMinor: 18_990, currency: "RON" }, presentment: null },
      refundedTotal: { shop: { amountMinor: 0, currency: "RON" }, presentment: null },
      customer: null,
      shippingAddress: null,
      adminUrl: "https://example.myshopify.com/admin/orders/820982911946154508",
    });
  });

  it("keeps the shop's prefix in the number", () => {
    expect(leastOrder({ name: "UK-1003" }).number).toBe("UK-1003");
  });

  it.each([
    ["JPY", "1500.0", 1_500],
    ["KWD", "12.345", 12_345],
    ["EUR", "0.1", 10],
    ["EUR", "1234567.89", 123_456_789],
  ])("reads %s %s without a float", (currency, amount, amountMinor) => {
    expect(leastOrder({ totalPriceSet: bag(amount, currency) }).total.shop).toEqual({ amountMinor, currency });
  });

  it("keeps what the buyer saw when it was another currency", () => {
    const order = leastOrder({ totalPriceSet: bag("13.5", "CAD", ["9.0", "USD"]), totalTaxSet: null });
    expect(order.total).toEqual({ shop: { amountMinor: 1_350, currency: "CAD" }, presentment: { amountMinor: 900, currency: "USD" } });
    expect(order.taxTotal.presentment).toEqual({ amountMinor: 0, currency: "USD" });
  });

  it("says when the money came in: not when it was only reserved, or failed", () => {
    const transaction = (kind: string, status: string, processedAt: string) => ({ kind, status, processedAt });
    const order = leastOrder({
      transactions: [
        transaction("AUTHORIZATION", "SUCCESS", "2026-11-01T10:00:01Z"),
        transaction("CAPTURE", "FAILURE", "2026-11-01T11:00:00Z"),
        transaction("CAPTURE", "SUCCESS", "2026-11-02T11:00:00Z"),
        transaction("REFUND", "SUCCESS", "2026-11-01T09:00:00Z"),
      ],
    });
    expect(order.paidAt).toBe("2026-11-02T11:00:00Z");
  });

  it("says how much a discount gave when there was one, and does not guess when there were two", () => {
    const totalDiscountsSet = bag("10.0");
    const one = leastOrder({ totalDiscountsSet, discountApplications: { nodes: [{ code: "WELCOME10" }] } });
    expect(one.discounts).toEqual([{ code: "WELCOME10", title: null, amount: { amountMinor: 1_000, currency: "RON" } }]);
    const two = leastOrder({ totalDiscountsSet, discountApplications: { nodes: [{ code: "A" }, { title: "Loyal" }] } });
    expect(two.discounts).toEqual([
      { code: "A", title: null, amount: null },
      { code: null, title: "Loyal", amount: null },
    ]);
  });

  it("keeps what apps noted for themselves out of the items", () => {
    const item = {
      id: "gid://shopify/LineItem/1",
      title: "Mug",
      quantity: 2,
      originalUnitPriceSet: bag("49.9"),
      discountedTotalSet: bag("89.82"),
      customAttributes: [
        { key: "Engraving", value: "Ștefan" },
        { key: "_internal_token", value: "abc" },
      ],
      image: { url: "not a link" },
    };
    const order = leastOrder({ lineItems: { nodes: [item], pageInfo: { hasNextPage: false } } });
    expect(order.items[0]).toMatchObject({ attributes: [{ name: "Engraving", value: "Ștefan" }], imageUrl: null, currentQuantity: 2 });
  });

  it("refuses an amount that is none", () => {
    expect(() => leastOrder({ totalPriceSet: bag("12,50") })).toThrow(expect.objectContaining({ code: "ADAPTER_BAD_RESPONSE" }) as Error);
  });
});
