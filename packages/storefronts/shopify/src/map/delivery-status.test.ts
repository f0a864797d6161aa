import { describe, expect, it } from "vitest";
import { deliveryWord } from "./delivery-status.ts";

describe("deliveryWord", () => {
  it.each([
    ["CONFIRMED", "label_created", undefined],
    ["LABEL_PURCHASED", "label_created", undefined],
    ["LABEL_PRINTED", "label_created", undefined],
    ["CARRIER_PICKED_UP", "handed_over", undefined],
    ["IN_TRANSIT", "in_transit", undefined],
    ["OUT_FOR_DELIVERY", "out_for_delivery", undefined],
    ["ATTEMPTED_DELIVERY", "delivery_attempted", undefined],
    ["READY_FOR_PICKUP", "ready_for_pickup", undefined],
    ["DELAYED", "in_transit", "late"],
    ["DELIVERED", "delivered", undefined],
    ["FAILURE", "failed", undefined],
    ["PICKED_UP", "delivered", undefined],
    ["BUYER_ACTION_REQUIRED", "on_hold", undefined],
    ["READY_FOR_RECIPIENT_PICKUP", "ready_for_pickup", "locker_ready"],
    ["RETURNING_TO_SENDER", "returning", "returned_to_sender"],
    ["CANCELED", "cancelled", undefined],
    ["FULFILLED", "label_created", undefined],
    ["LABEL_VOIDED", "cancelled", undefined],
    ["MARKED_AS_FULFILLED", "label_created", undefined],
    ["NOT_DELIVERED", "failed", "undeliverable"],
    ["SUBMITTED", "label_created", undefined],
  ])("%s is %s", (word, status, exception) => {
    expect(deliveryWord(word).status).toBe(status);
    expect(deliveryWord(word).exception).toBe(exception);
  });

  it("reads the lower case of webhooks", () => {
    expect(deliveryWord("out_for_delivery").status).toBe("out_for_delivery");
  });

  it.each(["TELEPORTED", "", null, undefined, "constructor", "__proto__"])("%j is unknown", (word) => {
    expect(deliveryWord(word)).toEqual({ status: "unknown" });
  });

  it("knows every word of Shopify's enums", async () => {
    const { adminSchema } = await import("@askonce/testkit/shopify");
    for (const name of ["FulfillmentDisplayStatus", "FulfillmentEventStatus"]) {
      const type = adminSchema("2026-10").getType(name);
      if (!type || !("getValues" in type)) throw new TypeError(`no enum ${name}`);
      for (const { name: word } of type.getValues()) expect([word, deliveryWord(word).status]).not.toEqual([word, "unknown"]);
    }
  });
});
