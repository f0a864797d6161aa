import { getResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tinyShop } from "./__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce } from "./fake.ts";
import { wooCommerceHandlers } from "./handlers.ts";

const fake = createFakeWooCommerce({ shop: tinyShop() });
const server = setupServer(...wooCommerceHandlers(fake));
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterAll(() => server.close());

const basic = `Basic ${Buffer.from(`${fake.consumerKey}:${fake.consumerSecret}`).toString("base64")}`;

test("an ordinary fetch to the shop's address is answered by the fake", async () => {
  const response = await fetch(`${fake.baseUrl}/wp-json/wc/v3/orders/101`, { headers: { authorization: basic } });
  expect([response.status, (await response.json()).id]).toEqual([200, 101]);
});

test("the fake sees method, query and body", async () => {
  const response = await fetch(`${fake.baseUrl}/wp-json/wc/v3/orders/101/notes?_fields=id`, {
    method: "POST",
    headers: { authorization: basic, "content-type": "application/json" },
    body: JSON.stringify({ note: "prin msw", customer_note: false }),
  });
  expect(response.status).toBe(201);
  expect(fake.orders.notes(101).at(-1)?.note).toBe("prin msw");
});

test("the front page and pictures are served too; a dropped connection is a failed fetch", async () => {
  expect((await fetch(`${fake.baseUrl}/?rest_route=/`)).headers.get("content-type")).toBe("application/json; charset=UTF-8");
  const picture = await fetch(`${fake.baseUrl}/images/CEA-12.svg`);
  expect([picture.headers.get("content-type"), (await picture.text()).includes("<svg")]).toEqual(["image/svg+xml", true]);
  fake.dropNext();
  await expect(fetch(`${fake.baseUrl}/wp-json/`)).rejects.toThrow(TypeError);
});

test("another host is none of the fake's business; a port in the address is no parameter", async () => {
  const recorded = createFakeWooCommerce();
  const answered = async (url: string): Promise<number | undefined> =>
    (await getResponse(wooCommerceHandlers(recorded), new Request(url)))?.status;
  expect(await answered("https://elsewhere.example.test/wp-json/")).toBeUndefined();
  expect(await answered("https://127.0.0.1:9999/wp-json/")).toBeUndefined();
  expect(await answered("https://127.0.0.1:8843/wp-json/")).toBe(200);
  expect(await answered("https://127.0.0.1:8843/")).toBe(200);
});
