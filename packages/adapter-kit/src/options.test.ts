import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { adapterId, parseOptions, secretText, timeZoneText } from "./options.ts";
import { readVendorResponse } from "./vendor-response.ts";

const schema = z.strictObject({
  storeUrl: z.url(),
  consumerSecret: secretText(),
  pageSize: z.int().max(100).default(50),
  nested: z.strictObject({ token: secretText() }).optional(),
});
const valid = { storeUrl: "https://shop.example.test", consumerSecret: "cs_1234" };

function errorOf(run: () => unknown): AskonceError {
  try {
    run();
  } catch (error) {
    if (AskonceError.is(error)) return error;
  }
  return expect.unreachable();
}
const everythingIn = (error: AskonceError) =>
  JSON.stringify({ message: error.message, details: error.details, cause: String(error.cause) });

describe("parseOptions", () => {
  it("fills in defaults", () => {
    expect(parseOptions("woocommerce", schema, valid)).toEqual({ ...valid, pageSize: 50 });
  });

  it("names a field that is misspelled", () => {
    const error = errorOf(() => parseOptions("woocommerce", schema, { ...valid, pagesize: 10 }));
    expect(error.code).toBe("CONFIGURATION_INVALID");
    expect(error.message).toBe("woocommerce: (options): unrecognized_keys (pagesize)");
  });

  it("names every wrong field and never its value", () => {
    const options = { storeUrl: "cs_in_the_wrong_place", consumerSecret: 123456789, pageSize: 1e9, nested: { token: "", extra: "tok_9" } };
    const error = errorOf(() => parseOptions("woocommerce", schema, options));
    expect(error.details.issues).toEqual(
      expect.arrayContaining([
        { path: "storeUrl", message: "invalid_format" },
        { path: "consumerSecret", message: "invalid_type" },
        { path: "pageSize", message: "too_big" },
        { path: "nested.token", message: "too_small" },
        { path: "nested", message: "unrecognized_keys (extra)" },
      ]),
    );
    expect(everythingIn(error)).not.toMatch(/cs_in|123456789|1000000000|tok_9/);
    expect(error.cause).toBeUndefined();
  });

  it.each([undefined, null, "cs_1234", []])("refuses %o for options", (options) => {
    const error = errorOf(() => parseOptions("woocommerce", schema, options));
    expect(error.message).toBe("woocommerce: (options): invalid_type");
    expect(everythingIn(error)).not.toContain("cs_1234");
  });

  it("marks secrets where tools can read it", () => {
    expect(secretText().meta()).toMatchObject({ secret: true });
    expect(z.toJSONSchema(schema).properties?.consumerSecret).toMatchObject({ secret: true });
    expect(secretText().safeParse("").success).toBe(false);
  });
});

describe("readVendorResponse", () => {
  const order = z.looseObject({ id: z.number(), billing: z.looseObject({ email: z.string() }) });

  it("lets through what it does not know", () => {
    const data = { id: 1, billing: { email: "ana@example.test", vat: "x" }, new_field: true };
    expect(readVendorResponse(order, data, "order")).toEqual(data);
  });

  it("names paths and never values, five at most", () => {
    const error = errorOf(() => readVendorResponse(order, { id: "ck_secret", billing: { email: { was: "ana@example.test" } } }, "order"));
    expect(error).toMatchObject({
      code: "ADAPTER_BAD_RESPONSE",
      message: "The vendor's order has an unexpected shape (id: invalid_type; billing.email: invalid_type)",
      details: { what: "order", paths: ["id: invalid_type", "billing.email: invalid_type"] },
    });
    expect(everythingIn(error)).not.toMatch(/ck_secret|ana@/);
    const many = errorOf(() => readVendorResponse(z.array(z.number()), Array(50).fill("x"), "list"));
    expect(many.details.paths).toHaveLength(5);
  });

  it("says so when all of it is something else, for example a page", () => {
    expect(errorOf(() => readVendorResponse(order, "<html>", "order")).message).toContain("(root): invalid_type");
  });
});

describe("what adapters' options have in common", () => {
  it("adapterId is kebab-case, short, and has a default", () => {
    const id = adapterId("courier");
    expect(id.parse(undefined)).toBe("courier");
    expect(id.parse("courier-2")).toBe("courier-2");
    for (const wrong of ["", "Courier", "a b", "-a", "a".repeat(61)]) expect(id.safeParse(wrong).success).toBe(false);
  });

  it("timeZoneText is a zone that is there", () => {
    for (const zone of ["UTC", "Europe/Bucharest"]) expect(timeZoneText().parse(zone)).toBe(zone);
    for (const wrong of ["", "Mars/Olympus", "+25:00"]) expect(timeZoneText().safeParse(wrong).success).toBe(false);
  });
});
