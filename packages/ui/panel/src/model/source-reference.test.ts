import { expect, it } from "vitest";
import { parseReference } from "./source-reference.ts";

it("reads the part of a reference that people know", () => {
  expect(parseReference("woocommerce:42")).toEqual({ adapterId: "woocommerce", vendorId: "42" });
  expect(parseReference("shopify:gid://shopify/Customer/7")).toEqual({ adapterId: "shopify", vendorId: "7" });
  expect(parseReference("x:a/")).toEqual({ adapterId: "x", vendorId: "a/" });
  expect([parseReference(":1"), parseReference("x:"), parseReference("x")]).toEqual([null, null, null]);
});
