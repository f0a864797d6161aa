import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { ask, call } from "./__fixtures__/call.ts";
import { tinyShop } from "./__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce, type FakeWooCommerce } from "./fake.ts";
import type { FakeWooCommerceOptions } from "./options.ts";
import { wooCommerceRecording } from "./recordings.ts";

const error = (name: string): unknown => wooCommerceRecording(`errors/${name}`);
const http = { baseUrl: "http://shop.example.test" };

function basic(key: string, secret: string): { headers: Record<string, string> } {
  return { headers: { authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}` } };
}

function keys(fake: FakeWooCommerce): string {
  return `consumer_key=${fake.consumerKey}&consumer_secret=${fake.consumerSecret}`;
}

/** RFC 3986 encoding, written apart from the fake's own. */
function encode(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

interface Signing {
  method?: string;
  parameters?: [string, string][];
  timestamp?: number;
  nonce?: string;
  secret?: string;
  key?: string;
  algorithm?: "HMAC-SHA256" | "HMAC-SHA1";
}

let nonces = 0;

/** Signs a request by the rules of RFC 5849, section 3.4, and gives its path and query. */
function signed(fake: FakeWooCommerce, path: string, signing: Signing = {}): string {
  const { method = "GET", parameters = [], algorithm = "HMAC-SHA256" } = signing;
  const all: [string, string][] = [
    ...parameters,
    ["oauth_consumer_key", signing.key ?? fake.consumerKey],
    ["oauth_nonce", signing.nonce ?? `nonce-${nonces++}`],
    ["oauth_signature_method", algorithm],
    ["oauth_timestamp", String(signing.timestamp ?? Math.floor(Date.now() / 1000))],
    ["oauth_version", "1.0"],
  ];
  const lines = all.map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const normalized = [...lines].sort((a, b) => (a < b ? -1 : 1)).join("&");
  const base = `${method}&${encode(`${fake.baseUrl}${path}`)}&${encode(normalized)}`;
  const hash = algorithm === "HMAC-SHA256" ? "sha256" : "sha1";
  const signature = createHmac(hash, `${signing.secret ?? fake.consumerSecret}&`)
    .update(base)
    .digest("base64");
  return `${path}?${lines.join("&")}&oauth_signature=${encode(signature)}`;
}

const orders = "/wp-json/wc/v3/orders";

test("https: Basic and keys in the query are let in", async () => {
  const fake = createFakeWooCommerce();
  expect((await call(fake, "wc/v3/orders")).status).toBe(200);
  expect((await ask(fake, `${orders}?${keys(fake)}`)).status).toBe(200);
});

test("without keys, and with an unknown key, the recorded 401", async () => {
  const fake = createFakeWooCommerce();
  const stranger = await ask(fake, orders);
  expect([stranger.status, stranger.json]).toEqual([401, error("no-auth")]);
  expect(stranger.headers.get("vary")).toBe("Origin");
  const unknown = await ask(fake, orders, basic("ck_unknown", fake.consumerSecret));
  expect([unknown.status, unknown.json]).toEqual([401, error("bad-key")]);
});

test("a wrong secret is said to be wrong, by Basic and by query", async () => {
  const fake = createFakeWooCommerce();
  const answers = [
    await ask(fake, orders, basic(fake.consumerKey, "cs_wrong")),
    await ask(fake, `${orders}?consumer_key=${fake.consumerKey}&consumer_secret=cs_wrong`),
  ];
  for (const answer of answers) expect([answer.status, answer.json]).toEqual([401, error("bad-secret")]);
});

test("plain http refuses Basic and keys in the query as if there were none", async () => {
  const fake = createFakeWooCommerce(http);
  const answers = [await call(fake, "wc/v3/orders"), await ask(fake, `${orders}?${keys(fake)}`)];
  expect(answers.map((answer) => [answer.status, answer.json])).toEqual([
    [401, error("basic-over-http")],
    [401, error("query-over-http")],
  ]);
});

test("treatAsHttps makes a plain server take Basic", async () => {
  expect((await call(createFakeWooCommerce({ ...http, treatAsHttps: true }), "wc/v3/orders")).status).toBe(200);
});

test("a host that strips the Authorization header knows only keys in the query", async () => {
  const fake = createFakeWooCommerce({ authorizationHeaderStripped: true });
  expect((await call(fake, "wc/v3/orders")).json).toEqual(error("no-auth"));
  expect((await ask(fake, `${orders}?${keys(fake)}`)).status).toBe(200);
});

test("?rest_route= reaches the routes but never authenticates", async () => {
  const fake = createFakeWooCommerce();
  const { status, json } = await ask(fake, "/?rest_route=/wc/v3/orders", basic(fake.consumerKey, fake.consumerSecret));
  expect([status, json]).toEqual([401, error("rest-route-style")]);
  expect((await ask(fake, "/?rest_route=/")).status).toBe(200);
});

test("a read key that writes gets 401, also for a route that does not exist; a write key cannot read", async () => {
  const reader = createFakeWooCommerce({ permission: "read" });
  for (const path of ["wc/v3/orders/16", "wc/v3/nothing"]) {
    const { status, json } = await call(reader, path, { method: "PUT", body: { status: "completed" } });
    expect([status, json]).toEqual([401, error("read-key-write")]);
  }
  expect(reader.orders.get(16)?.status).toBe("processing");
  const writer = createFakeWooCommerce({ permission: "write" });
  expect((await call<{ message: string }>(writer, "wc/v3/orders")).json.message).toBe(
    "The API key provided does not have read permissions.",
  );
  expect((await call(writer, "wc/v3/orders/16", { method: "PUT", body: { status: "completed" } })).status).toBe(200);
});

test.each<[string, Signing]>([
  ["plain", {}],
  [
    "arrays, spaces, diacritics and signs",
    {
      parameters: [
        ["status[0]", "processing"],
        ["search", "Ștefan cel Mare 7/8 & (co)*!'~"],
        ["modified_after", "2026-11-21T17:00:00+02:00"],
      ],
    },
  ],
  ["SHA-1", { algorithm: "HMAC-SHA1" }],
  ["PUT", { method: "PUT" }],
])("http: OAuth 1.0a in the query, %s", async (_, signing) => {
  const fake = createFakeWooCommerce({ ...http, shop: tinyShop() });
  const path = signing.method === "PUT" ? `${orders}/101` : orders;
  const init = signing.method === "PUT" ? { method: "PUT", body: {} } : {};
  expect(await ask(fake, signed(fake, path, signing), init)).toMatchObject({ status: 200 });
});

test("http: a parameter that is repeated, as the official client repeats all of them, counts once, as PHP reads it", async () => {
  const fake = createFakeWooCommerce({ ...http, shop: tinyShop() });
  const url = signed(fake, orders, { parameters: [["search", "101"]] });
  expect((await ask(fake, `${url}&search=101`)).status).toBe(200);
  expect((await ask(fake, `${signed(fake, orders, { parameters: [["search", "101"]] })}&search=102`)).status).toBe(401);
});

test("OAuth also works over https", async () => {
  const fake = createFakeWooCommerce();
  expect((await ask(fake, signed(fake, orders))).status).toBe(200);
});

test.each<[string, Signing, string]>([
  ["another secret", { secret: "cs_other" }, "Invalid signature - provided signature does not match."],
  ["an unknown key", { key: "ck_other" }, "Consumer key is invalid."],
])("OAuth refuses %s", async (_, signing, message) => {
  const fake = createFakeWooCommerce(http);
  const { status, json } = await ask(fake, signed(fake, orders, signing));
  expect([status, json]).toEqual([401, { code: "woocommerce_rest_authentication_error", message, data: { status: 401 } }]);
});

test("OAuth refuses a parameter that was added after signing, and a method that was changed", async () => {
  const fake = createFakeWooCommerce(http);
  expect((await ask(fake, `${signed(fake, orders)}&status=any`)).status).toBe(401);
  expect((await ask(fake, signed(fake, `${orders}/16`), { method: "DELETE" })).status).toBe(401);
});

test("OAuth names missing parameters", async () => {
  const fake = createFakeWooCommerce(http);
  const { json } = await ask(fake, `${orders}?oauth_consumer_key=a&oauth_nonce=b&oauth_timestamp=1`);
  expect(json).toMatchObject({
    code: "woocommerce_rest_authentication_missing_parameter",
    message: "Missing OAuth parameters oauth_signature, oauth_signature_method",
  });
});

test("OAuth: a timestamp within 15 minutes of the shop's clock, and a nonce once", async () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  const options: FakeWooCommerceOptions = { ...http, clock: { now: () => now } };
  const fake = createFakeWooCommerce(options);
  const seconds = now / 1000;
  const status = async (signing: Signing): Promise<[number, string | undefined]> => {
    const answer = await ask<{ message?: string }>(fake, signed(fake, orders, signing));
    return [answer.status, answer.json.message];
  };
  expect(await status({ timestamp: seconds - 900 })).toEqual([200, undefined]);
  expect(await status({ timestamp: seconds + 900 })).toEqual([200, undefined]);
  expect(await status({ timestamp: seconds - 901 })).toEqual([401, "Invalid timestamp."]);
  expect(await status({ timestamp: seconds + 901 })).toEqual([401, "Invalid timestamp."]);
  expect(await status({ timestamp: seconds, nonce: "once" })).toEqual([200, undefined]);
  expect(await status({ timestamp: seconds, nonce: "once" })).toEqual([401, "Invalid nonce - nonce has already been used."]);
});

test("a key that may only read orders: 403 for what needs a manager", async () => {
  const fake = createFakeWooCommerce({ rights: "orderReader" });
  for (const path of [
    "orders",
    "orders/16",
    "orders/16/notes",
    "orders/16/refunds",
    "customers",
    "orders/statuses",
    "orders/16/shipment-trackings",
  ]) {
    expect((await call(fake, `wc/v3/${path}`)).status, path).toBe(200);
  }
  for (const path of ["webhooks", "system_status", "orders/16/fulfillments"])
    expect((await call(fake, `wc/v3/${path}`)).status, path).toBe(403);
  expect((await call(fake, "wc/v3/orders/16", { method: "PUT", body: {} })).status).toBe(403);
  expect((await call(fake, "wc/v3/orders/16/notes", { method: "POST", body: { note: "x" } })).status).toBe(403);
});
