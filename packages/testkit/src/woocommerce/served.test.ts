import { afterAll, beforeAll, expect, test } from "vitest";
import { type RequestHandlerServer, serveRequestHandler } from "../server.ts";
import { tinyShop } from "./__fixtures__/tiny-shop.ts";
import { createFakeWooCommerce } from "./fake.ts";
import { signWebhook } from "./webhook-delivery.ts";

const fake = createFakeWooCommerce({ shop: tinyShop(), treatAsHttps: true });
const authorization = `Basic ${Buffer.from(`${fake.consumerKey}:${fake.consumerSecret}`).toString("base64")}`;
let server: RequestHandlerServer;

beforeAll(async () => {
  server = await serveRequestHandler((request) => fake.handle(request));
  fake.setBaseUrl(`${server.url}/`);
});
afterAll(() => server.close());

test("over a real socket, addresses in answers lead back to the server", async () => {
  const order = await (await fetch(`${server.url}/wp-json/wc/v3/orders/101`, { headers: { authorization } })).json();
  expect(order.payment_url.startsWith(`${server.url}/checkout/`)).toBe(true);
  const picture = await fetch(order.line_items[0].image.src);
  expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/svg+xml"]);
});

test("a client that gives up on a hanging request gets its abort, and the shop goes on", async () => {
  fake.hangNext();
  await expect(fetch(`${server.url}/wp-json/`, { signal: AbortSignal.timeout(50) })).rejects.toThrow("aborted due to timeout");
  expect((await fetch(`${server.url}/wp-json/`)).status).toBe(200);
});

test("a cut connection is a failed fetch", async () => {
  fake.dropNext();
  await expect(fetch(`${server.url}/wp-json/`)).rejects.toThrow(TypeError);
});

test("webhooks reach a real receiver with a signature that verifies", async () => {
  const bodies: [string, string | null][] = [];
  const receiver = await serveRequestHandler(async (request) => {
    bodies.push([await request.text(), request.headers.get("x-wc-webhook-signature")]);
    return new Response(null, { status: 200 });
  });
  try {
    fake.addWebhook({ topic: "order.updated", deliveryUrl: `${receiver.url}/hook`, secret: "sec&amp;ret" });
    fake.updateOrder(101, { customer_note: "Sună înainte" });
    const deliveries = await fake.deliverWebhooks({ fetch });
    expect(deliveries.map(({ topic, status }) => [topic, status])).toEqual([
      ["ping", 200],
      ["order.updated", 200],
    ]);
    expect(bodies[0]).toEqual(["webhook_id=1", null]);
    expect(bodies[1]?.[1]).toBe(signWebhook(bodies[1]?.[0] ?? "", "sec&ret"));
    expect(JSON.parse(bodies[1]?.[0] ?? "").customer_note).toBe("Sună înainte");
  } finally {
    await receiver.close();
  }
});
