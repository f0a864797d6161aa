import { describe, expect, it } from "vitest";
import { readAfterSales } from "../documents/read-after-sales.ts";
import { mapAfterSales } from "./after-sales.ts";

const money = { shopMoney: { amount: "49.9", currencyCode: "RON" }, presentmentMoney: { amount: "49.9", currencyCode: "RON" } };

describe("mapAfterSales", () => {
  it("reads refunds with their items, and returns with the reason that is not translated", () => {
    const answer = readAfterSales.schema.parse({
      refunded: {
        id: "gid://shopify/Order/1",
        refunds: [
          {
            id: "gid://shopify/Refund/1",
            createdAt: "2026-11-01T10:00:00Z",
            processedAt: "2026-11-01T10:00:05Z",
            note: "Things were damaged",
            totalRefundedSet: money,
            refundLineItems: { nodes: [{ quantity: 1, lineItem: { id: "gid://shopify/LineItem/1" } }] },
          },
        ],
      },
      returned: {
        id: "gid://shopify/Order/1",
        returns: {
          nodes: [
            {
              id: "gid://shopify/Return/1",
              status: "OPEN",
              createdAt: "2026-11-03T10:00:00Z",
              returnLineItems: {
                nodes: [
                  {
                    quantity: 1,
                    returnReasonDefinition: { handle: "damaged-or-defective" },
                    returnReasonNote: "broken handle",
                    fulfillmentLineItem: { lineItem: { id: "gid://shopify/LineItem/1" } },
                  },
                  { quantity: 2, returnReasonDefinition: null, returnReasonNote: "too small", fulfillmentLineItem: null },
                ],
              },
            },
          ],
        },
      },
    });
    const { refunds, returns, gaps } = mapAfterSales(answer, []);
    expect(gaps).toEqual([]);
    expect(refunds).toEqual([
      {
        id: "gid://shopify/Refund/1",
        at: "2026-11-01T10:00:05Z",
        amount: { shop: { amountMinor: 4_990, currency: "RON" }, presentment: null },
        reason: "Things were damaged",
        items: [{ lineItemId: "gid://shopify/LineItem/1", quantity: 1 }],
      },
    ]);
    expect(returns[0]).toMatchObject({
      status: "open",
      rawStatus: "OPEN",
      items: [
        { lineItemId: "gid://shopify/LineItem/1", quantity: 1, reason: "damaged-or-defective" },
        { lineItemId: null, quantity: 2, reason: "too small" },
      ],
    });
  });

  it("says that there may be more when a list is as long as was asked for", () => {
    const refunds = Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      createdAt: "2026-11-01T10:00:00Z",
      totalRefundedSet: money,
    }));
    const answer = readAfterSales.schema.parse({ refunded: { id: "1", refunds }, returned: null });
    expect(mapAfterSales(answer, []).gaps).toEqual([{ field: "refunds", reason: "truncated", remedy: null }]);
  });
});
