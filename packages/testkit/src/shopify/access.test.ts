import { describe, expect, it } from "vitest";
import { ask, askOperation, fixtureClock, fixtureSimulator } from "./__fixtures__/client.ts";

const orderWithCustomer = "query Q($id: ID!) { order(id: $id) { id name customer { id firstName } } }";

describe("scopes", () => {
  it("nulls a nullable field whose scope is missing and keeps the rest", async () => {
    const simulator = fixtureSimulator({ accessTokens: { only_orders: ["read_orders"] } });
    const id = simulator.findOrder("1002")?.id;
    const answer = await ask(simulator, orderWithCustomer, { variables: { id } });
    expect(answer.data).toEqual({ order: { id, name: "#1002", customer: null } });
    expect(answer.errors).toEqual([
      {
        message: "Access denied for customer field. Required access: `read_customers` access scope.",
        locations: [{ line: 1, column: 46 }],
        path: ["order", "customer"],
        extensions: {
          code: "ACCESS_DENIED",
          documentation: "https://shopify.dev/api/usage/access-scopes",
          requiredAccess: "`read_customers` access scope.",
        },
      },
    ]);
  });

  it("loses the order when the field without scope may not be null, as returns without read_returns", async () => {
    const simulator = fixtureSimulator({ accessTokens: { only_orders: ["read_orders"] } });
    const answer = await askOperation(simulator, "AskonceOrderReturns", { id: simulator.findOrder("1002")?.id });
    expect(answer.data).toEqual({ order: null });
    expect(answer.errors[0].extensions.code).toBe("ACCESS_DENIED");
  });

  it("denies lists and nodes alike without read_orders", async () => {
    const simulator = fixtureSimulator({ accessTokens: { only_customers: ["read_customers"] } });
    const answer = await ask(simulator, "query Q($id: ID!) { node(id: $id) { id } }", {
      variables: { id: simulator.findOrder("1002")?.id },
    });
    expect(answer.data).toEqual({ node: null });
    expect(answer.errors[0].extensions.code).toBe("ACCESS_DENIED");
    const list = await ask(simulator, "{ orders(first: 1) { nodes { id } } }");
    expect(list.errors[0].message).toContain("Access denied for orders field.");
  });

  it("lets a write scope read, and refuses a mutation without it", async () => {
    const writer = fixtureSimulator({ accessTokens: { writer: ["write_orders"] } });
    const id = writer.findOrder("1002")?.id;
    expect((await ask(writer, "query Q($id: ID!) { order(id: $id) { name } }", { variables: { id } })).data.order.name).toBe("#1002");
    const reader = fixtureSimulator({ accessTokens: { reader: ["read_orders"] } });
    const refused = await askOperation(reader, "AskonceAddress", { input: { id, note: "x" } });
    expect(refused.data).toEqual({ orderUpdate: null });
    expect(refused.errors[0].extensions.code).toBe("ACCESS_DENIED");
    expect(reader.pendingWebhooks()).toEqual([]);
  });

  it("shows the app its own scopes", async () => {
    const simulator = fixtureSimulator({ accessTokens: { t: ["write_orders", "read_customers"] } });
    const answer = await askOperation(simulator, "AskonceInstallation", {});
    expect(answer.data.currentAppInstallation.accessScopes.map((scope: { handle: string }) => scope.handle)).toEqual([
      "read_customers",
      "read_orders",
      "write_orders",
    ]);
    expect(answer.data.shop).toMatchObject({ name: "Lumina", currencyCode: "RON", ianaTimezone: "Europe/Bucharest" });
  });
});

describe("protected customer data", () => {
  it("nulls the fields of kinds that are not approved", async () => {
    const simulator = fixtureSimulator({ protectedDataApproved: ["name"] });
    const query = "query Q($id: ID!) { order(id: $id) { email shippingAddress { firstName address1 city } } }";
    const answer = await ask(simulator, query, { variables: { id: simulator.findOrder("1002")?.id } });
    expect(answer.data.order).toEqual({ email: null, shippingAddress: { firstName: "Ana", address1: null, city: "Brasov" } });
    expect(answer.errors.map((error: { extensions: { code: string } }) => error.extensions.code)).toEqual([
      "ACCESS_DENIED",
      "ACCESS_DENIED",
    ]);
  });

  it("takes the whole object where the schema allows no null", async () => {
    const simulator = fixtureSimulator({ protectedDataApproved: false });
    const answer = await ask(simulator, "{ customers(first: 1) { nodes { id defaultEmailAddress { emailAddress } } } }");
    expect(answer.data.customers.nodes[0].defaultEmailAddress).toBeNull();
  });

  it("redacts webhooks too", async () => {
    const simulator = fixtureSimulator({ protectedDataApproved: false });
    simulator.updateOrder(simulator.findOrder("1002")?.id ?? "", { note: "x" });
    const body = simulator.pendingWebhooks()[0]?.body ?? "";
    expect(body).not.toContain("maria.ana@example.com");
    expect(body).not.toContain("Strada Lunga");
    expect(JSON.parse(body)).toMatchObject({ email: null, shipping_address: { city: "Brasov", name: null } });
  });
});

describe("orders older than sixty days", () => {
  const withoutAllOrders = { accessTokens: { short: ["read_orders", "read_customers"] } };

  it("are silently missing without read_all_orders", async () => {
    const simulator = fixtureSimulator(withoutAllOrders);
    const id = simulator.findOrder("1003")?.id;
    const answer = await ask(
      simulator,
      'query Q($id: ID!) { order(id: $id) { id } orders(first: 9, query: "name:1003") { nodes { id } } ordersCount { count } }',
      {
        variables: { id },
      },
    );
    expect(answer.data).toEqual({ order: null, orders: { nodes: [] }, ordersCount: { count: 7 } });
    expect(answer.errors).toBeUndefined();
  });

  it("are there with read_all_orders, and count in the customer's total either way", async () => {
    const full = fixtureSimulator();
    expect((await ask(full, "{ ordersCount { count precision } }")).data.ordersCount).toEqual({ count: 8, precision: "EXACT" });
    const short = fixtureSimulator(withoutAllOrders);
    const card = await ask(
      short,
      '{ customerByIdentifier(identifier: { emailAddress: "ANA@example.com" }) { numberOfOrders orders(first: 9) { nodes { name } } } }',
    );
    expect(card.data.customerByIdentifier.numberOfOrders).toBe("5");
    expect(card.data.customerByIdentifier.orders.nodes).toHaveLength(4);
  });

  it("moves with the clock", async () => {
    const clock = fixtureClock();
    const simulator = fixtureSimulator({ ...withoutAllOrders, clock });
    clock.advance(55 * 86_400_000);
    const answer = await ask(simulator, "{ orders(first: 9) { nodes { name } } }");
    expect(answer.data.orders.nodes.map((order: { name: string }) => order.name)).toEqual(["#1007", "#1008"]);
  });
});
