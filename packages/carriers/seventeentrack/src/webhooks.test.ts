import { createHash } from "node:crypto";
import { testContext } from "@askonce/testkit/carrier";
import { describe, expect, test } from "vitest";
import { event, number, tracked } from "../test-support/number.ts";
import { seventeentrack } from "./seventeentrack.ts";

const apiKey = "canary-api-key";
const delivered = tracked([event("2026-11-19T14:20:00+02:00", "Delivered_Other")]);
const push = (data: unknown, name = "TRACKING_UPDATED") => JSON.stringify({ event: name, data });

function receive(body: string, signature: string | null = sign(body), webhookSecrets?: string[]) {
  const adapter = seventeentrack({ apiKey, ...(webhookSecrets === undefined ? {} : { webhookSecrets }) });
  const headers = new Headers(signature === null ? {} : { sign: signature });
  const webhook = { method: "POST", url: "https://desk.example.test/hooks", headers, body: new TextEncoder().encode(body) };
  return adapter.webhooks?.receive(
    webhook,
    testContext(() => Promise.reject(new Error("not used"))),
  );
}

function sign(body: string, key = apiKey): string {
  return createHash("sha256").update(`${body}/${key}`, "utf8").digest("hex");
}

describe("a webhook", () => {
  test("is read, and its repetition has the same key", async () => {
    const received = await receive(push(delivered));
    expect(received?.parcels).toMatchObject([
      { key: expect.stringMatching(/^[0-9a-f]{64}$/), parcel: { trackingNumber: number, status: "delivered" } },
    ]);
    expect(await receive(push(delivered))).toEqual(received);
    const other = await receive(push(tracked([event("2026-11-19T15:20:00+02:00", "Delivered_Other")])));
    expect(other?.parcels[0]?.key).not.toBe(received?.parcels[0]?.key);
  });

  test("is signed over the bytes as they came, also in capitals and with letters that are no ASCII", async () => {
    const body = `${push(tracked([event("2026-11-19T14:20:00+02:00", "Delivered_Other", { description: "Livrată 包裹" })]))}\n`;
    expect((await receive(body, sign(body).toUpperCase()))?.parcels).toHaveLength(1);
    await expect(receive(body, sign(body.trim()))).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test("may be signed with either key while one is exchanged", async () => {
    const body = push(delivered);
    expect((await receive(body, sign(body, "the-old-key"), [apiKey, "the-old-key"]))?.parcels).toHaveLength(1);
    await expect(receive(body, sign(body), ["the-new-key"])).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test.each([
    ["with another key", sign(push(delivered), "another-key")],
    ["of another body", sign(push(tracked([])))],
    ["that is too short", sign(push(delivered)).slice(0, 63)],
    ["without the key", createHash("sha256").update(push(delivered)).digest("hex")],
    ["that is missing", null],
    ["that is empty", ""],
  ])("with a signature %s is refused", async (_name, signature) => {
    await expect(receive(push(delivered), signature)).rejects.toMatchObject({ code: "WEBHOOK_SIGNATURE_INVALID" });
  });

  test("about the end of the following is forgotten, and one without news says nothing", async () => {
    expect(await receive(push({ number, carrier: 100002 }, "TRACKING_STOPPED"))).toEqual({ parcels: [] });
    expect(await receive(push(tracked([])))).toEqual({ parcels: [] });
  });

  test.each([["no JSON"], ["[]"], ['{"event":"TRACKING_UPDATED","data":{"carrier":1}}']])("%s cannot be read", async (body) => {
    await expect(receive(body)).rejects.toMatchObject({ code: "WEBHOOK_UNREADABLE" });
  });
});
