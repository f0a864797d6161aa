import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64, hmacSha256, sha256Hex, verifyHmacSha256 } from "./signature.ts";

const toHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const recording = (name: string) => new Uint8Array(readFileSync(new URL(`__fixtures__/woocommerce/${name}.body`, import.meta.url)));
const secret = "shh-secret-1";

describe("hmacSha256", () => {
  // RFC 4231, test case 2.
  it.each([["Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"]])(
    "%s: %s",
    async (key, text, expected) => {
      expect(toHex(await hmacSha256(key, text))).toBe(expected);
    },
  );

  it("is the same for text and for its bytes", async () => {
    const text = "Târgu Mureș";
    expect(toHex(await hmacSha256(secret, text))).toBe(toHex(await hmacSha256(secret, new TextEncoder().encode(text))));
  });

  // Published examples: parameters sorted, several values joined by commas, nothing in between, hex instead of base64.
  it.each([
    [
      "extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=1&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555",
      "4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb",
    ],
    [
      "extra=1&extra=2&shop=shop-name.myshopify.com&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555",
      "a9718877bea71c2484f91608a7eaea1532bdf71f5c56825065fa4ccabe549ef3",
    ],
  ])("signs the parameters of a proxied request: %s", async (query, expected) => {
    const parameters = new URLSearchParams(query);
    const message = [...new Set(parameters.keys())]
      .map((name) => `${name}=${parameters.getAll(name).join(",")}`)
      .sort()
      .join("");
    expect(toHex(await hmacSha256("hush", message))).toBe(expected);
    expect(await verifyHmacSha256(encodeBase64(fromHex(expected)), message, ["hush"])).toBe(true);
  });
});

describe("verifyHmacSha256", () => {
  const recorded: [name: string, signature: string][] = [
    ["013-order-created", "L/AymWSMt1k7c+lHRnA927V31H35vJel7uRWFNCz/dc="],
    ["039-order-deleted", "0WClElWSnkdRfPfSCbtA+8Axx52WEowRMpcvtILJSF0="],
    ["048-action-woocommerce_fulfillment_after_create", "qtBjVYeeIhQPuoCIZD/fkZ1i7BMNiPUbRnvZPUDazrw="],
  ];

  it.each(recorded)("accepts %s as a shop signed it", async (name, signature) => {
    expect(await verifyHmacSha256(signature, recording(name), [secret])).toBe(true);
  });

  it("refuses when one bit of the body differs", async () => {
    const [[name, signature] = ["", ""]] = recorded;
    const body = recording(name);
    body[100] = (body[100] ?? 0) ^ 1;
    expect(await verifyHmacSha256(signature, body, [secret])).toBe(false);
  });

  it("refuses a body that was read and written again", async () => {
    const [[name, signature] = ["", ""]] = recorded;
    const rewritten = JSON.stringify(JSON.parse(new TextDecoder().decode(recording(name))));
    expect(await verifyHmacSha256(signature, rewritten, [secret])).toBe(false);
  });

  it("accepts the old and the new secret while they are exchanged, wherever they stand", async () => {
    const signature = encodeBase64(await hmacSha256("new", "body"));
    expect(await verifyHmacSha256(signature, "body", ["old", "new"])).toBe(true);
    expect(await verifyHmacSha256(signature, "body", ["new", "old"])).toBe(true);
    expect(await verifyHmacSha256(signature, "body", ["old"])).toBe(false);
    expect(await verifyHmacSha256(signature, "body", [])).toBe(false);
  });

  it("never accepts an empty secret", async () => {
    // What somebody would send who hopes that no secret was configured.
    const signature = encodeBase64(fromHex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"));
    expect(await verifyHmacSha256(signature, "", [""])).toBe(false);
  });

  it.each([
    ["none", null],
    ["empty", ""],
    ["not base64", "%%%"],
    ["not Latin", "ș"],
    ["too short", encodeBase64(new Uint8Array(31))],
    ["too long", encodeBase64(new Uint8Array(33))],
    ["zeros", encodeBase64(new Uint8Array(32))],
    ["hex", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
  ])("refuses a signature that is %s, without throwing", async (_name, signature) => {
    expect(await verifyHmacSha256(signature, "what do ya want for nothing?", ["Jefe"])).toBe(false);
  });

  it("signs an empty body", async () => {
    expect(await verifyHmacSha256(encodeBase64(await hmacSha256(secret, "")), new Uint8Array(), [secret])).toBe(true);
  });
});

describe("base64 and digests", () => {
  it("gives back every byte", () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
    expect(decodeBase64("")).toEqual(new Uint8Array());
    expect(decodeBase64("a")).toBeNull();
  });

  it("writes SHA-256 in hex (FIPS 180-2 examples)", async () => {
    expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(await sha256Hex(new Uint8Array())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});
