import { createHmac } from "node:crypto";
import { AskonceError } from "@askonce/spec";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { createWebhookSecret, signWebhook } from "./signing.ts";

const secretOf = (length: number) => `whsec_${Buffer.alloc(length, 7).toString("base64")}`;
const body = '{"type":"ticket.created","text":"Mulțumesc 📦"}';

async function reasonOf(webhook: Partial<Parameters<typeof signWebhook>[0]>): Promise<unknown> {
  try {
    await signWebhook({ id: "evt_1", timestampMs: 1_000, body, secrets: [createWebhookSecret()], ...webhook });
  } catch (error) {
    if (!AskonceError.is(error, "CONFIGURATION_INVALID")) throw error;
    for (const secret of webhook.secrets ?? [])
      if (secret !== "") expect(JSON.stringify([error.message, error.details])).not.toContain(secret);
    return error.details.reason;
  }
  return null;
}

describe("signWebhook", () => {
  it("signs what the standard's own library takes", async () => {
    const secret = createWebhookSecret();
    const headers = await signWebhook({ id: "evt_01jd", timestampMs: Date.now(), body, secrets: [secret] });
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow("No matching signature");
    expect(() => new Webhook(secret).verify(body, { ...headers, "webhook-id": "evt_02" })).toThrow("No matching signature");
    expect(() => new Webhook(createWebhookSecret()).verify(body, headers)).toThrow("No matching signature");
  });

  it("signs with each secret while one is replaced", async () => {
    const [fresh, old, foreign] = [createWebhookSecret(), createWebhookSecret(), createWebhookSecret()];
    const headers = await signWebhook({ id: "evt_01jd", timestampMs: Date.now(), body, secrets: [fresh, old] });
    expect(new Webhook(fresh).verify(body, headers)).toEqual(JSON.parse(body));
    expect(new Webhook(old).verify(body, headers)).toEqual(JSON.parse(body));
    expect(() => new Webhook(foreign).verify(body, headers)).toThrow("No matching signature");
    expect(headers["webhook-signature"]).toMatch(/^v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=$/);
  });

  it("agrees with an HMAC made by other means, and cuts the time to seconds", async () => {
    const headers = await signWebhook({ id: "msg_1", timestampMs: 1_614_265_330_999, body, secrets: [secretOf(24)] });
    const expected = createHmac("sha256", Buffer.alloc(24, 7)).update(`msg_1.1614265330.${body}`).digest("base64");
    expect(headers).toEqual({ "webhook-id": "msg_1", "webhook-timestamp": "1614265330", "webhook-signature": `v1,${expected}` });
  });

  it("signs the bytes that are sent, also of text that is no proper Unicode", async () => {
    const broken = '{"text":"\ud83d"}';
    const headers = await signWebhook({ id: "msg_1", timestampMs: 1_000, body: broken, secrets: [secretOf(32)] });
    const sent = Buffer.concat([Buffer.from("msg_1.1."), Buffer.from(broken)]);
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", Buffer.alloc(32, 7)).update(sent).digest("base64")}`);
  });

  it.each([24, 32, 64])("takes a secret of %i bytes", async (length) => {
    expect(await reasonOf({ secrets: [secretOf(length)] })).toBeNull();
  });

  it.each([
    ["none", []],
    ["an empty one", [""]],
    ["one that is too short", [secretOf(23)]],
    ["one that is too long", [secretOf(65)]],
    ["another prefix", [secretOf(32).replace("whsec_", "whsk_")]],
    ["no prefix", [secretOf(32).replace("whsec_", "")]],
    ["the URL alphabet", [`whsec_${Buffer.alloc(32, 0xfb).toString("base64url")}=`]],
    ["missing padding", [secretOf(32).replace(/=+$/, "")]],
    ["a length that no base64 has", [`whsec_${"A".repeat(41)}`]],
    ["bits that are no part of it", [`whsec_${"A".repeat(42)}B=`]],
    ["a line break", [`${secretOf(24)}\n`]],
    ["a good one and a bad one", [secretOf(32), "whsec_secret"]],
  ])("refuses %s", async (_what, secrets) => {
    expect(await reasonOf({ secrets })).toBe("secret");
  });

  it.each(["", "evt.1", "evt 1", "evt\n1", "évt", "e".repeat(256)])("refuses the id %j", async (id) => {
    expect(await reasonOf({ id })).toBe("id");
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("refuses the time %s", async (timestampMs) => {
    expect(await reasonOf({ timestampMs })).toBe("timestamp");
  });
});

describe("createWebhookSecret", () => {
  it("makes 32 random bytes that the standard's library reads", () => {
    const secrets = Array.from({ length: 100 }, createWebhookSecret);
    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) {
      expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
      expect(() => new Webhook(secret)).not.toThrow();
    }
  });
});
