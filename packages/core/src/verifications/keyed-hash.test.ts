import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyedHash, randomCode } from "./keyed-hash.ts";

describe("a keyed hash", () => {
  it("is HMAC-SHA-256 over parts that cannot run into each other", async () => {
    const expected = createHmac("sha256", "secret").update('["a","b"]').digest("hex");
    expect(await keyedHash("secret", "a", "b")).toBe(expected);
    expect(await keyedHash("secret", "ab", "")).not.toBe(await keyedHash("secret", "a", "b"));
    expect(await keyedHash("other", "a", "b")).not.toBe(expected);
  });
});

describe("a random code", () => {
  it("has six digits, leading zeros among them, and hardly ever comes twice", () => {
    const codes = Array.from({ length: 2000 }, randomCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith("0"))).toBe(true);
    // Two thousand of a million: two of them are expected to meet, never fifty.
    expect(new Set(codes).size).toBeGreaterThan(1950);
  });
});
