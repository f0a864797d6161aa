import type { FakeWooCommerceOptions } from "@askonce/testkit/woocommerce";
import { describe, expect, test } from "vitest";
import { openShop } from "../../test/shop.ts";
import { testClock, testContext } from "../../test/test-context.ts";
import type { WooCommerceOptions } from "../options.ts";

const now = Date.parse("2026-11-21T18:00:00Z");

async function states(fakeOptions: FakeWooCommerceOptions = {}, options: Partial<WooCommerceOptions> = {}) {
  const { adapter, context } = openShop({ clock: { now: () => now }, ...fakeOptions }, options);
  const report = await adapter.check(context);
  for (const item of report.checks)
    if (item.state === "failed" || item.state === "warning") expect(item.remedy).toEqual(expect.any(String));
  return { ok: report.ok, ...Object.fromEntries(report.checks.map(({ id, state }) => [id, state])) };
}

async function against(answer: (request: Request) => Response | Promise<Response>, options: Partial<WooCommerceOptions> = {}) {
  const { adapter } = openShop({}, options);
  const report = await adapter.check(testContext(async (input, init) => answer(new Request(input, init))));
  return Object.fromEntries(report.checks.map((item) => [item.id, item]));
}

test("a shop with everything", async () => {
  expect(await states({ fulfillmentsEnabled: false })).toMatchObject({
    ok: true,
    address: "ok",
    https: "ok",
    credentials: "ok",
    permissions: "ok",
    customers: "ok",
    version: "ok",
  });
});

test("fulfillments before 10.8 show guests' tracking numbers to everybody", async () => {
  expect(await states({ fulfillmentsEnabled: true })).toMatchObject({ ok: true, version: "warning" });
});

test("a key that may only read orders is enough; what it cannot see is skipped", async () => {
  expect(await states({ rights: "orderReader" })).toMatchObject({ ok: true, permissions: "ok", version: "skipped", webhooks: "skipped" });
});

test("wrong keys", async () => {
  const report = await states({}, { consumerSecret: "cs_wrong_wrong" });
  expect(report).toMatchObject({
    ok: false,
    address: "ok",
    credentials: "failed",
    permissions: "skipped",
    version: "skipped",
    webhooks: "skipped",
  });
});

test("a known key without the right to read orders", async () => {
  const items = await against((request) =>
    request.url.endsWith("/wp-json/")
      ? Response.json({ namespaces: ["wc/v3"], routes: {} })
      : Response.json({ code: "woocommerce_rest_cannot_view", message: "", data: { status: 403 } }, { status: 403 }),
  );
  expect(items).toMatchObject({ credentials: { state: "ok" }, permissions: { state: "failed" } });
});

describe("webhooks", () => {
  const topics = ["order.created", "order.updated", "order.deleted"];

  test("all three are there", async () => {
    const { fake, adapter, context } = openShop();
    for (const topic of topics) fake.addWebhook({ topic, deliveryUrl: "https://a.example.test/hook" });
    expect((await adapter.check(context)).checks.find(({ id }) => id === "webhooks")).toMatchObject({ state: "ok" });
  });

  test("a missing one is a warning, a disabled one a failure that says how to come out of it", async () => {
    const { fake, adapter, context } = openShop();
    for (const topic of topics) fake.addWebhook({ topic, deliveryUrl: "https://a.example.test/hook" });
    const find = async () => (await adapter.check(context)).checks.find(({ id }) => id === "webhooks");
    for (let failure = 0; failure < 7; failure++) {
      fake.updateOrder(22, {});
      await fake.deliverWebhooks({ fetch: async () => new Response(null, { status: 500 }) });
    }
    expect(await find()).toMatchObject({
      state: "failed",
      detail: expect.stringContaining("order.updated"),
      remedy: expect.stringContaining("delete"),
    });
    expect(await states()).toMatchObject({ webhooks: "warning", ok: true });
  });

  test("no secret", async () => expect(await states({}, { webhookSecrets: [] })).toMatchObject({ webhooks: "warning", ok: true }));
});

describe("the address", () => {
  test.each<[string, () => Response]>([
    ["plain permalinks", () => new Response("<html>", { status: 404 })],
    ["a redirect", () => new Response(null, { status: 301, headers: { location: "https://www.example.test/" } })],
    ["a login page", () => new Response("<!doctype html>", { status: 200 })],
    ["WordPress without WooCommerce", () => Response.json({ namespaces: ["wp/v2"], routes: {} })],
    ["a firewall", () => new Response("blocked", { status: 403 })],
    ["something else", () => Response.json([1])],
  ])("%s", async (_name, answer) => {
    expect((await against(answer)).address).toMatchObject({ state: "failed", remedy: expect.any(String) });
  });

  test("is asked without the keys", async () => {
    const seen: Request[] = [];
    await against((request) => {
      seen.push(request);
      return new Response("", { status: 500 });
    });
    expect(seen[0]?.url).toMatch(/\/wp-json\/$/);
    expect(seen[0]?.headers.has("authorization")).toBe(false);
  });
});

test("http is a warning, and a clock that is far off makes every signature fail", async () => {
  const far = new Date(now - 3_600_000).toUTCString();
  const { fake, adapter } = openShop({ baseUrl: "http://shop.example.test", clock: { now: () => now } });
  const context = testContext(
    async (input, init) => {
      const response = await fake.handle(new Request(input, init));
      const headers = new Headers(response.headers);
      headers.set("date", far);
      return new Response(await response.text(), { status: response.status, headers });
    },
    { clock: testClock(now) },
  );
  const { checks } = await adapter.check(context);
  expect(checks.find(({ id }) => id === "https")).toMatchObject({ state: "warning" });
  expect(checks.find(({ id }) => id === "clock")).toMatchObject({
    state: "failed",
    detail: "The shop's clock and ours are 60 minutes apart",
  });
});

test("keys in the query are a warning", async () =>
  expect(await states({}, { auth: "query" })).toMatchObject({ https: "warning", ok: true }));
