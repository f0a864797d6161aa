import { AskonceError, type StorefrontAdapterV1 } from "@askonce/spec";
import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { describe, expect, it, vi } from "vitest";
import { systemCaller } from "../caller.ts";
import { gatedStorage } from "../health/__fixtures__/gated-storage.ts";
import { ownerToken, type StorefrontInstance, storefrontInstance } from "../testing/storefront-instance.ts";
import { testStorage, testStorageFlavor } from "../testing/test-storage.ts";
import { collectors, registerContexts } from "./__fixtures__/collectors.ts";
import { metricDefinitions, type SpanDefinition, spanDefinitions } from "./definitions.ts";

const system = testStorageFlavor === "postgres" ? "postgresql" : "sqlite";

const firstOrder = ({ shop }: StorefrontInstance) => {
  const [order] = shop.orders;
  if (!order) throw new Error("there is no order");
  return order;
};

/** Everything that is measured happens once: requests, webhooks of every kind, a job that fails, a storage that fails, reads that are shared. */
async function everything(options: Parameters<typeof storefrontInstance>[0]) {
  const gate = gatedStorage(testStorage());
  let isAway = false;
  const wrap = (adapter: StorefrontAdapterV1): StorefrontAdapterV1 => ({
    ...adapter,
    getOrder: (ref, adapterContext) =>
      isAway ? Promise.reject(new AskonceError("ADAPTER_UNREACHABLE")) : adapter.getOrder(ref, adapterContext),
  });
  const made = storefrontInstance({ orders: 20, storage: gate.storage, wrap, ...options });
  const { askonce, deliver, request } = made;
  const { token, caller } = await ownerToken(askonce);
  await askonce.sync.backfill("memory");
  const order = firstOrder(made);
  await deliver("order.changed", order.id);
  await deliver("order.changed", order.id);
  await deliver("ping", order.id);
  await deliver("order.changed", order.id, (body) => body.slice(1));
  await deliver("order.deleted", order.id);
  isAway = true;
  await askonce.drain();
  isAway = false;
  await Promise.all([1, 2, 3].map(() => request("POST", "/orders/refresh", { ref: `memory:${order.id}` }, token)));
  await Promise.all([1, 2].map(() => askonce.orders.refresh(`memory:${order.id}`, caller)));
  await request("POST", "/order-lookup", { number: "999999", email: order.email });
  askonce.subscribe({ name: "warehouse", handle: async () => {} });
  askonce.jobs.handle("parcel.watch", async () => {
    throw new AskonceError("ADAPTER_TIMEOUT");
  });
  askonce.jobs.handle("parcel.count", async () => {});
  await askonce.jobs.enqueue({ name: "parcel.watch", data: {}, retryLimit: 0 }, { name: "parcel.count", data: {} });
  await askonce.drain();
  gate.fail(/^insert into "tickets"/, () => new AskonceError("STORAGE_FAILED", { details: { reason: "53100" } }));
  await request("POST", "/tickets", { subject: "A" }, token);
  gate.open();
  return { ...made, gate, token, caller };
}

describe("what is collected", () => {
  it("is what is documented, with the attributes that are documented, and all of it", async () => {
    const { telemetry, spans, metrics } = collectors();
    await everything({ telemetry });
    const collected = await metrics();
    expect(collected.map(({ name }) => name).sort()).toEqual(Object.keys(metricDefinitions).sort());
    const documented = new Map(Object.entries(metricDefinitions));
    for (const { name, unit, description, points } of collected) {
      const definition = documented.get(name as keyof typeof metricDefinitions);
      expect({ name, unit, description }).toEqual({ name, unit: definition?.unit, description: definition?.description });
      expect(points.length, name).toBeGreaterThan(0);
      const used = new Set(points.flatMap(({ attributes }) => Object.keys(attributes)));
      expect([...used].sort(), name).toEqual([...(definition?.attributes ?? [])].sort());
    }
    const kindOf = ({ name }: { name: string }) => (name.startsWith("askonce.") ? name : "{method} {route}");
    expect([...new Set(spans().map(kindOf))].sort()).toEqual(Object.keys(spanDefinitions).sort());
    for (const [name, { attributes }] of Object.entries<SpanDefinition>(spanDefinitions)) {
      const all = spans().filter((span) => kindOf(span) === name);
      const used = new Set(all.flatMap((span) => Object.keys(span.attributes)));
      // What fails is not made to fail in every place here.
      const expected = attributes.filter((attribute) => attribute !== "error.type" || used.has("error.type"));
      expect([...used].sort(), name).toEqual([...expected].sort());
    }
  });

  it("counts what happened", async () => {
    const { telemetry, points } = collectors();
    const { calls, shop } = await everything({ telemetry });
    const counts = async (name: string, ...attributes: string[]) =>
      Object.fromEntries(
        (await points(name)).map((point) => [attributes.map((one) => point.attributes[one] ?? "-").join(" "), point.value]),
      );
    expect(await counts("askonce.webhook.received", "askonce.outcome", "error.type")).toEqual({
      "stored -": 2,
      "duplicate -": 1,
      "ignored -": 1,
      "refused WEBHOOK_SIGNATURE_INVALID": 1,
    });
    expect(await counts("askonce.inbox.applied", "askonce.outcome", "error.type")).toEqual({
      "applied -": 1,
      "retried ADAPTER_UNREACHABLE": 1,
    });
    expect(await counts("askonce.job.duration", "askonce.job.name", "askonce.outcome", "error.type")).toEqual({
      "parcel.watch dead ADAPTER_TIMEOUT": 1,
      "parcel.count completed -": 1,
    });
    const reads = await counts("askonce.live_read.requests", "askonce.live_read.kind", "askonce.outcome");
    expect(Number(reads["order read"]) + Number(reads["order shared"])).toBe(6);
    expect(calls.findOrders.length).toBeGreaterThan(0);
    expect(await counts("askonce.adapter.call.duration", "askonce.operation", "error.type")).toEqual({
      "getOrder -": calls.getOrder.length,
      "getOrder ADAPTER_UNREACHABLE": 1,
      "findOrders -": calls.findOrders.length,
      "changes.list -": calls.list.length,
    });
    expect(reads["order read"]).toBe(calls.getOrder.length + 1);
    expect(await counts("askonce.storage.failures", "db.system.name", "askonce.reason")).toEqual({ [`${system} 53100`]: 1 });
    expect((await points("askonce.inbox.commit.size")).map(({ value, sum }) => [value, sum])).toEqual([[3, 3]]);
    expect(await counts("askonce.inbox.waiting")).toEqual({ "": 1 });
    expect(await counts("askonce.job.dead")).toEqual({ "": 1 });
    expect(Number((await counts("askonce.subscriber.lag", "askonce.subscriber.name")).warehouse)).toBeGreaterThan(shop.orders.length / 2);
    const requests = await counts(
      "http.server.request.duration",
      "http.request.method",
      "http.route",
      "http.response.status_code",
      "error.type",
    );
    expect(requests).toMatchObject({
      "POST /api/v1/webhooks/{adapterId} 200 -": 4,
      "POST /api/v1/webhooks/{adapterId} 401 WEBHOOK_SIGNATURE_INVALID": 1,
      "POST /api/v1/orders/refresh 200 -": 3,
      "POST /api/v1/tickets 503 STORAGE_FAILED": 1,
    });
  });

  it("holds nothing of a person and no secret", async () => {
    const { telemetry, spans, metrics } = collectors();
    const canary = "canary-8c41";
    const made = await everything({ telemetry, identity: { secrets: [`${canary} and a secret of 32 characters`] } });
    const { askonce, request, token, gate } = made;
    askonce.before("message.create", () => {
      throw Object.assign(new Error(canary), { name: canary, code: canary });
    });
    const body = { subject: canary, customer: { name: canary, email: `${canary}@example.com` } };
    await request("POST", "/tickets", body, token);
    await request("POST", "/tickets", { ...body, message: { text: canary } }, token);
    await request("GET", `/tickets?q=${canary}`, undefined, token);
    await request("GET", `/tickets/${canary}`, undefined, token);
    await request("GET", `/${canary}/${canary}`, undefined, canary);
    await request("GET", "/tickets", undefined, canary);
    await request(canary.toUpperCase().replace("-", ""), "/tickets");
    await request("POST", "/order-lookup", { number: canary, email: `${canary}@example.com` });
    await askonce.handler(
      new Request(`http://${canary}.example.test/api/v1/health`, { headers: { "user-agent": canary, "x-forwarded-for": canary } }),
    );
    gate.fail(/^insert into "tickets"/, () => new AskonceError("STORAGE_FAILED", { message: canary, details: { reason: canary } }));
    await request("POST", "/tickets", body, token);
    gate.open();
    const everythingSaid = JSON.stringify([
      spans().map(({ name, attributes, events, status, links }) => ({ name, attributes, events, status, links })),
      await metrics(),
    ]);
    expect(everythingSaid.length).toBeGreaterThan(10_000);
    expect(everythingSaid.toLowerCase()).not.toContain("canary");
    const order = firstOrder(made);
    for (const secret of [token, order.email, order.number]) expect(everythingSaid).not.toContain(`"${secret}"`);
    expect(everythingSaid).not.toContain(token);
  });

  it("has one series for all paths and methods that nobody knows", async () => {
    const { telemetry, points } = collectors();
    const { request } = storefrontInstance({ telemetry });
    for (let index = 0; index < 50; index++) await request("GET", `/scan-${index}/wp-login.php`);
    for (let index = 0; index < 20; index++) await request(`SCAN${String.fromCharCode(65 + index)}`, "/tickets");
    const measured = await points("http.server.request.duration");
    expect(measured.map(({ attributes, value }) => [attributes["http.request.method"], attributes["http.route"], value])).toEqual([
      ["GET", undefined, 50],
      ["_OTHER", "/api/v1/tickets", 20],
    ]);
  });

  it("names the shop only where that is asked for", async () => {
    const { telemetry, spans, metrics } = collectors();
    await everything({ telemetry: { ...telemetry, shopId: true } });
    for (const { name, points } of await metrics())
      for (const { attributes } of points) expect(attributes["askonce.shop.id"], name).toBe("default");
    for (const { name, attributes } of spans()) expect(attributes["askonce.shop.id"], name).toBe("default");
  });
});

describe("a trace", () => {
  it("goes on where the request came from, down to the transaction", async () => {
    registerContexts();
    const { telemetry, spans, forget } = collectors();
    const { askonce } = storefrontInstance({ telemetry, basePath: "/support" });
    const { token } = await ownerToken(askonce);
    forget();
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    const response = await askonce.handler(
      new Request("http://shop.example.test/support/api/v1/tickets", {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
        body: JSON.stringify({ subject: "A" }),
      }),
    );
    const request = spans().find((span) => span.kind === SpanKind.SERVER);
    expect(request?.name).toBe("POST /support/api/v1/tickets");
    expect(request?.parentSpanContext?.spanId).toBe("00f067aa0ba902b7");
    expect(request?.attributes["askonce.request.id"]).toBe(response.headers.get("x-request-id"));
    expect(request?.status.code).toBe(SpanStatusCode.UNSET);
    const change = spans().find((span) => span.name === "askonce.store.transact");
    expect([change?.spanContext().traceId, change?.parentSpanContext?.spanId]).toEqual([traceId, request?.spanContext().spanId]);
  });

  it("of a server that is observed already has our request inside of it", async () => {
    registerContexts();
    const { telemetry, spans } = collectors();
    const { request } = storefrontInstance({ telemetry });
    const outer = telemetry.tracerProvider.getTracer("server").startSpan("outer", { kind: SpanKind.SERVER });
    await context.with(trace.setSpan(context.active(), outer), () => request("GET", "/nothing"));
    outer.end();
    const inner = spans().find((span) => span.name === "GET");
    expect([inner?.kind, inner?.parentSpanContext?.spanId]).toEqual([SpanKind.INTERNAL, outer.spanContext().spanId]);
  });

  it("of a webhook is linked from the commit that it shared with others", async () => {
    registerContexts();
    const { telemetry, spans, forget } = collectors();
    const made = storefrontInstance({ telemetry });
    await made.request("GET", "/health");
    forget();
    await Promise.all(made.shop.orders.slice(0, 3).map((order) => made.deliver("order.changed", order.id)));
    const received = spans().filter((span) => span.name === "askonce.webhook.receive");
    const commits = spans().filter((span) => span.name === "askonce.inbox.commit");
    expect(commits.reduce((sum, { attributes }) => sum + Number(attributes["askonce.batch.size"]), 0)).toBe(3);
    expect(commits.flatMap(({ links }) => links.map((link) => link.context.spanId)).sort()).toEqual(
      received.map((span) => span.spanContext().spanId).sort(),
    );
    expect(commits.every((commit) => commit.parentSpanContext === undefined)).toBe(true);
  });

  it("of whoever starts the worker does not go on for ever in the worker", async () => {
    registerContexts();
    const { telemetry, spans } = collectors();
    const { askonce, deliver, shop } = storefrontInstance({ telemetry });
    const outer = telemetry.tracerProvider.getTracer("server").startSpan("start");
    await context.with(trace.setSpan(context.active(), outer), () => askonce.start());
    await deliver("order.changed", shop.orders[0]?.id ?? 0);
    await vi.waitFor(() => expect(spans().some((span) => span.name === "askonce.inbox.apply")).toBe(true), { timeout: 5000 });
    const applied = spans().find((span) => span.name === "askonce.inbox.apply");
    expect(applied?.spanContext().traceId).not.toBe(outer.spanContext().traceId);
  });

  it("says that a request failed by its status, and only for what is our fault", async () => {
    const { telemetry, spans } = collectors();
    const gate = gatedStorage(testStorage());
    const { request, askonce } = storefrontInstance({ telemetry, storage: gate.storage });
    const { token } = await ownerToken(askonce);
    gate.fail(/^insert into "tickets"/, () => new TypeError("broken"));
    await request("POST", "/tickets", { subject: "A" }, token);
    gate.open();
    await request("GET", "/tickets/tkt_none", undefined, token);
    const found = spans()
      .filter((span) => span.kind === SpanKind.SERVER)
      .map(({ name, status, attributes }) => [name, status.code, attributes["error.type"], attributes["http.response.status_code"]]);
    expect(found).toEqual([
      ["POST /api/v1/tickets", SpanStatusCode.ERROR, "INTERNAL", 500],
      ["GET /api/v1/tickets/{ticketId}", SpanStatusCode.UNSET, "TICKET_NOT_FOUND", 404],
    ]);
  });
});

describe("the gauges", () => {
  it("ask the storage when somebody collects, at most every 15 seconds, and never before it is used or after it is stopped", async () => {
    const gate = gatedStorage(testStorage());
    const { telemetry, metrics } = collectors();
    const { askonce } = storefrontInstance({ storage: gate.storage, telemetry });
    const asked = () => gate.taken().filter((statement) => statement.includes("fresh_ms")).length;
    await metrics();
    expect(gate.taken()).toEqual([]);
    await askonce.start({ roles: ["web"] });
    expect(asked()).toBe(0);
    for (let time = 0; time < 5; time++) await metrics();
    expect(asked()).toBe(1);
    await askonce.stop();
    gate.taken();
    await metrics();
    expect(gate.taken()).toEqual([]);
  });

  it("leave a gap while the storage does not answer, and harm nobody", async () => {
    const gate = gatedStorage(testStorage());
    const { telemetry, metrics } = collectors();
    const { askonce } = storefrontInstance({ storage: gate.storage, telemetry });
    // Used, and with nothing read yet that could be kept.
    await askonce.tickets.create({ subject: "A" }, systemCaller);
    await askonce.sync.list(systemCaller);
    gate.fail(/fresh_ms/, () => new Error("away"));
    const names = (await metrics()).flatMap(({ name, points }) => (points.length > 0 ? [name] : []));
    expect(names).toContain("askonce.storage.transaction.duration");
    expect(names).not.toContain("askonce.inbox.waiting");
  });
});

describe("without a collector", () => {
  it("nothing is asked for, and everything works", async () => {
    const gate = gatedStorage(testStorage());
    const made = storefrontInstance({ storage: gate.storage, orders: 5 });
    await made.askonce.sync.backfill("memory");
    expect((await made.deliver("order.changed", firstOrder(made).id)).status).toBe(200);
    await made.askonce.drain();
    await made.askonce.tickets.create({ subject: "A" }, systemCaller);
    expect(gate.taken().filter((statement) => statement.includes("fresh_ms"))).toEqual([]);
  });
});
