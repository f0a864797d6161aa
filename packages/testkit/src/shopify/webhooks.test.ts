import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fixtureClock, fixtureSimulator } from "./__fixtures__/client.ts";
import { order as fakeOrder } from "./__fixtures__/shop.ts";
import type { ShopifySimulator } from "./simulator-api.ts";
import { shopifyWebhookExample } from "./webhook-example.ts";

interface Received {
  headers: Headers;
  body: string;
}

function receiver(status = 200): { received: Received[]; fetch: (request: Request) => Promise<Response> } {
  const received: Received[] = [];
  return {
    received,
    async fetch(request) {
      received.push({ headers: request.headers, body: await request.text() });
      return new Response(null, { status });
    },
  };
}

const url = "https://app.example/webhooks";

function idOf(simulator: ShopifySimulator, number: string): string {
  return simulator.findOrder(number)?.id ?? "";
}

/** One change of every kind. */
function changeEverything(simulator: ShopifySimulator): void {
  const order = simulator.findOrder("1002");
  simulator.addOrder(fakeOrder(11));
  simulator.updateOrder(idOf(simulator, "1002"), { note: "x" });
  simulator.addFulfillmentEvent(order?.fulfillmentIds[0] ?? "", { status: "OUT_FOR_DELIVERY" });
  simulator.addFulfillment(idOf(simulator, "1008"), { company: "GLS", number: "NEW1" });
  simulator.refundOrder(idOf(simulator, "1001"), {
    amount: "25.50",
    note: "broken",
    items: [{ lineItemId: simulator.findOrder("1001")?.lineItemIds[1] ?? "", quantity: 1, amount: "25.50" }],
  });
  simulator.cancelOrder(idOf(simulator, "1006"), { reason: "CUSTOMER" });
  simulator.updateCustomer("gid://shopify/Customer/7301000000001", { note: "kind" });
  simulator.deleteOrder(idOf(simulator, "1007"));
  simulator.uninstall();
}

/** Where a body has a name or a type that the published example does not have; lists are compared by their first entries. */
function differences(ours: unknown, example: unknown, path: string): string[] {
  if (ours === null || example === null || example === undefined) return [];
  if (Array.isArray(ours) && Array.isArray(example)) {
    return example.length === 0 ? [] : ours.flatMap((entry: unknown, index) => differences(entry, example[0], `${path}[${index}]`));
  }
  if (typeof ours !== typeof example) return [`${path} is ${typeof ours}, not ${typeof example}`];
  if (typeof ours !== "object") return [];
  return Object.entries(ours).flatMap(([name, value]) => {
    const theirs = example as Readonly<Record<string, unknown>>;
    return name in theirs ? differences(value, theirs[name], `${path}.${name}`) : [`${path}.${name} is not in the example`];
  });
}

describe("webhooks", () => {
  it("announce every kind of change in Shopify's topics", () => {
    const simulator = fixtureSimulator();
    changeEverything(simulator);
    expect(new Set(simulator.pendingWebhooks().map((webhook) => webhook.topic))).toEqual(
      new Set([
        "orders/create",
        "orders/updated",
        "fulfillment_events/create",
        "fulfillments/update",
        "fulfillments/create",
        "refunds/create",
        "orders/cancelled",
        "customers/update",
        "orders/delete",
        "app/uninstalled",
      ]),
    );
  });

  it("have bodies in the shape of the published examples", () => {
    const simulator = fixtureSimulator();
    changeEverything(simulator);
    for (const { topic, body } of simulator.pendingWebhooks()) {
      expect({ topic, differences: differences(JSON.parse(body), shopifyWebhookExample(topic).payload, "") }).toEqual({
        topic,
        differences: [],
      });
    }
  });

  it("carry ids as bare digits, beyond what a JavaScript number holds", () => {
    const simulator = fixtureSimulator();
    const id = idOf(simulator, "1008");
    const digits = id.split("/").at(-1) ?? "";
    simulator.updateOrder(id, { note: "x" });
    const body = simulator.pendingWebhooks()[0]?.body ?? "";
    expect(body.startsWith(`{"id":${digits},"admin_graphql_api_id":"${id}",`)).toBe(true);
    expect(String((JSON.parse(body) as { id: number }).id)).not.toBe(digits);
  });

  it("carry only large ids when asked", () => {
    const simulator = fixtureSimulator({ largeIds: true });
    simulator.updateOrder(idOf(simulator, "1005"), { note: "x" });
    const body = simulator.pendingWebhooks()[0]?.body ?? "";
    const ids = [...body.matchAll(/"(?:id|line_item_id|order_id)":(\d+)/g)].map((match) => BigInt(match[1] ?? "0"));
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) expect(id).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  it("write money in both currencies", () => {
    const simulator = fixtureSimulator();
    simulator.updateOrder(idOf(simulator, "1006"), { note: "x" });
    expect(JSON.parse(simulator.pendingWebhooks()[0]?.body ?? "{}")).toMatchObject({
      total_price: "1177.00",
      total_price_set: {
        shop_money: { amount: "1177.00", currency_code: "RON" },
        presentment_money: { amount: "235.40", currency_code: "EUR" },
      },
    });
  });

  it("write times in the shop's zone", () => {
    const simulator = fixtureSimulator();
    simulator.updateOrder(idOf(simulator, "1003"), { note: "x" });
    const payload = JSON.parse(simulator.pendingWebhooks()[0]?.body ?? "{}") as Record<string, string>;
    expect(payload.created_at).toBe("2026-08-01T15:00:00+03:00");
    expect(payload.updated_at).toBe("2026-11-21T12:00:00+02:00");
  });

  it("are signed over their bytes, with the classic headers", async () => {
    const simulator = fixtureSimulator({ apiSecret: "hush" });
    simulator.updateOrder(idOf(simulator, "1002"), { note: "mulțumesc" });
    const { received, fetch } = receiver();
    const deliveries = await simulator.deliverWebhooks({ fetch, url });
    expect(deliveries).toMatchObject([{ topic: "orders/updated", status: 200, stale: false }]);
    const [only] = received;
    expect(only?.headers.get("X-Shopify-Hmac-Sha256")).toBe(
      createHmac("sha256", "hush")
        .update(only?.body ?? "")
        .digest("base64"),
    );
    expect(only?.headers.get("X-Shopify-Topic")).toBe("orders/updated");
    expect(only?.headers.get("X-Shopify-Shop-Domain")).toBe(simulator.domain);
    expect(only?.headers.get("X-Shopify-API-Version")).toBe("2026-10");
    expect(only?.headers.get("X-Shopify-Event-Id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(only?.headers.get("X-Shopify-Webhook-Id")).not.toBe(only?.headers.get("X-Shopify-Event-Id"));
    expect(only?.headers.get("X-Shopify-Triggered-At")).toBe("2026-11-21T10:00:00.000Z");
    expect(simulator.pendingWebhooks()).toEqual([]);
  });

  it("come with the headers of Events when asked", async () => {
    const simulator = fixtureSimulator();
    simulator.updateOrder(idOf(simulator, "1002"), { note: "x" });
    const { received, fetch } = receiver();
    await simulator.deliverWebhooks({ fetch, url, headers: "events" });
    const headers = received[0]?.headers;
    expect(headers?.get("shopify-topic")).toBe("Order");
    expect(headers?.get("shopify-action")).toBe("update");
    expect(headers?.get("shopify-hmac-sha256")).toBe(
      createHmac("sha256", simulator.apiSecret)
        .update(received[0]?.body ?? "")
        .digest("base64"),
    );
    expect(headers?.get("X-Shopify-Topic")).toBeNull();
  });

  it("come twice, out of order and stale, the same way for the same seed", async () => {
    const run = async (seed: number): Promise<string[]> => {
      const clock = fixtureClock();
      const simulator = fixtureSimulator({ clock });
      for (let count = 0; count < 20; count += 1) {
        clock.advance(1_000);
        simulator.updateOrder(idOf(simulator, "1002"), { note: `note ${count}` });
      }
      const { fetch } = receiver();
      const deliveries = await simulator.deliverWebhooks({ fetch, url, duplicate: 0.3, shuffle: 0.5, stalePayload: 0.3, seed });
      return deliveries.map(
        (delivery) => `${delivery.eventId} ${delivery.stale} ${(JSON.parse(delivery.body) as { note: string | null }).note}`,
      );
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    const events = first.map((line) => line.split(" ")[0]);
    expect(new Set(events).size).toBe(20);
    expect(events.length).toBeGreaterThan(20);
    expect(first.some((line) => line.includes(" true "))).toBe(true);
  });

  it("keep the body of the moment of the change", () => {
    const simulator = fixtureSimulator();
    simulator.updateOrder(idOf(simulator, "1002"), { note: "first" });
    simulator.updateOrder(idOf(simulator, "1002"), { note: "second" });
    const notes = simulator.pendingWebhooks().map((webhook) => (JSON.parse(webhook.body) as { note: string }).note);
    expect(notes).toEqual(["first", "second"]);
    expect(JSON.parse(simulator.pendingWebhooks()[0]?.previousBody ?? "{}")).toMatchObject({ note: null });
  });

  it("report what the receiver answered, also when it cannot be reached", async () => {
    const simulator = fixtureSimulator();
    simulator.updateOrder(idOf(simulator, "1002"), { note: "x" });
    expect(await simulator.deliverWebhooks({ fetch: receiver(401).fetch, url, secret: "wrong" })).toMatchObject([{ status: 401 }]);
    simulator.updateOrder(idOf(simulator, "1002"), { note: "y" });
    expect(await simulator.deliverWebhooks({ fetch: () => Promise.reject(new TypeError("down")), url })).toMatchObject([{ status: 0 }]);
  });

  it("can be limited to topics", async () => {
    const simulator = fixtureSimulator();
    changeEverything(simulator);
    const { fetch } = receiver();
    const deliveries = await simulator.deliverWebhooks({ fetch, url, topics: ["refunds/create"] });
    expect(deliveries.map((delivery) => delivery.topic)).toEqual(["refunds/create"]);
  });
});

describe("shopifyWebhookExample", () => {
  it("keeps the damaged ids of the recording beside the right ones", () => {
    const { payload, accessScopes } = shopifyWebhookExample("orders/updated");
    expect(String(payload.id)).toBe("820982911946154500");
    expect(payload.admin_graphql_api_id).toBe("gid://shopify/Order/820982911946154508");
    expect(accessScopes).toContain("orders");
  });

  it.each(["orders/nothing", "../package", ""])("does not know %j", (topic) => {
    expect(() => shopifyWebhookExample(topic)).toThrow(RangeError);
  });
});
