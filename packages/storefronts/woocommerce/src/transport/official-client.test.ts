import { createFakeWooCommerce, type FakeWooCommerceOptions } from "@askonce/testkit/woocommerce";
import { describe, expect, test } from "vitest";
import { createOfficialClient, type OfficialClientOptions } from "./official-client.ts";
import type { WooRequest } from "./woo-transport.ts";

function shop(options: FakeWooCommerceOptions, auth: OfficialClientOptions["auth"] = "auto") {
  const fake = createFakeWooCommerce(options);
  const requests: Request[] = [];
  const client = createOfficialClient({ url: fake.baseUrl, consumerKey: fake.consumerKey, consumerSecret: fake.consumerSecret, auth });
  const send = (request: Partial<WooRequest>) =>
    client.send({
      method: "GET",
      namespace: "wc/v3",
      path: "orders",
      query: {},
      body: null,
      signal: new AbortController().signal,
      fetch: (input, init) => {
        requests.push(new Request(input, init));
        return fake.handle(new Request(input, init));
      },
      ...request,
    });
  return { fake, requests, send };
}

describe("over https", () => {
  test("the keys go into the Authorization header and not into the address", async () => {
    const { fake, requests, send } = shop({});
    expect((await send({})).status).toBe(200);
    expect(requests[0]?.headers.get("authorization")).toBe(`Basic ${btoa(`${fake.consumerKey}:${fake.consumerSecret}`)}`);
    expect(requests[0]?.url).not.toContain(fake.consumerKey);
  });

  test("a host that drops the header gets the keys in the query, and from then on only there", async () => {
    const { requests, send } = shop({ authorizationHeaderStripped: true });
    expect((await send({})).status).toBe(200);
    expect((await send({})).status).toBe(200);
    expect(requests.map(({ url }) => new URL(url).searchParams.has("consumer_key"))).toEqual([false, true, true]);
    expect(requests[2]?.headers.has("authorization")).toBe(false);
  });

  test("with auth basic the keys never go into the query", async () => {
    const { requests, send } = shop({ authorizationHeaderStripped: true }, "basic");
    expect((await send({})).status).toBe(401);
    expect(requests).toHaveLength(1);
  });

  test("keys that worked once in the header are not tried in the query when they are revoked", async () => {
    const { fake, requests, send } = shop({});
    await send({});
    const response = await send({
      fetch: async (input, init) => {
        requests.push(new Request(input, init));
        return Response.json({ code: "woocommerce_rest_cannot_view", message: "", data: { status: 401 } }, { status: 401 });
      },
    });
    expect(response.status).toBe(401);
    expect(requests).toHaveLength(2);
    expect(requests.some(({ url }) => url.includes(fake.consumerKey))).toBe(false);
  });
});

describe("over http", () => {
  test.each([
    { query: {} },
    { query: { search: "țuică & Ștefan + 50%", per_page: "5" } },
    { query: { modified_after: "2026-11-21T17:17:10Z", "status[0]": "any" } },
  ])("requests are signed and carry no secret: $query", async ({ query }) => {
    const { fake, requests, send } = shop({ baseUrl: "http://127.0.0.1:8890" });
    const response = await send({ query });
    expect({ status: response.status, text: response.text.slice(0, 1) }).toEqual({ status: 200, text: "[" });
    const address = new URL(requests[0]?.url ?? "");
    expect(address.searchParams.get("oauth_signature_method")).toBe("HMAC-SHA256");
    for (const [name, value] of Object.entries(query)) expect(address.searchParams.getAll(name)).toEqual([value]);
    expect(address.href).not.toContain(fake.consumerSecret);
    expect(requests[0]?.headers.has("authorization")).toBe(false);
  });

  test("a write is signed too, with its body as JSON", async () => {
    const { fake, send } = shop({ baseUrl: "http://127.0.0.1:8890" });
    const response = await send({ method: "POST", path: "orders/16/notes", body: { note: "Sună-l mâine", customer_note: false } });
    expect(response.status).toBe(201);
    expect(fake.orders.notes(16).some(({ note }) => note === "Sună-l mâine")).toBe(true);
  });
});

test("an undefined value is left out instead of being sent as a word", async () => {
  const { requests, send } = shop({ baseUrl: "http://127.0.0.1:8890" });
  const query = { search: undefined } as unknown as Record<string, string>;
  const response = await send({ query });
  expect(JSON.parse(response.text)).toHaveLength(9);
  expect(requests[0]?.url).not.toContain("undefined");
});

test("a redirect is an answer, not a way to somewhere else with the keys", async () => {
  const { send } = shop({});
  let asked: RequestRedirect | undefined;
  const response = await send({
    fetch: async (input, init) => {
      asked = new Request(input, init).redirect;
      return new Response(null, { status: 301, headers: { location: "https://elsewhere.example.test/" } });
    },
  });
  expect({ status: response.status, asked }).toEqual({ status: 301, asked: "manual" });
});

test("the text comes as it was, so that no digit of a large id is lost", async () => {
  const { send } = shop({});
  const text = '\ufeff{"id": 820982911946154507 }';
  const response = await send({ fetch: async () => new Response(new TextEncoder().encode(text)) });
  expect(response.text).toContain("820982911946154507 }");
});
