import { expect, it } from "vitest";
import { carrierCodes } from "./carrier-codes.ts";

it("finds a code by the shop's name of the courier, however it is written, or gives the default", () => {
  const codeOf = carrierCodes({ "Poșta Română": "posta", "FedEx Economy": "fedex" }, "other");
  expect([codeOf("posta romana"), codeOf("FEDEX economy"), codeOf("UPS"), codeOf(null)]).toEqual(["posta", "fedex", "other", "other"]);
  expect(carrierCodes({}, undefined)("UPS")).toBeUndefined();
});
