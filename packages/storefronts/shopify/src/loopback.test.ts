import { conformanceShop } from "@askonce/testkit";
import { serveRequestHandler } from "@askonce/testkit/server";
import { createShopifySimulator } from "@askonce/testkit/shopify";
import { expect, it } from "vitest";
import { testContext } from "../test-support/shop-harness.ts";
import { shopify } from "./shopify.ts";

it("works over the network with a simulator that is named by its URL", async () => {
  const simulator = createShopifySimulator({ shop: conformanceShop().shop });
  const server = await serveRequestHandler(simulator.handle);
  try {
    const adapter = shopify({ shop: server.url, credentials: { apiKey: simulator.apiKey, apiSecret: simulator.apiSecret } });
    const context = testContext(globalThis.fetch);
    const found = await adapter.findOrders({ orderNumber: "#20008" }, context);
    expect(found.orders[0]).toMatchObject({ number: "20008", parcels: [{ status: "delivered", carrier: "GLS" }] });
    expect(found.orders[0]?.adminUrl).toMatch(new RegExp(`^${server.url.replace(/\/$/, "")}/admin/orders/\\d+$`));

    simulator.updateOrder(simulator.findOrder("20008")?.id ?? "", { note: "Please ring twice" });
    const received: string[] = [];
    await simulator.deliverWebhooks({
      url: "https://askonce.test/webhooks",
      fetch: async (request) => {
        const body = new Uint8Array(await request.arrayBuffer());
        const receipt = await adapter.webhooks?.receive({ method: "POST", url: request.url, headers: request.headers, body }, context);
        received.push(...(receipt?.events ?? []).map((event) => ("ref" in event ? event.ref : event.code)));
        return new Response(null, { status: 200 });
      },
    });
    expect(received).toEqual([found.orders[0]?.ref]);
    const again = await adapter.getOrder(received[0] ?? "", context);
    expect(again?.customerNote).toBe("Please ring twice");
  } finally {
    await server.close();
  }
});
