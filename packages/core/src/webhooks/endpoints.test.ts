import { join } from "node:path";
import { eventTypes } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { expectProblem } from "../testing/expect-problem.ts";
import { agentWithToken, instance } from "../testing/instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { receiver, verify } from "./__fixtures__/receiver.ts";
import { openTickets, owner, webhookInstance } from "./__fixtures__/webhook-instance.ts";
import { writeEvents } from "./__fixtures__/write-events.ts";

const hour = 3_600_000;

async function withOwner(options: Parameters<typeof webhookInstance>[0] = {}) {
  const made = webhookInstance(options);
  const { token } = await agentWithToken(made.askonce, "owner");
  return { ...made, token };
}

describe("webhook endpoints over HTTP", () => {
  it("are created, read, changed and deleted; the secret is shown once", async () => {
    const { call, token, events } = await withOwner();
    const url = "http://127.0.0.1:9/hooks?token=abc";
    const created = await call("POST", "/webhook-endpoints", {
      token,
      body: { url, description: " Warehouse ", eventTypes: ["ticket.created"] },
    });
    expect(created.status).toBe(201);
    const { secret, ...endpoint } = created.body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(endpoint).toEqual({
      id: expect.stringMatching(/^whe_/),
      url,
      description: "Warehouse",
      eventTypes: ["ticket.created"],
      state: "active",
      disabledReason: null,
      disabledAt: null,
      createdAt: "2026-11-20T09:00:00.000Z",
      secretHint: `…${String(secret).slice(-5, -1)}`,
      failingSince: null,
      lastDeliveredAt: null,
    });
    expect((await call("GET", `/webhook-endpoints/${endpoint.id}`, { token })).body).toEqual(endpoint);
    expect((await call("GET", "/webhook-endpoints", { token })).body).toEqual({ items: [endpoint] });

    const changes = { url: "http://127.0.0.1:9/other", description: "", eventTypes: null, state: "disabled" };
    const changed = await call("PATCH", `/webhook-endpoints/${endpoint.id}`, { token, body: changes });
    expect(changed.body).toMatchObject({ ...changes, disabledReason: "owner", disabledAt: "2026-11-20T09:00:00.000Z" });
    const again = await call("PATCH", `/webhook-endpoints/${endpoint.id}`, { token, body: { state: "active" } });
    expect(again.body).toMatchObject({ state: "active", disabledReason: null, disabledAt: null });

    expect((await call("DELETE", `/webhook-endpoints/${endpoint.id}`, { token })).body).toEqual({ deleted: true });
    for (const [method, path] of [
      ["GET", ""],
      ["DELETE", ""],
      ["POST", "/test"],
      ["GET", "/deliveries"],
    ] as const)
      expectProblem(await call(method, `/webhook-endpoints/${endpoint.id}${path}`, { token }), 404, "WEBHOOK_ENDPOINT_NOT_FOUND");
    expect((await call("GET", "/webhook-endpoints", { token })).body.items).toEqual([]);
    expect(events.filter((event) => event.type.startsWith("webhook")).map((event) => [event.type, event.subject.id, event.data])).toEqual([
      ["webhook_endpoint.created", endpoint.id, { endpointId: endpoint.id }],
      ["webhook_endpoint.updated", endpoint.id, { endpointId: endpoint.id, changes: { url: true, description: true, eventTypes: true } }],
      ["webhook_endpoint.disabled", endpoint.id, { endpointId: endpoint.id, reason: "owner" }],
      ["webhook_endpoint.updated", endpoint.id, { endpointId: endpoint.id, changes: { state: "active" } }],
      ["webhook_endpoint.deleted", endpoint.id, { endpointId: endpoint.id }],
    ]);
  });

  it.each([
    ["http://hooks.example.com/", "scheme"],
    ["https://10.0.0.1/canary", "address"],
    ["https://localhost/canary", "host"],
    ["https://user:canary@hooks.example.com/", "credentials"],
    ["https://hooks.example.com:8080/", "port"],
    ["canary", "url"],
  ])("are not for %s", async (url, reason) => {
    const { call, token, askonce } = await withOwner({ webhooks: { allowPrivateNetworks: false } });
    const { id } = await askonce.webhooks.create({ url: "https://hooks.example.com/" }, owner);
    for (const [method, path] of [
      ["POST", "/webhook-endpoints"],
      ["PATCH", `/webhook-endpoints/${id}`],
    ] as const) {
      const answer = await call(method, path, { token, body: { url } });
      expectProblem(answer, 422, "WEBHOOK_TARGET_FORBIDDEN");
      expect(answer.body.details).toEqual({ reason });
      expect(answer.text).not.toContain("canary");
    }
    expect(await askonce.webhooks.get(id, owner)).toMatchObject({ url: "https://hooks.example.com/" });
  });

  it.each([
    [{}],
    [{ url: "https://hooks.example.com/", eventTypes: ["ticket.exploded"] }],
    [{ url: "https://hooks.example.com/", eventTypes: [] }],
    [{ url: "https://hooks.example.com/", description: "x".repeat(201) }],
  ])("refuse %j", async (body) => {
    const { call, token } = await withOwner();
    expectProblem(await call("POST", "/webhook-endpoints", { token, body }), 400, "VALIDATION_FAILED");
  });

  it("are at most fifty", async () => {
    const { askonce, call, token } = await withOwner();
    for (let index = 0; index < 50; index++) await askonce.webhooks.create({ url: "https://hooks.example.com/" }, owner);
    const answer = await call("POST", "/webhook-endpoints", { token, body: { url: "https://hooks.example.com/" } });
    expectProblem(answer, 409, "WEBHOOK_ENDPOINT_LIMIT");
    const [first] = await askonce.webhooks.list(owner);
    await askonce.webhooks.delete(first?.id ?? "", owner);
    await askonce.webhooks.create({ url: "https://hooks.example.com/" }, owner);
  });

  it("say what to configure when it is not", async () => {
    const made = instance();
    const { token } = await agentWithToken(made.askonce, "owner");
    const answer = await made.call("GET", "/webhook-endpoints", { token });
    expectProblem(answer, 500, "CONFIGURATION_INVALID");
    expect(answer.body.detail).toMatch(/webhooks.*createPublicFetch\(\).*@askonce\/core\/node/);
    const agent = await agentWithToken(made.askonce, "lead");
    expectProblem(await made.call("GET", "/webhook-endpoints", { token: agent.token }), 403, "FORBIDDEN");
    await made.askonce.tickets.create({ subject: "x" }, owner);
    await made.askonce.drain();
    expect(() => instance({ webhooks: { transport: async () => expect.fail(), encryptionKeys: [] } })).toThrow("webhooks.encryptionKeys");
  });
});

describe("what an endpoint is told of", () => {
  it("is what happens after it was created, of its types", async () => {
    const made = webhookInstance();
    const all = await receiver();
    const some = await receiver();
    await openTickets(made, 3);
    await made.askonce.webhooks.create({ url: all.url }, owner);
    await made.askonce.webhooks.create({ url: some.url, eventTypes: ["ticket.updated"] }, owner);
    const [ticketId = ""] = await openTickets(made, 1);
    await made.askonce.tickets.update(ticketId, { status: "resolved" }, owner);
    await made.askonce.drain();
    expect(all.received.map((one) => one.message.type).sort()).toEqual([
      "ticket.created",
      "ticket.updated",
      "webhook_endpoint.created",
      "webhook_endpoint.created",
    ]);
    expect(some.received.map((one) => one.message.type)).toEqual(["ticket.updated"]);
    expect(eventTypes).toContain("webhook_endpoint.created");
  });

  it("is the same for one that is added while others are behind", async () => {
    const made = webhookInstance();
    const early = await receiver();
    const late = await receiver();
    await made.askonce.webhooks.create({ url: early.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 5);
    await made.askonce.webhooks.create({ url: late.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 2);
    await made.askonce.drain();
    expect([early.received.length, late.received.length]).toEqual([7, 2]);
  });

  it("is found behind hundreds of events of other types", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const made = webhookInstance({ path });
    const target = await receiver();
    await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.merged"] }, owner);
    const [one = "", other = ""] = await openTickets(made, 2);
    await made.askonce.drain();
    await writeEvents(path, 450, made.clock.now());
    await made.askonce.drain();
    await made.askonce.tickets.merge(one, other, owner);
    await made.askonce.drain();
    await made.askonce.drain();
    expect(target.received.map((one) => one.message.type)).toEqual(["ticket.merged"]);
  });

  it("is nothing while it is disabled; what was pending before goes on when it is enabled", async () => {
    const made = webhookInstance();
    const target = await receiver(() => 500);
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    await made.askonce.webhooks.update(id, { state: "disabled" }, owner);
    target.answer = () => 204;
    made.clock.advance(hour);
    await openTickets(made, 4);
    await made.askonce.drain();
    expect(target.received).toHaveLength(1);
    await made.askonce.webhooks.update(id, { state: "active" }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    expect(target.received.map((one) => one.message.data.sequence).sort((one, other) => one - other)).toEqual([2, 2, 9]);
  });

  it("goes to a new address as soon as it is changed", async () => {
    const made = webhookInstance();
    const old = await receiver(() => 500);
    const fresh = await receiver();
    const { id } = await made.askonce.webhooks.create({ url: old.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 2);
    await made.askonce.drain();
    await made.askonce.webhooks.update(id, { url: fresh.url }, owner);
    made.clock.advance(hour);
    await made.askonce.drain();
    expect([old.received.length, fresh.received.length]).toEqual([2, 2]);
  });
});

describe("deleting an endpoint", () => {
  it("discards what waits and forgets its secrets", async () => {
    const made = webhookInstance();
    const target = await receiver(() => 500);
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 3);
    await made.askonce.drain();
    const sent = target.received.length;
    await openTickets(made, 3);
    await made.askonce.webhooks.delete(id, owner);
    made.clock.advance(hour);
    await made.askonce.drain();
    expect(target.received).toHaveLength(sent);
    await expect(made.askonce.webhooks.deliveries(id, { limit: 10 }, owner)).rejects.toMatchObject({ code: "WEBHOOK_ENDPOINT_NOT_FOUND" });
  });
});

describe("the secret", () => {
  it("is replaced with a day in which both sign", async () => {
    const made = webhookInstance();
    const target = await receiver();
    const { id, secret: old } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    const { secret } = await made.askonce.webhooks.rotateSecret(id, {}, owner);
    expect(secret).not.toBe(old);
    const send = async () => {
      await openTickets(made, 1);
      await made.askonce.drain();
      return target.received.at(-1) ?? expect.fail("nothing was sent");
    };
    const first = await send();
    expect(String(first.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    for (const one of [old, secret]) verify(first, one, made.clock.now());
    made.clock.advance(24 * hour);
    const second = await send();
    verify(second, secret, made.clock.now());
    expect(() => verify(second, old, made.clock.now())).toThrow();
    const { secret: third } = await made.askonce.webhooks.rotateSecret(id, { revokeOld: true }, owner);
    const last = await send();
    verify(last, third, made.clock.now());
    expect(() => verify(last, secret, made.clock.now())).toThrow();
  });

  it("is of another message: a test that is sent at once and recorded nowhere", async () => {
    const { call, token, askonce, clock } = await withOwner();
    const target = await receiver();
    const { id, secret } = await askonce.webhooks.create({ url: target.url }, owner);
    await askonce.webhooks.update(id, { state: "disabled" }, owner);
    const test = () => call("POST", `/webhook-endpoints/${id}/test`, { token, body: {} });
    expect((await test()).body).toEqual({ outcome: "delivered", status: 204, problem: null, durationMs: expect.any(Number) });
    const [received] = target.received;
    verify(received ?? expect.fail(), secret, clock.now());
    expect(received?.message).toEqual({
      type: "webhook.test",
      timestamp: "2026-11-20T09:00:00.000Z",
      data: { shopId: "default", endpointId: id },
    });
    target.answer = () => 410;
    expect((await test()).body).toMatchObject({ outcome: "gone", status: 410 });
    target.answer = () => new Promise<number>(() => {});
    expect((await test()).body).toEqual({ outcome: "failed", status: null, problem: "WEBHOOK_TARGET_TIMEOUT", durationMs: null });
    expect(await askonce.webhooks.get(id, owner)).toMatchObject({ disabledReason: "owner", failingSince: null });
    expect((await askonce.webhooks.deliveries(id, { limit: 10 }, owner)).items).toEqual([]);
  });
});
