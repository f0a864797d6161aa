import { createHmac } from "node:crypto";
import { testContext } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { number, scan, tracker } from "../test-support/tracker.ts";
import { easypost } from "./easypost.ts";

const secret = "canary-webhook-secret";
const delivered = tracker([scan("2026-11-19T19:30:00Z", "delivered", "arrived_at_destination")]);
const event = (result: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    id: "evt_0123456789abcdef",
    object: "Event",
    mode: "production",
    description: "tracker.updated",
    previous_attributes: { status: "out_for_delivery" },
    pending_urls: ["https://desk.example.test/hooks"],
    completed_urls: [],
    status: "pending",
    result,
    ...more,
  });

function receive(body: string, signature: string | null = sign(body), secrets = [secret]) {
  const adapter = easypost({ apiKey: "canary-api-key", webhookSecrets: secrets });
  const headers = new Headers(signature === null ? {} : { "X-Hmac-Signature": signature });
  const webhook = { method: "POST", url: "https://desk.example.test/hooks", headers, body: new TextEncoder().encode(body) };
  return adapter.webhooks?.receive(
    webhook,
    testContext(() => Promise.reject(new Error("not used"))),
  );
}

function sign(body: string, key = secret): string {
  return `hmac-sha256-hex=${createHmac("sha256", Buffer.from(key.normalize("NFKD"), "utf8"))
    .update(body)
    .digest("hex")}`;
}

describe("a webhook", () => {
  test("is read, and its repetition has the same key although its bytes differ", async () => {
    const received = await receive(event(delivered));
    expect(received?.parcels).toMatchObject([{ key: "evt_0123456789abcdef", parcel: { trackingNumber: number, status: "delivered" } }]);
    const again = event(delivered, { pending_urls: [], completed_urls: ["https://other.example.test/hooks"], status: "retrying" });
    expect(await receive(again)).toEqual(received);
  });

  test("is signed over the bytes as they came: numbers that a parser would write anew", async () => {
    const body = event(delivered).replace('"weight":17', '"weight":17.0');
    expect(body).toContain("17.0");
    expect((await receive(body))?.parcels).toHaveLength(1);
    await expect(receive(body, sign(JSON.stringify(JSON.parse(body))))).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test("may be signed with a secret that has accents, composed or not, and with either while one is exchanged", async () => {
    const body = event(delivered);
    const composed = "s\u00e9cret";
    expect((await receive(body, sign(body, composed), [composed]))?.parcels).toHaveLength(1);
    expect((await receive(body, sign(body, composed), [composed.normalize("NFD")]))?.parcels).toHaveLength(1);
    expect((await receive(body, sign(body, "old"), ["new", "old"]))?.parcels).toHaveLength(1);
  });

  test.each([
    ["with another secret", sign(event(delivered), "another-secret")],
    ["of another body", sign(event(tracker([])))],
    ["without its prefix", sign(event(delivered)).replace("hmac-sha256-hex=", "")],
    ["with another prefix", sign(event(delivered)).replace("hmac-sha256-hex", "hmac-sha1-hex")],
    ["that is too short", sign(event(delivered)).slice(0, -2)],
    ["that is missing", null],
    ["that is empty", ""],
  ])("with a signature %s is refused", async (_name, signature) => {
    await expect(receive(event(delivered), signature)).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test("about something else is forgotten, and one without news says nothing", async () => {
    expect(await receive(event({ id: "batch_1" }, { description: "batch.updated" }))).toEqual({ parcels: [] });
    expect(await receive(event(tracker([]), { description: "tracker.created" }))).toEqual({ parcels: [] });
  });

  test.each([["no JSON"], ["[]"], ['{"id":"evt_1","description":"tracker.updated","result":{"id":"trk_1"}}']])(
    "%s cannot be read",
    async (body) => {
      await expect(receive(body)).rejects.toMatchObject({ code: "WEBHOOK_UNREADABLE" });
    },
  );

  test("is not received without a secret", () => {
    expect(easypost({ apiKey: "canary-api-key" })).not.toHaveProperty("webhooks");
  });
});
