import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { assuranceLevels, isAtLeast } from "./assurance.ts";
import { deliveryExceptions, deliveryStatuses } from "./delivery.ts";
import { factKeySchema } from "./fact.ts";
import { parseSourceRef, sourceRef } from "./source-ref.ts";
import { surveySchema } from "./survey.ts";
import { idSchema, instantSchema, linkSchema, moneySchema, sourceRefSchema } from "./values.ts";

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe("instantSchema", () => {
  it.each(["2026-11-21T10:00:00Z", "2026-11-21T10:00:00.123Z", "2028-02-29T23:59:59Z", "1999-12-31T00:00:00.000Z"])("takes %s", (text) => {
    expect(accepts(instantSchema, text)).toBe(true);
  });

  it.each([
    ["no zone", "2026-11-21T10:00:00"],
    ["an offset", "2026-11-21T10:00:00+02:00"],
    ["the offset zero", "2026-11-21T10:00:00+00:00"],
    ["a date", "2026-11-21"],
    ["a blank instead of T", "2026-11-21 10:00:00Z"],
    ["a day that does not exist", "2026-02-29T10:00:00Z"],
    ["a month that does not exist", "2026-13-01T10:00:00Z"],
    ["the hour 24", "2026-11-21T24:00:00Z"],
    ["a small z", "2026-11-21T10:00:00z"],
    ["blanks around", " 2026-11-21T10:00:00Z "],
    ["milliseconds since the epoch", 1795255200000],
    ["a Date", new Date(0)],
    ["nothing", ""],
  ])("refuses %s", (_name, value) => {
    expect(accepts(instantSchema, value)).toBe(false);
  });
});

describe("moneySchema", () => {
  it.each([
    [{ amountMinor: 1999, currency: "RON" }, true],
    [{ amountMinor: -500, currency: "EUR" }, true],
    [{ amountMinor: 0, currency: "JPY" }, true],
    [{ amountMinor: 19.99, currency: "EUR" }, false],
    [{ amountMinor: 0.1 + 0.2, currency: "EUR" }, false],
    [{ amountMinor: 2 ** 53, currency: "EUR" }, false],
    [{ amountMinor: Number.NaN, currency: "EUR" }, false],
    [{ amountMinor: "1999", currency: "EUR" }, false],
    [{ amountMinor: 1999, currency: "eur" }, false],
    [{ amountMinor: 1999, currency: "EURO" }, false],
    [{ amountMinor: 1999, currency: "€" }, false],
    [{ amountMinor: 1999 }, false],
  ])("%o: %s", (value, expected) => {
    expect(accepts(moneySchema, value)).toBe(expected);
  });

  it("drops keys it does not know", () => {
    expect(moneySchema.parse({ amountMinor: 1, currency: "EUR", formatted: "0,01 €" })).toEqual({ amountMinor: 1, currency: "EUR" });
  });
});

describe("linkSchema", () => {
  it.each(["https://example.test/track?n=1", "http://example.test", "https://example.test/ș"])("takes %s", (link) => {
    expect(accepts(linkSchema, link)).toBe(true);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.test",
    "//example.test",
    "/track",
    "example.test",
    "",
    `https://example.test/${"a".repeat(2048)}`,
  ])("refuses %j", (link) => {
    expect(accepts(linkSchema, link)).toBe(false);
  });
});

describe("ids and references", () => {
  it.each(["tic_01J", "a", "A-Z_9"])("%j is an id", (id) => {
    expect(accepts(idSchema, id)).toBe(true);
  });

  it.each(["", "a b", "a/b", "../x", "a'--", "ș", "a".repeat(65), "a\n"])("%j is none", (id) => {
    expect(accepts(idSchema, id)).toBe(false);
  });

  it.each([
    ["woocommerce:1042", "woocommerce", "1042"],
    ["shopify:gid://shopify/Order/820982911946154508", "shopify", "gid://shopify/Order/820982911946154508"],
    ["my-shop-2:a:b", "my-shop-2", "a:b"],
  ])("%s is taken apart and put together again", (reference, adapterId, vendorId) => {
    expect(accepts(sourceRefSchema, reference)).toBe(true);
    expect(parseSourceRef(reference)).toEqual({ adapterId, vendorId });
    expect(sourceRef(adapterId, vendorId)).toBe(reference);
  });

  it.each(["", "1042", ":1042", "woocommerce:", "Woo:1", "-woo:1", "woo commerce:1", `woo:${"1".repeat(512)}`])(
    "%j is no reference",
    (reference) => {
      expect(accepts(sourceRefSchema, reference)).toBe(false);
    },
  );
});

describe("the closed lists", () => {
  it("orders assurance from weakest to strongest", () => {
    for (const [index, level] of assuranceLevels.entries()) {
      for (const [needed, neededLevel] of assuranceLevels.entries()) expect(isAtLeast(level, neededLevel)).toBe(index >= needed);
    }
  });

  it("has thirteen delivery statuses, no word twice, and none that is also an exception", () => {
    expect(deliveryStatuses).toHaveLength(13);
    const words = [...deliveryStatuses, ...deliveryExceptions];
    expect(new Set(words).size).toBe(words.length);
  });

  it("lets plugins add facts with a prefix only", () => {
    expect(accepts(factKeySchema, "orderNumber")).toBe(true);
    expect(accepts(factKeySchema, "returns.label")).toBe(true);
    for (const key of ["shoeSize", "Returns.label", ".label", "returns.", "returns label", ""])
      expect(accepts(factKeySchema, key), key).toBe(false);
  });

  it("has no third survey question", () => {
    const question = { id: "q", kind: "scale", text: { en: "How was it?" } };
    const survey = (count: number) => ({
      id: "s",
      kind: "csat",
      questions: Array(count).fill(question),
      createdAt: "2026-11-21T10:00:00Z",
    });
    expect([0, 1, 2, 3].map((count) => accepts(surveySchema, survey(count)))).toEqual([false, true, true, false]);
  });
});
