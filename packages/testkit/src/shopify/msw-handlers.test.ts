import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveRequestHandler } from "../server.ts";
import { adminRequest, fixtureSimulator } from "./__fixtures__/client.ts";
import { shopifyHandlers } from "./msw-handlers.ts";

const simulator = fixtureSimulator();
const server = setupServer(...shopifyHandlers(simulator));

describe("shopifyHandlers", () => {
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterAll(() => server.close());

  it("answer global fetch for the shop's domain", async () => {
    const response = await fetch(adminRequest(simulator, "{ shop { name } }"));
    expect(await response.json()).toMatchObject({ data: { shop: { name: "Lumina" } } });
  });

  it("break the connection when asked", async () => {
    simulator.dropConnection();
    await expect(fetch(adminRequest(simulator, "{ shop { name } }"))).rejects.toThrow(TypeError);
  });
});

describe("a simulator behind a server", () => {
  it("answers over HTTP with links on the server's own address, and cuts connections", async () => {
    const served = await serveRequestHandler((request) => simulator.handle(request));
    try {
      const send = (): Promise<Response> =>
        fetch(`${served.url}/admin/api/2026-10/graphql.json`, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-Shopify-Access-Token": simulator.accessToken },
          body: JSON.stringify({ query: "{ orders(first: 1) { nodes { lineItems(first: 1) { nodes { image { url } } } } } }" }),
        });
      const answer = (await (await send()).json()) as {
        data: { orders: { nodes: { lineItems: { nodes: { image: { url: string } }[] } }[] } };
      };
      expect(answer.data.orders.nodes[0]?.lineItems.nodes[0]?.image.url).toMatch(new RegExp(`^${served.url}/images/LAMP-`));
      simulator.dropConnection();
      await expect(send()).rejects.toThrow(TypeError);
    } finally {
      await served.close();
    }
  });
});
