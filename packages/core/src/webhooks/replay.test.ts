import { join } from "node:path";
import type { WebhookDelivery } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { expectProblem } from "../testing/expect-problem.ts";
import { agentWithToken } from "../testing/instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { receiver } from "./__fixtures__/receiver.ts";
import { openTickets, owner, webhookInstance } from "./__fixtures__/webhook-instance.ts";
import { writeEvents } from "./__fixtures__/write-events.ts";

const minute = 60_000;
const hour = 60 * minute;
type Made = ReturnType<typeof webhookInstance>;

const at = (milliseconds: number) => new Date(milliseconds).toISOString();

async function allDeliveries({ askonce }: Made, endpointId: string): Promise<WebhookDelivery[]> {
  const found: WebhookDelivery[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await askonce.webhooks.deliveries(endpointId, { limit: 7, ...(cursor ? { cursor } : {}) }, owner);
    found.push(...page.items);
    cursor = page.nextCursor;
  }
  return found;
}

describe("the list of deliveries", () => {
  it("is paged, newest first, by state", async () => {
    const made = webhookInstance();
    const { token } = await agentWithToken(made.askonce, "owner");
    const target = await receiver((request) => (request.message.data.sequence % 2 === 0 ? 204 : 500));
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 20);
    await made.askonce.drain();
    const all = await allDeliveries(made, id);
    expect(all.map((one) => one.sequence)).toEqual(Array.from({ length: 20 }, (_, index) => 22 - index));
    const path = `/webhook-endpoints/${id}/deliveries`;
    const delivered = (await made.call("GET", `${path}?state=delivered`, { token })).body.items;
    expect(delivered).toEqual(all.filter((one) => one.state === "delivered"));
    expect(delivered).toHaveLength(10);
    expectProblem(await made.call("GET", `${path}?state=lost`, { token }), 400, "VALIDATION_FAILED");
    expectProblem(await made.call("GET", `${path}?cursor=canary`, { token }), 400, "VALIDATION_FAILED");
  });
});

describe("a retry", () => {
  it("sends a finished delivery once more, under the same event's id, however often it is asked for at once", async () => {
    const made = webhookInstance();
    const target = await receiver();
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    const [first] = await allDeliveries(made, id);
    const retries = await Promise.all([1, 2, 3].map(() => made.askonce.webhooks.retry(id, first?.id ?? "", owner)));
    expect(new Set(retries.map((retry) => retry.id)).size).toBe(1);
    expect(retries[0]).toMatchObject({ state: "pending", replayOf: first?.id, eventId: first?.eventId, attempts: 0 });
    await made.askonce.drain();
    const ids = target.received.map((one) => [one.headers["webhook-id"], one.headers["askonce-delivery-id"]]);
    expect(ids).toEqual([
      [first?.eventId, first?.id],
      [first?.eventId, retries[0]?.id],
    ]);
    expect((await allDeliveries(made, id)).map((one) => one.state)).toEqual(["delivered", "delivered"]);
  });

  it("sends a pending one before its time", async () => {
    const made = webhookInstance();
    const { token } = await agentWithToken(made.askonce, "owner");
    const target = await receiver(() => 500);
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    made.clock.advance(minute);
    await made.askonce.drain();
    const [pending] = await allDeliveries(made, id);
    target.answer = () => 204;
    const answer = await made.call("POST", `/webhook-endpoints/${id}/deliveries/${pending?.id}/retry`, { token, body: {} });
    expect([answer.status, answer.body.id, answer.body.nextAttemptAt]).toEqual([202, pending?.id, at(made.clock.now())]);
    await made.askonce.drain();
    expect(await allDeliveries(made, id)).toMatchObject([{ state: "delivered", attempts: 3 }]);
  });

  it("is not for what is unknown, and not to a disabled endpoint", async () => {
    const made = webhookInstance();
    const target = await receiver();
    const { id } = await made.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    const [delivery] = await allDeliveries(made, id);
    await expect(made.askonce.webhooks.retry(id, "whd_none", owner)).rejects.toMatchObject({ code: "WEBHOOK_DELIVERY_NOT_FOUND" });
    await made.askonce.webhooks.update(id, { state: "disabled" }, owner);
    const refused = { code: "WEBHOOK_ENDPOINT_DISABLED", details: { reason: "owner" } };
    await expect(made.askonce.webhooks.retry(id, delivery?.id ?? "", owner)).rejects.toMatchObject(refused);
    await expect(made.askonce.webhooks.replay(id, { from: at(0) }, owner)).rejects.toMatchObject(refused);
  });
});

describe("a replay", () => {
  it("sends what an endpoint missed in a time, each event once, and nothing else", async () => {
    const made = webhookInstance();
    const { askonce, clock } = made;
    const target = await receiver();
    const { id } = await askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 3);
    await askonce.drain();
    clock.advance(hour);
    const from = clock.now();
    await askonce.webhooks.update(id, { state: "disabled" }, owner);
    const missed = await openTickets(made, 5);
    clock.advance(hour);
    const to = clock.now();
    await askonce.webhooks.update(id, { state: "active" }, owner);
    await openTickets(made, 2);
    await askonce.drain();
    expect(target.received).toHaveLength(5);

    const { queued, replayId } = await askonce.webhooks.replay(id, { from: at(from), to: at(to) }, owner);
    expect([queued, replayId]).toEqual([5, expect.stringMatching(/^whr_/)]);
    await askonce.drain();
    expect(
      target.received
        .slice(5)
        .map((one) => one.message.data.subject.id)
        .sort(),
    ).toEqual([...missed].sort());
    const again = await askonce.webhooks.replay(id, { from: at(from), to: at(to) }, owner);
    expect(again.queued, "nothing is missing any more").toBe(0);
    await askonce.drain();
    expect(target.received).toHaveLength(10);

    const everything = await askonce.webhooks.replay(id, { from: at(0), onlyFailed: false }, owner);
    expect(everything.queued).toBe(10);
    await askonce.drain();
    expect(target.received).toHaveLength(20);
    const ids = target.received.map((one) => one.headers["webhook-id"]);
    expect(new Set(ids).size, "the receiver knows them by their ids").toBe(10);
    const replayed = (await allDeliveries(made, id)).filter((one) => one.replayOf !== null);
    expect(replayed).toHaveLength(10);
  });

  it("sends what was given up, and leaves out what still waits", async () => {
    const made = webhookInstance();
    const { askonce } = made;
    const target = await receiver(() => 410);
    const { id } = await askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 4);
    await askonce.drain();
    expect((await allDeliveries(made, id)).every((one) => one.state !== "pending")).toBe(true);
    await askonce.webhooks.update(id, { state: "active" }, owner);
    target.answer = () => 500;
    await openTickets(made, 1);
    await askonce.drain();
    expect((await askonce.webhooks.replay(id, { from: at(0) }, owner)).queued).toBe(4);
    target.answer = () => 204;
    await askonce.drain();
    const states = (await allDeliveries(made, id)).map((one) => one.state).sort();
    expect(states.filter((state) => state === "delivered")).toHaveLength(4);
    expect(states.filter((state) => state === "pending")).toHaveLength(1);
  });

  it("goes on in parts, and a part that is done twice is there once", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const made = webhookInstance({ path });
    const { askonce } = made;
    const target = await receiver(() => 503);
    await askonce.migrate();
    await writeEvents(path, 1100, made.clock.now());
    const { id } = await askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    const { queued, replayId } = await askonce.webhooks.replay(id, { from: at(0) }, owner);
    expect(queued).toBe(1100);
    const state = { endpointId: id, replayId, after: 0, until: 1100, fromMs: 0, toMs: made.clock.now() + 1, onlyFailed: false };
    await askonce.jobs.enqueue({ name: "webhook.replay", data: state }, { name: "webhook.replay", data: state });
    // Nothing is sent, so that all of them can be counted before.
    await askonce.webhooks.update(id, { state: "disabled" }, owner);
    await askonce.drain();
    const all = await allDeliveries(made, id);
    expect(all.map((one) => one.sequence).sort((one, other) => one - other)).toEqual(Array.from({ length: 1100 }, (_, index) => index + 1));
    expect(target.received).toHaveLength(0);
  });

  it.each([
    [{ from: "2026-11-20T09:00:00Z", to: "2026-11-20T09:00:00Z" }],
    [{ from: "2026-11-20T10:00:00Z" }],
    [{ from: "yesterday" }],
    [{}],
  ])("is not for %j", async (body) => {
    const made = webhookInstance();
    const { token } = await agentWithToken(made.askonce, "owner");
    const { id } = await made.askonce.webhooks.create({ url: "http://127.0.0.1:9/" }, owner);
    expectProblem(await made.call("POST", `/webhook-endpoints/${id}/replay`, { token, body }), 400, "VALIDATION_FAILED");
  });
});
