import { adminSchema } from "@askonce/testkit/shopify";
import { describe, expect, it } from "vitest";
import { fulfillmentStatus, orderStatus, paymentStatus, returnStatus } from "./order-status.ts";

function wordsOf(enumName: string): string[] {
  const type = adminSchema("2026-10").getType(enumName);
  if (!type || !("getValues" in type)) throw new TypeError(`no enum ${enumName}`);
  return type.getValues().map((value) => value.name);
}

describe("states", () => {
  it.each([
    ["OrderDisplayFinancialStatus", paymentStatus],
    ["OrderDisplayFulfillmentStatus", fulfillmentStatus],
    ["ReturnStatus", returnStatus],
  ])("every word of %s has a meaning, and a new one is unknown", (enumName, meaning) => {
    const words = wordsOf(enumName);
    expect(words.length).toBeGreaterThan(4);
    for (const word of words) expect([word, meaning(word)]).not.toEqual([word, "unknown"]);
    expect(meaning("TELEPORTED")).toBe("unknown");
    expect(meaning(null)).toBe("unknown");
  });

  it("fulfilled is shipped, and a part is a part", () => {
    expect(fulfillmentStatus("FULFILLED")).toBe("fulfilled");
    expect(fulfillmentStatus("PARTIALLY_FULFILLED")).toBe("partly_fulfilled");
    expect(fulfillmentStatus("FULFILLMENT_NOT_REQUIRED")).toBe("not_required");
    expect(paymentStatus("PARTIALLY_REFUNDED")).toBe("partly_refunded");
  });

  it("an order that was cancelled and archived is cancelled", () => {
    expect(orderStatus({ cancelledAt: "2026-01-01T00:00:00Z", closedAt: "2026-01-02T00:00:00Z" })).toBe("cancelled");
    expect(orderStatus({ cancelledAt: null, closedAt: "2026-01-02T00:00:00Z" })).toBe("closed");
    expect(orderStatus({})).toBe("open");
  });
});
