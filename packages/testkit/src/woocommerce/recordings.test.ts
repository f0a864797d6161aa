import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { phpJson } from "./php-json.ts";
import { recordedWebhookSecret, wooCommerceRecording, wooCommerceWebhookRecordings } from "./recordings.ts";
import { signWebhook } from "./webhook-delivery.ts";

const webhooks = wooCommerceWebhookRecordings();

test("there are 20 recorded webhooks, each with topic headers except the ping", () => {
  expect(webhooks).toHaveLength(20);
  expect(webhooks.filter(({ headers }) => !headers.has("x-wc-webhook-topic")).map(({ name }) => name)).toEqual(["001-ping"]);
  expect(webhooks[0]?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
});

test.each(webhooks.filter(({ headers }) => headers.has("x-wc-webhook-topic")))(
  "the signature of $name is over its raw bytes",
  ({ headers, body }) => {
    const expected = headers.get("x-wc-webhook-signature");
    expect(createHmac("sha256", recordedWebhookSecret).update(body).digest("base64")).toBe(expected);
    expect(signWebhook(body, recordedWebhookSecret)).toBe(expected);
    expect(signWebhook(body, "another secret")).not.toBe(expected);
  },
);

test.each(webhooks.slice(1))("the fake writes the JSON of $name byte for byte as PHP did", ({ body }) => {
  const text = new TextDecoder().decode(body);
  expect(phpJson(JSON.parse(text))).toBe(text);
});

test("PHP's JSON is pure ASCII, also outside the basic plane", () => {
  expect(phpJson({ a: "ț/🎁" })).toBe('{"a":"\\u021b\\/\\ud83c\\udf81"}');
});

test("one delivery id was really used for two different events", () => {
  const sameId = webhooks.filter(({ headers }) => headers.get("x-wc-webhook-delivery-id") === "9a62c6089422bc94574e1556a57a496c");
  expect(new Set(sameId.map(({ headers }) => headers.get("x-wc-webhook-signature"))).size).toBe(2);
});

test("a secret is decoded from HTML before it signs", () => {
  expect(signWebhook("x", "a&amp;&quot;b")).toBe(signWebhook("x", 'a&"b'));
});

test("an unknown recording is an error", () => {
  expect(wooCommerceRecording("errors/order-404")).toMatchObject({ code: "woocommerce_rest_shop_order_invalid_id" });
  expect(() => wooCommerceRecording("nothing")).toThrow("ENOENT");
});
