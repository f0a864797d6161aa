import { createHmac } from "node:crypto";
import { testContext } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { number, scan, tracking } from "../test-support/tracking.ts";
import { aftership } from "./aftership.ts";

const secret = "canary-webhook-secret";
const event = (msg: unknown, more: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    ts: 1795262400,
    event: "tracking_update",
    event_id: "11111111-2222-4333-8444-555555555555",
    is_tracking_first_tag: true,
    msg,
    ...more,
  });
const delivered = tracking([scan("2026-11-19T14:20:00+02:00", "Delivered_001")]);

function receive(body: string, signature: string | null = sign(body), secrets = [secret]) {
  const adapter = aftership({ apiKey: "canary-api-key", webhookSecrets: secrets });
  const headers = new Headers(signature === null ? {} : { "aftership-hmac-sha256": signature });
  const webhook = { method: "POST", url: "https://desk.example.test/hooks", headers, body: new TextEncoder().encode(body) };
  return adapter.webhooks?.receive(
    webhook,
    testContext(() => Promise.reject(new Error("not used"))),
  );
}

function sign(body: string, key = secret): string {
  return createHmac("sha256", key).update(body).digest("base64");
}

describe("a webhook", () => {
  test("is read, under AfterShip's own id", async () => {
    const received = await receive(event(delivered));
    expect(received?.parcels).toMatchObject([
      {
        key: "11111111-2222-4333-8444-555555555555",
        parcel: { trackingNumber: number, status: "delivered", deliveredAt: "2026-11-19T12:20:00Z" },
      },
    ]);
    expect(await receive(event(delivered))).toEqual(received);
  });

  test("without an id has a key of its own that stays", async () => {
    const keyOf = async (body: string) => (await receive(body))?.parcels[0]?.key;
    const one = event(delivered, { event_id: undefined });
    expect(await keyOf(one)).toBe(await keyOf(one));
    expect(await keyOf(one)).not.toBe(
      await keyOf(event({ ...delivered, updated_at: "2026-11-22T10:00:00+00:00" }, { event_id: undefined })),
    );
  });

  test("is signed over the bytes as they came", async () => {
    const body = `${event(delivered)}\n `;
    expect((await receive(body))?.parcels).toHaveLength(1);
    await expect(receive(body, sign(event(delivered)))).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test.each([
    ["with another secret", sign(event(delivered), "another-secret")],
    ["of another body", sign(event(tracking([])))],
    ["that is no base64", "%%%"],
    ["in hex", createHmac("sha256", secret).update(event(delivered)).digest("hex")],
    ["that is missing", null],
    ["that is empty", ""],
  ])("with a signature %s is refused", async (_name, signature) => {
    await expect(receive(event(delivered), signature)).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test("may be signed with either secret while one is exchanged", async () => {
    const received = await receive(event(delivered), sign(event(delivered), "the-old-secret"), ["the-new-secret", "the-old-secret"]);
    expect(received?.parcels).toHaveLength(1);
  });

  test("about something else is forgotten, and a revised estimate is read", async () => {
    expect(await receive(event({ courier: "x" }, { event: "courier_connection_update" }))).toEqual({ parcels: [] });
    expect((await receive(event(delivered, { event: "edd_revise" })))?.parcels).toHaveLength(1);
  });

  test("of a number without news says nothing", async () => {
    expect(await receive(event(tracking([])))).toEqual({ parcels: [] });
  });

  test.each([["no JSON"], ["[]"], ['{"event":"tracking_update","msg":{"slug":"x"}}']])("%s cannot be read", async (body) => {
    await expect(receive(body)).rejects.toMatchObject({ code: "WEBHOOK_UNREADABLE" });
  });

  test("is not received without a secret", () => {
    expect(aftership({ apiKey: "canary-api-key" })).not.toHaveProperty("webhooks");
  });
});
