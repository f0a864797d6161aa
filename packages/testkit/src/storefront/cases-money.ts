import assert from "node:assert/strict";
import type { CaseDefinition } from "./case.ts";
import { orderCase } from "./cases-orders.ts";

const fewOrThreeDecimals = new Set(["JPY", "KRW", "VND", "CLP", "ISK", "KWD", "BHD", "OMR", "JOD", "TND", "IQD", "LYD"]);

export const moneyCases: readonly CaseDefinition[] = [
  orderCase(
    "money",
    "money-two-decimals",
    "Decimal texts become minor units without a rounding error",
    (expected) => expected.total !== undefined && expected.shippingTotal !== undefined && (expected.discountTotal?.amountMinor ?? 0) > 0,
  ),
  orderCase("money", "money-other-decimals", "Currencies without decimals or with three have the right minor units", (expected) =>
    fewOrThreeDecimals.has(expected.total?.currency ?? ""),
  ),
  orderCase(
    "money",
    "presentment-and-shop-currency",
    "The shop's amount and the buyer's amount are kept apart",
    (expected) => expected.total !== undefined && expected.presentmentTotal !== undefined && expected.presentmentTotal !== null,
  ),
  orderCase(
    "money",
    "order-refunded-partly",
    "A partial refund has its positive amount, reason and items, and the total stays what was ordered",
    (expected) => expected.refunds?.length === 1 && expected.total !== undefined && expected.refundedTotal !== undefined,
    async (session, fixture) => {
      const order = await session.read(fixture.ref);
      assert.ok(order.refundedTotal.shop.amountMinor < order.total.shop.amountMinor, "less was refunded than paid");
      assert.notEqual(order.paymentStatus, "refunded", "a part is not all");
    },
  ),
  orderCase(
    "money",
    "order-refunded-fully",
    "A full refund gives back the whole total",
    (expected) => (expected.refunds?.length ?? 0) >= 1 && expected.paymentStatus !== undefined,
    async (session, fixture) => {
      const order = await session.read(fixture.ref);
      assert.deepEqual(order.refundedTotal.shop, order.total.shop, "refundedTotal equals total");
    },
  ),
];
