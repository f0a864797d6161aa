import { inspect } from "node:util";
import { createFakeWooCommerce } from "@askonce/testkit/woocommerce";
import { expect, test } from "vitest";
import { testContext } from "../../test/test-context.ts";
import { woocommerce } from "../woocommerce.ts";

const key = "ck_canary_1f3a5c7e9b";
const secret = "cs_canary_2d4b6f8a0c";
const canaries = [key, secret, encodeURIComponent(secret), btoa(`${key}:${secret}`), "canary.person@example.test"];

/** Everything that hangs on a value: own properties, hidden ones, prototypes' getters, causes, stacks. */
function everythingIn(value: unknown): string {
  const seen = new Set<unknown>();
  const texts: string[] = [];
  const walk = (part: unknown): void => {
    if (typeof part === "string") texts.push(part);
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    for (const name of Reflect.ownKeys(part)) {
      texts.push(String(name));
      walk(Reflect.get(part, name));
    }
    if (part instanceof Map || part instanceof Headers) for (const [name, entry] of part) walk([name, entry]);
    if (part instanceof Error) texts.push(String(part), part.stack ?? "");
  };
  walk(value);
  return [...texts, inspect(value, { showHidden: true, depth: Number.POSITIVE_INFINITY }), JSON.stringify(value) ?? ""].join("\n");
}

const leakyError = Object.assign(new TypeError(`fetch failed for https://shop.example.test/?consumer_secret=${secret}`), {
  cause: Object.assign(new Error(`connect ECONNREFUSED ${key}:${secret}`), { config: { auth: { username: key, password: secret } } }),
  config: { params: { consumer_secret: secret }, headers: { Authorization: `Basic ${btoa(`${key}:${secret}`)}` } },
  request: new Request(`https://shop.example.test/?consumer_key=${key}&consumer_secret=${secret}`),
});
const leak = `${key} ${secret} canary.person@example.test`;
const json = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ code: "woocommerce_rest_cannot_view", message: leak, data: { status, params: { leak } } }, { status, headers });

const answers: Record<string, () => Response | Promise<Response>> = {
  "a thrown network error": () => Promise.reject(leakyError),
  "a thrown text": () => Promise.reject(leak),
  "a thrown object": () => Promise.reject({ config: { auth: { password: secret } } }),
  "400": () => json(400),
  "401": () => json(401),
  "403": () => json(403),
  "404": () => json(404),
  "429": () => json(429, { "retry-after": "7200", link: `<https://shop.example.test/?consumer_secret=${secret}>; rel="next"` }),
  "500": () => json(500),
  "503": () => new Response(leak, { status: 503, headers: { "x-leak": secret } }),
  "a redirect": () => new Response(null, { status: 302, headers: { location: `https://shop.example.test/?consumer_secret=${secret}` } }),
  "a web page": () => new Response(`<html>${leak}`, { status: 200 }),
  "a PHP notice": () => new Response(`<br />\n<b>Notice</b>: ${leak}{"id":1}`, { status: 200 }),
  "broken JSON": () => new Response(`{"id": 1, "x": "${leak}`, { status: 200 }),
  "another shape": () => Response.json({ id: leak, billing: { email: leak } }),
  "a list instead of an order": () => Response.json([leak]),
};

test.each(Object.entries(answers))("no key and nobody's data in what comes of %s", async (_name, answer) => {
  for (const url of ["https://shop.example.test", "http://shop.example.test"]) {
    const adapter = woocommerce({ url, consumerKey: key, consumerSecret: secret, ratePerSecond: 1000 });
    const context = testContext(async () => answer());
    const calls = [
      adapter.getOrder("woocommerce:16", context),
      adapter.findOrders({ email: "canary.person@example.test" }, context),
      adapter.changes?.list({ since: null, cursor: null }, context),
      adapter.orderNotes?.addNote("woocommerce:16", { text: "x", visibleToCustomer: false }, context),
      adapter.check(context),
    ];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
    const said = everythingIn([outcomes, context.lines]);
    for (const canary of canaries) expect(said).not.toContain(canary);
  }
});

test("the walk itself would see a key in a cause, a hidden property or a request's address", () => {
  expect(everythingIn(leakyError)).toContain(secret);
  const hidden = Object.defineProperty(new Error("x"), "config", { value: { password: secret }, enumerable: false });
  expect(everythingIn(hidden)).toContain(secret);
});

test("an answer that repeats the keys in its Link header leaves them there", async () => {
  const fake = createFakeWooCommerce({ consumerKey: key, consumerSecret: secret });
  const adapter = woocommerce({ url: fake.baseUrl, consumerKey: key, consumerSecret: secret, auth: "query", changesPageSize: 2 });
  const context = testContext((input, init) => fake.handle(new Request(input, init)));
  const page = await adapter.changes?.list({ since: null, cursor: null }, context);
  expect(page?.nextCursor).not.toBeNull();
  for (const canary of canaries) expect(everythingIn([page, context.lines])).not.toContain(canary);
});
