import { expect, test } from "vitest";
import { ask, call } from "./__fixtures__/call.ts";
import { createFakeWooCommerce } from "./fake.ts";

test.each([500, 502, 503, 429])("the next requests fail with %s, so many as asked, then all is well", async (status) => {
  const fake = createFakeWooCommerce();
  fake.failNext({ status, times: 2, retryAfterSeconds: 7 });
  const answers = [await call(fake, "wc/v3/orders"), await call(fake, "wc/v3/orders"), await call(fake, "wc/v3/orders")];
  expect(answers.map((answer) => answer.status)).toEqual([status, status, 200]);
  expect(answers[0]?.headers.get("retry-after")).toBe(status === 429 || status === 503 ? "7" : null);
});

test("500 is WordPress's JSON for a crash, 503 is HTML of the server in front", async () => {
  const fake = createFakeWooCommerce();
  fake.failNext({ status: 500 });
  expect((await call(fake, "wc/v3/orders")).json).toMatchObject({ code: "internal_server_error", data: { status: 500 } });
  fake.failNext({ status: 503 });
  expect((await call(fake, "wc/v3/orders")).headers.get("content-type")).toBe("text/html");
});

test("a login page with status 200", async () => {
  const fake = createFakeWooCommerce();
  fake.answerHtmlNext();
  const { status, text, headers } = await call(fake, "wc/v3/orders");
  expect([status, headers.get("content-type"), text.startsWith("<!DOCTYPE html>")]).toEqual([200, "text/html; charset=UTF-8", true]);
});

test("a PHP notice in front of the JSON: the status and headers of the real answer, but no JSON", async () => {
  const fake = createFakeWooCommerce();
  fake.noticeBeforeJsonNext();
  const { status, json, text, headers } = await call(fake, "wc/v3/orders/16");
  expect([status, json, headers.get("content-type")]).toEqual([200, null, "application/json; charset=UTF-8"]);
  expect(text).toMatch(/^<br \/>\n<b>Notice<\/b>:[\s\S]*\{"id":16,/);
});

test("faults happen in the order they were asked for, only under wp-json, and can be cleared", async () => {
  const fake = createFakeWooCommerce();
  fake.failNext({ status: 503 });
  fake.answerHtmlNext();
  expect((await ask(fake, "/")).status).toBe(200);
  expect((await call(fake, "wc/v3/orders")).status).toBe(503);
  expect((await call(fake, "wc/v3/orders")).text).toContain("loginform");
  fake.failNext({ status: 500, times: 5 });
  fake.clearFaults();
  expect((await call(fake, "wc/v3/orders")).status).toBe(200);
});

test("a hanging request ends when it is aborted, or with 504 when released", async () => {
  const fake = createFakeWooCommerce();
  fake.hangNext(2);
  const controller = new AbortController();
  const aborted = fake.handle(new Request(`${fake.baseUrl}/wp-json/wc/v3/orders`, { signal: controller.signal }));
  const released = fake.handle(new Request(`${fake.baseUrl}/wp-json/wc/v3/orders`));
  controller.abort(new Error("patience is over"));
  await expect(aborted).rejects.toThrow("patience is over");
  fake.releaseHanging();
  expect((await released).status).toBe(504);
  expect(fake.requests().map(({ status }) => status)).toEqual([0, 504]);
});

test("a cut connection is a network error response", async () => {
  const fake = createFakeWooCommerce();
  fake.dropNext();
  expect((await fake.handle(new Request(`${fake.baseUrl}/wp-json/`))).type).toBe("error");
});

test("latency waits through the given function before every REST answer", async () => {
  const waits: number[] = [];
  const fake = createFakeWooCommerce({
    latencyMs: 250,
    delay: async (durationMs) => {
      waits.push(durationMs);
    },
  });
  await call(fake, "wc/v3/orders");
  await ask(fake, "/images/x.svg");
  expect(waits).toEqual([250]);
});

test("the log tells what was asked, without keys or signatures", async () => {
  const fake = createFakeWooCommerce();
  await ask(fake, `/wp-json/wc/v3/orders?per_page=1&consumer_key=${fake.consumerKey}&consumer_secret=${fake.consumerSecret}`);
  await call(fake, "wc/v3/orders/99");
  expect(fake.requests()).toEqual([
    { method: "GET", address: "/wp-json/wc/v3/orders?per_page=1&consumer_key=***&consumer_secret=***", status: 200 },
    { method: "GET", address: "/wp-json/wc/v3/orders/99", status: 404 },
  ]);
  fake.clearRequests();
  expect(fake.requests()).toEqual([]);
});
