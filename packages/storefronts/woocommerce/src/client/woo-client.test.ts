import type { AskonceError } from "@askonce/spec";
import { describe, expect, test } from "vitest";
import { testContext } from "../../test/test-context.ts";
import type { WooRequest, WooResponse } from "../transport/woo-transport.ts";
import { createWooClient } from "./woo-client.ts";

type Answer = Partial<WooResponse> | Error;

function client(...answers: Answer[]) {
  const requests: WooRequest[] = [];
  const transport = {
    send: async (request: WooRequest): Promise<WooResponse> => {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (answer instanceof Error) throw answer;
      return { status: 200, headers: new Headers(), text: "[]", ...answer };
    },
  };
  return { requests, client: createWooClient({ transport, timeoutMs: 10_000, ratePerSecond: 100 }) };
}

const refused = (code: string, status: number): string => JSON.stringify({ code, message: "no", data: { status } });
const errorOf = (call: Promise<unknown>): Promise<AskonceError> =>
  call.then(
    () => Promise.reject(new Error("did not fail")),
    (error) => error,
  );
const nowhere: typeof fetch = () => Promise.reject(new Error("not used"));

describe("reads", () => {
  test.each([
    [{ status: 429, headers: new Headers({ "retry-after": "2" }) }, 2000],
    [{ status: 503, headers: new Headers({ "retry-after": "3" }) }, 3000],
  ])("wait as long as the shop says: %#", async (answer, waitMs) => {
    const { client: woo, requests } = client(answer, { text: '{"id":1}' });
    const context = testContext(nowhere);
    expect((await woo.get("orders/1", {}, context)).body).toEqual({ id: 1 });
    expect(requests).toHaveLength(2);
    expect(context.clock.slept).toContain(waitMs);
  });

  test.each([502, 503, 504, 500])("are tried three times when the answer is %i", async (status) => {
    const { client: woo, requests } = client({ status, text: refused("internal_server_error", status) });
    const error = await errorOf(woo.get("orders", {}, testContext(nowhere)));
    expect(error).toMatchObject({ retryable: true, details: { status } });
    expect(requests).toHaveLength(3);
  });

  test("go on after a lost connection", async () => {
    const { client: woo, requests } = client(new TypeError("fetch failed"), { text: "[1]" });
    expect((await woo.get("orders", {}, testContext(nowhere))).body).toEqual([1]);
    expect(requests).toHaveLength(2);
  });

  test.each([400, 401, 403, 404])("are not tried again when the answer is %i", async (status) => {
    const { client: woo, requests } = client({ status, text: refused("rest_x", status) });
    expect((await errorOf(woo.get("orders", {}, testContext(nowhere)))).details).toEqual({ status, vendorCode: "rest_x" });
    expect(requests).toHaveLength(1);
  });

  test("leave out what is undefined", async () => {
    const { client: woo, requests } = client({});
    await woo.get("orders", { search: undefined, page: 2 }, testContext(nowhere));
    expect(requests[0]?.query).toEqual({ page: "2" });
  });

  test("keep every digit of an id beyond 2^53", async () => {
    const { client: woo } = client({ text: '{"id":820982911946154507}' });
    expect((await woo.get("orders/1", {}, testContext(nowhere))).body).toEqual({ id: "820982911946154507" });
  });
});

describe("writes", () => {
  test.each<[string, Answer]>([
    ["a lost connection", new TypeError("fetch failed")],
    ["502", { status: 502 }],
    ["429", { status: 429 }],
  ])("are never done twice: %s", async (_name, answer) => {
    const { client: woo, requests } = client(answer, { text: "{}" });
    await errorOf(woo.post("orders/1/notes", {}, testContext(nowhere)));
    expect(requests).toHaveLength(1);
  });

  test("a refusal that WooCommerce sends as 500 with JSON is not worth trying again", async () => {
    const text = JSON.stringify({ code: "woocommerce_rest_cannot_create_order_refund", message: "Invalid refund amount.", data: 500 });
    const { client: woo } = client({ status: 500, text });
    expect(await errorOf(woo.post("orders/1/refunds", {}, testContext(nowhere)))).toMatchObject({
      code: "ADAPTER_REJECTED",
      retryable: false,
    });
  });

  test("a key that may only read is a missing permission, although WooCommerce says 401", async () => {
    const { client: woo } = client({ status: 401, text: refused("woocommerce_rest_authentication_error", 401) });
    expect(await errorOf(woo.post("orders/1/notes", {}, testContext(nowhere)))).toMatchObject({ code: "ADAPTER_FORBIDDEN" });
  });
});

describe("what is not JSON", () => {
  test.each([
    ["<!DOCTYPE html><title>Log in</title>", "web page"],
    ["<br />\n<b>Notice</b>: Undefined index in x.php on line 1<br />\n[]", "WP_DEBUG_DISPLAY"],
    ["Warning: something\n[]", "WP_DEBUG_DISPLAY"],
    ["", "nothing"],
    ['[{"id":1},', "broken off"],
    ["OK", "not JSON"],
  ])("%j is explained", async (text, words) => {
    const { client: woo, requests } = client({ text });
    const error = await errorOf(woo.get("orders", {}, testContext(nowhere)));
    expect(error.code).toBe("ADAPTER_BAD_RESPONSE");
    expect(error.message).toContain(words);
    expect(requests).toHaveLength(1);
  });

  test("a byte order mark is no reason to fail", async () => {
    const { client: woo } = client({ text: "\ufeff[1]" });
    expect((await woo.get("orders", {}, testContext(nowhere))).body).toEqual([1]);
  });
});

test("a redirect names the option to change, and not the address", async () => {
  const { client: woo } = client({ status: 301, headers: new Headers({ location: "https://x.example.test/?consumer_secret=s" }) });
  const error = await errorOf(woo.get("orders", {}, testContext(nowhere)));
  expect(error).toMatchObject({ code: "ADAPTER_REJECTED", details: { status: 301 } });
  expect(error.message).toContain("url option");
});

test("a transport that never answers and never listens is given up at the time limit", async () => {
  const woo = createWooClient({ transport: { send: () => new Promise(() => {}) }, timeoutMs: 50, ratePerSecond: 100 });
  expect(await errorOf(woo.post("x", {}, testContext(nowhere)))).toMatchObject({ code: "ADAPTER_TIMEOUT", details: { timeoutMs: 50 } });
});

test("an aborted call ends with the caller's own reason", async () => {
  const controller = new AbortController();
  const woo = createWooClient({ transport: { send: () => new Promise(() => {}) }, timeoutMs: 10_000, ratePerSecond: 100 });
  const call = errorOf(woo.get("orders", {}, testContext(nowhere, { signal: controller.signal })));
  const reason = new Error("the agent closed the page");
  controller.abort(reason);
  expect(await call).toBe(reason);
});

test("background work leaves a part of the rate to agents", async () => {
  const { client: woo } = client({});
  const background = testContext(nowhere, { priority: "background" });
  // 200 at once, of which background work may use six tenths.
  for (let count = 0; count < 121; count++) await woo.get("orders", {}, background);
  expect(background.clock.slept.length).toBeGreaterThan(0);
});
