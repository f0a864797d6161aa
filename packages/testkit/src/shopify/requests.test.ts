import { describe, expect, it } from "vitest";
import { adminRequest, ask, askOperation, fixtureClock, fixtureSimulator } from "./__fixtures__/client.ts";

describe("requests", () => {
  it("need a known token", async () => {
    const simulator = fixtureSimulator();
    const response = await simulator.handle(adminRequest(simulator, "{ shop { name } }", { token: "wrong" }));
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
    simulator.revoke(simulator.accessToken);
    expect((await simulator.handle(adminRequest(simulator, "{ shop { name } }"))).status).toBe(401);
  });

  it("answer for any host, by path", async () => {
    const simulator = fixtureSimulator();
    const request = adminRequest(simulator, "{ shop { name } }");
    const moved = new Request("http://127.0.0.1:4567/admin/api/2026-10/graphql.json", request);
    expect(await (await simulator.handle(moved)).json()).toMatchObject({ data: { shop: { name: "Lumina" } } });
  });

  it.each([
    ["2026-10", "2026-10"],
    ["2026-04", "2026-04"],
    ["2024-07", "2026-04"],
    ["unstable", "2026-10"],
  ])("for version %s are answered by %s", async (version, served) => {
    const simulator = fixtureSimulator();
    const response = await simulator.handle(adminRequest(simulator, "{ shop { name } }", { version }));
    expect(response.headers.get("X-Shopify-API-Version")).toBe(served);
    expect(response.status).toBe(200);
  });

  it.each(["2027-01", "2026-05", "nonsense"])("for version %s are not found", async (version) => {
    const simulator = fixtureSimulator();
    expect((await simulator.handle(adminRequest(simulator, "{ shop { name } }", { version }))).status).toBe(404);
  });

  it("without a query are refused", async () => {
    const simulator = fixtureSimulator();
    const response = await simulator.handle(adminRequest(simulator, ""));
    expect(response.status).toBe(400);
  });

  it("with an unknown field get HTTP 200 with undefinedField and no data", async () => {
    const simulator = fixtureSimulator();
    const answer = await ask(simulator, "query Mine { shop { parcel } }");
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toEqual([
      {
        message: "Field 'parcel' doesn't exist on type 'Shop'",
        locations: [{ line: 1, column: 21 }],
        path: ["query Mine", "parcel"],
        extensions: { code: "undefinedField", typeName: "Shop", fieldName: "parcel" },
      },
    ]);
  });

  it("with a bad variable get INVALID_VARIABLE and no data", async () => {
    const simulator = fixtureSimulator();
    const query = "query Q($id: ID!) { order(id: $id) { id } }";
    const missing = await ask(simulator, query);
    expect(missing.data).toBeUndefined();
    expect(missing.errors[0]).toMatchObject({
      message: "Variable $id of type ID! was provided invalid value",
      extensions: { code: "INVALID_VARIABLE", value: null },
    });
    const notGlobal = await ask(simulator, query, { variables: { id: "1001" } });
    expect(notGlobal.errors[0].extensions.problems).toEqual([{ path: [], explanation: "Invalid global id '1001'" }]);
    const nested = await askOperation(simulator, "AskonceReportCarrierEvent", { e: { fulfillmentId: "7", status: "LOST" } });
    expect(nested.errors[0].extensions.code).toBe("INVALID_VARIABLE");
  });

  it("for another type's id find nothing", async () => {
    const simulator = fixtureSimulator();
    const answer = await ask(simulator, '{ order(id: "gid://shopify/Customer/7301000000001") { id } }');
    expect(answer.data).toEqual({ order: null });
  });
});

describe("the query cost", () => {
  it("is reported as requested and as used", async () => {
    const simulator = fixtureSimulator();
    const answer = await ask(simulator, "{ orders(first: 100) { nodes { id customer { id } } } }");
    expect(answer.extensions.cost).toEqual({
      requestedQueryCost: 2 + 9 * 2,
      actualQueryCost: 2 + 4 * 2,
      throttleStatus: { maximumAvailable: 2_000, restoreRate: 100, currentlyAvailable: 2_000 - 10 },
    });
  });

  it("throttles with HTTP 200 when the bucket is empty, and recovers at its rate", async () => {
    const clock = fixtureClock();
    const simulator = fixtureSimulator({ clock, bucket: { maximumAvailable: 30, restoreRate: 10 } });
    const query = "{ orders(first: 50) { nodes { id customer { id } } } }";
    expect((await ask(simulator, query)).data).toBeDefined();
    expect((await ask(simulator, query)).data).toBeDefined();
    const response = await simulator.handle(adminRequest(simulator, query));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" } }],
      extensions: {
        cost: {
          requestedQueryCost: 16,
          actualQueryCost: null,
          throttleStatus: { maximumAvailable: 30, restoreRate: 10, currentlyAvailable: 10 },
        },
      },
    });
    clock.advance(600);
    expect((await ask(simulator, query)).data).toBeDefined();
  });

  it("above 1,000 refuses the query", async () => {
    const simulator = fixtureSimulator();
    const nested = "{ orders(first: 250) { nodes { returns(first: 250) { nodes { refunds(first: 250) { nodes { id } } } } } } }";
    const answer = await ask(simulator, nested);
    expect(answer.data).toBeUndefined();
    expect(answer.errors[0].extensions).toMatchObject({ code: "MAX_COST_EXCEEDED", maxCost: 1_000 });
    expect(simulator.throttleStatus().currentlyAvailable).toBe(2_000);
  });
});

describe("faults", () => {
  const query = "{ shop { name } }";

  it("answer a status with Retry-After as written, then recover", async () => {
    const simulator = fixtureSimulator();
    simulator.failNext({ status: 429, retryAfter: "2.0", times: 2 });
    for (let count = 0; count < 2; count += 1) {
      const response = await simulator.handle(adminRequest(simulator, query));
      expect(response.status).toBe(429);
      expect(response.headers.get("Retry-After")).toBe("2.0");
    }
    expect((await simulator.handle(adminRequest(simulator, query))).status).toBe(200);
    simulator.failNext({ status: 503 });
    const unavailable = await simulator.handle(adminRequest(simulator, query));
    expect(unavailable.status).toBe(503);
    expect(unavailable.headers.get("Content-Type")).toContain("text/html");
    expect(simulator.requestCount()).toBe(4);
  });

  it("answer HTML where JSON was expected", async () => {
    const simulator = fixtureSimulator();
    simulator.answerHtmlNext();
    const response = await simulator.handle(adminRequest(simulator, query));
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow();
  });

  it("throttle on demand, exactly as often as asked", async () => {
    const simulator = fixtureSimulator();
    simulator.throttleNext();
    const throttled = await ask(simulator, query);
    expect(throttled.errors[0].extensions.code).toBe("THROTTLED");
    expect(throttled.extensions.cost.throttleStatus.currentlyAvailable).toBe(0);
    expect((await ask(simulator, query)).data.shop.name).toBe("Lumina");
  });

  it("hang until the caller aborts", async () => {
    const simulator = fixtureSimulator();
    simulator.hangNext();
    const controller = new AbortController();
    const hanging = simulator.handle(adminRequest(simulator, query, { signal: controller.signal }));
    controller.abort(new Error("gave up"));
    await expect(hanging).rejects.toThrow("gave up");
  });

  it("drop the connection before or after the request took effect", async () => {
    const simulator = fixtureSimulator();
    const id = simulator.findOrder("1002")?.id ?? "";
    const mutation = 'mutation M($id: ID!) { tagsAdd(id: $id, tags: ["x"]) { userErrors { message } } }';
    const tags = async (): Promise<string[]> =>
      (await ask(simulator, "query Q($id: ID!) { order(id: $id) { tags } }", { variables: { id } })).data.order.tags;

    simulator.dropConnection();
    expect((await simulator.handle(adminRequest(simulator, mutation, { variables: { id } }))).type).toBe("error");
    expect(await tags()).toEqual([]);

    simulator.dropConnection({ afterExecution: true });
    await expect(simulator.fetch(adminRequest(simulator, mutation, { variables: { id } }))).rejects.toThrow(TypeError);
    expect(await tags()).toEqual(["x"]);
  });

  it("can be taken back, and latency is awaited", async () => {
    const waited: string[] = [];
    const simulator = fixtureSimulator({
      latency: async (request) => {
        await Promise.resolve();
        waited.push(new URL(request.url).pathname);
      },
    });
    simulator.failNext({ status: 500, times: 5 });
    simulator.clearFaults();
    expect((await ask(simulator, query)).data.shop.name).toBe("Lumina");
    expect(waited).toEqual(["/admin/api/2026-10/graphql.json"]);
  });
});

describe("the token endpoint", () => {
  const ask24Hours = (simulator: ReturnType<typeof fixtureSimulator>, change: Record<string, string> = {}): Promise<Response> =>
    simulator.handle(
      new Request(`https://${simulator.domain}/admin/oauth/access_token`, {
        method: "POST",
        body: new URLSearchParams({
          client_id: simulator.apiKey,
          client_secret: simulator.apiSecret,
          grant_type: "client_credentials",
          ...change,
        }),
      }),
    );

  it("hands out a token for a day", async () => {
    const clock = fixtureClock();
    const simulator = fixtureSimulator({ clock, scopes: ["read_orders"] });
    const granted = (await (await ask24Hours(simulator)).json()) as { access_token: string; scope: string; expires_in: number };
    expect(granted).toMatchObject({ scope: "read_orders", expires_in: 86_399 });
    expect((await ask(simulator, "{ ordersCount { count } }", { token: granted.access_token })).data.ordersCount.count).toBe(7);
    clock.advance(86_400_000);
    expect((await simulator.handle(adminRequest(simulator, "{ shop { name } }", { token: granted.access_token }))).status).toBe(401);
  });

  it.each([
    [{ client_secret: "wrong" }, "invalid_client"],
    [{ grant_type: "refresh_token" }, "unsupported_grant_type"],
  ])("refuses %j", async (change, error) => {
    const response = await ask24Hours(fixtureSimulator(), change);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
  });

  it("takes JSON as well", async () => {
    const simulator = fixtureSimulator();
    const response = await simulator.handle(
      new Request(`https://${simulator.domain}/admin/oauth/access_token`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ client_id: simulator.apiKey, client_secret: simulator.apiSecret, grant_type: "client_credentials" }),
      }),
    );
    expect(response.status).toBe(200);
  });
});

describe("product images", () => {
  it("are served when a picture maker is given", async () => {
    const simulator = fixtureSimulator({ productImage: (sku) => `<svg><title>${sku}</title></svg>` });
    const response = await simulator.handle(new Request("http://localhost/images/LAMP%2F1.svg"));
    expect(response.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(await response.text()).toBe("<svg><title>LAMP/1</title></svg>");
    expect((await fixtureSimulator().handle(new Request("http://localhost/images/x.svg"))).status).toBe(404);
  });
});
