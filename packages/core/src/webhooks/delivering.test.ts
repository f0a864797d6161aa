import { describe, expect, it } from "vitest";
import { createPublicFetch } from "../node/public-fetch.ts";
import { linesLogger } from "../testing/instance.ts";
import { type Receiver, receiver, verify } from "./__fixtures__/receiver.ts";
import { eventually, openTickets, owner, webhookInstance } from "./__fixtures__/webhook-instance.ts";
import { retryDelaysMs } from "./retry-schedule.ts";

type Made = ReturnType<typeof webhookInstance>;

/** An endpoint that is told of new tickets only. */
async function endpointFor({ askonce }: Made, target: Receiver) {
  return askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
}

async function deliveries({ askonce }: Made, endpointId: string) {
  return (await askonce.webhooks.deliveries(endpointId, { limit: 100 }, owner)).items;
}

/** Moves the time to the next attempt of the newest delivery. @returns how long that was */
async function toNextAttempt(made: Made, endpointId: string): Promise<number> {
  const [delivery] = await deliveries(made, endpointId);
  const pauseMs = Date.parse(delivery?.nextAttemptAt ?? "") - made.clock.now();
  made.clock.advance(pauseMs);
  return pauseMs;
}

/** Fails until the schedule is used up. @returns the pauses between the attempts */
async function useUpSchedule(made: Made, endpointId: string): Promise<number[]> {
  const pauses: number[] = [];
  for (let attempt = 1; attempt < retryDelaysMs.length; attempt++) {
    pauses.push(await toNextAttempt(made, endpointId));
    await made.askonce.drain();
  }
  return pauses;
}

describe("a delivery that fails", () => {
  it("is tried ten times in 75 hours under one id, not a moment earlier, and then disables its endpoint", async () => {
    const logger = linesLogger();
    const made = webhookInstance({ logger });
    const { askonce, clock, events } = made;
    const target = await receiver(() => 500);
    const { id, secret } = await endpointFor(made, target);
    const startedAt = clock.now();
    await openTickets(made, 1);
    await askonce.drain();
    expect(target.received).toHaveLength(1);
    const [first] = await deliveries(made, id);
    clock.advance(Date.parse(first?.nextAttemptAt ?? "") - clock.now() - 1);
    await askonce.drain();
    expect(target.received, "a millisecond early").toHaveLength(1);

    const pauses = await useUpSchedule(made, id);
    pauses[0] = (pauses[0] ?? 0) + Date.parse(first?.nextAttemptAt ?? "") - startedAt - 1;
    for (const [index, pauseMs] of pauses.entries()) {
      const scheduledMs = retryDelaysMs[index + 1] ?? 0;
      expect(Math.abs(pauseMs - scheduledMs), `pause ${index + 1}`).toBeLessThanOrEqual(scheduledMs / 10);
    }
    expect(target.received).toHaveLength(10);
    expect(new Set(target.received.map((one) => one.headers["webhook-id"])).size).toBe(1);
    expect(new Set(target.received.map((one) => one.headers["askonce-delivery-id"])).size).toBe(1);
    expect(new Set(target.received.map((one) => one.body)).size).toBe(1);
    verify(target.received.at(-1) ?? expect.fail(), secret, clock.now());
    expect(clock.now() - startedAt).toBeGreaterThan(68 * 3_600_000);

    expect(await deliveries(made, id)).toMatchObject([
      { state: "failed", attempts: 10, lastStatus: 500, lastProblem: null, nextAttemptAt: null },
    ]);
    expect(await askonce.webhooks.get(id, owner)).toMatchObject({
      state: "disabled",
      disabledReason: "failing",
      failingSince: expect.any(String),
    });
    expect(events.at(-1)).toMatchObject({
      type: "webhook_endpoint.disabled",
      data: { endpointId: id, reason: "failing" },
      actor: { kind: "system" },
    });
    expect(logger.lines.some((line) => line.startsWith("warn A webhook endpoint was disabled"))).toBe(true);
    clock.advance(100 * 3_600_000);
    await openTickets(made, 1);
    await askonce.drain();
    expect(target.received, "nothing is sent to a disabled one").toHaveLength(10);
  });

  it("does not disable an endpoint that took something else meanwhile", async () => {
    const made = webhookInstance();
    let bad = "";
    const target = await receiver((request) => (request.headers["webhook-id"] === bad ? 503 : 204));
    const { id } = await endpointFor(made, target);
    await openTickets(made, 1);
    bad = made.events.at(-1)?.id ?? "";
    await made.askonce.drain();
    for (let attempt = 1; attempt < 10; attempt++) {
      const pending = (await deliveries(made, id)).find((one) => one.state === "pending");
      made.clock.advance(Date.parse(pending?.nextAttemptAt ?? "") - made.clock.now());
      if (attempt === 5) await openTickets(made, 1);
      await made.askonce.drain();
    }
    expect((await deliveries(made, id)).map((one) => [one.state, one.attempts])).toEqual([
      ["delivered", 1],
      ["failed", 10],
    ]);
    expect(await made.askonce.webhooks.get(id, owner)).toMatchObject({ state: "active", disabledReason: null });
  });

  it("goes on when its owner enables the endpoint again", async () => {
    const made = webhookInstance();
    const target = await receiver(() => 500);
    const { id } = await endpointFor(made, target);
    await openTickets(made, 1);
    await made.askonce.drain();
    made.clock.advance(3_600_000);
    await openTickets(made, 1);
    await made.askonce.drain();
    // Of the two the first one fails for good, which disables the endpoint; the second one has attempts left.
    for (let turn = 0; turn < 40; turn++) {
      const pending = (await deliveries(made, id)).filter((one) => one.state === "pending");
      if ((await made.askonce.webhooks.get(id, owner)).state === "disabled") break;
      // Jobs of the same second are one: it may be done up to a second later.
      made.clock.advance(Math.max(0, Math.min(...pending.map((one) => Date.parse(one.nextAttemptAt ?? ""))) - made.clock.now()) + 1000);
      await made.askonce.drain();
    }
    expect((await deliveries(made, id)).map((one) => one.state).sort()).toEqual(["failed", "pending"]);
    target.answer = () => 204;
    made.clock.advance(30 * 3_600_000);
    await made.askonce.drain();
    expect((await deliveries(made, id)).filter((one) => one.state === "pending")).toHaveLength(1);
    expect(await made.askonce.webhooks.update(id, { state: "active" }, owner)).toMatchObject({
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
    });
    await made.askonce.drain();
    expect((await deliveries(made, id)).map((one) => one.state).sort()).toEqual(["delivered", "failed"]);
  });

  it("waits for as long as the receiver asks", async () => {
    const made = webhookInstance();
    const target = await receiver(() => ({ status: 429, headers: { "retry-after": "7200" } }));
    const { id } = await endpointFor(made, target);
    await openTickets(made, 1);
    await made.askonce.drain();
    const pauseMs = await toNextAttempt(made, id);
    expect(pauseMs).toBeGreaterThanOrEqual(7_200_000);
    expect(pauseMs).toBeLessThanOrEqual(7_200_000 * 1.1);
  });

  it.each([
    ["a redirect", { answer: () => ({ status: 302, headers: { location: "http://127.0.0.1:9/" } }) }, 302, null],
    ["nobody there", { url: "http://127.0.0.1:9/x" }, null, "WEBHOOK_TARGET_UNREACHABLE"],
    ["silence", { answer: () => new Promise<number>(() => {}) }, null, "WEBHOOK_TARGET_TIMEOUT"],
  ] as const)("is told apart: %s", async (_, { answer, url }: { answer?: Receiver["answer"]; url?: string }, status, problem) => {
    const made = webhookInstance();
    const target = await receiver(answer);
    const { id } = await made.askonce.webhooks.create({ url: url ?? target.url, eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    expect(await deliveries(made, id)).toMatchObject([{ state: "pending", attempts: 1, lastStatus: status, lastProblem: problem }]);
  });
});

describe("an endpoint that answers 410", () => {
  it("is disabled at once; what waits for it is discarded, and other endpoints hear of it", async () => {
    const made = webhookInstance();
    const { askonce } = made;
    let status = 500;
    const target = await receiver(() => status);
    const other = await receiver();
    const { id } = await endpointFor(made, target);
    await askonce.webhooks.create({ url: other.url, eventTypes: ["webhook_endpoint.disabled"] }, owner);
    await openTickets(made, 3);
    await askonce.drain();
    expect((await deliveries(made, id)).map((one) => one.state)).toEqual(["pending", "pending", "pending"]);
    status = 410;
    made.clock.advance(6000);
    await askonce.drain();
    expect(target.received.length).toBeLessThanOrEqual(3 + 2);
    expect((await deliveries(made, id)).map((one) => one.state).sort()).toEqual(["discarded", "discarded", "failed"]);
    expect(await askonce.webhooks.get(id, owner)).toMatchObject({
      state: "disabled",
      disabledReason: "gone",
      disabledAt: new Date(made.clock.now()).toISOString(),
    });
    await askonce.drain();
    expect(other.received.map((one) => one.message.data.data)).toEqual([{ endpointId: id, reason: "gone" }]);
  });
});

describe("endpoints beside each other", () => {
  it("a slow one has two requests at a time, and nobody else waits for it", async () => {
    const made = webhookInstance();
    let release = () => {};
    const released = new Promise<number>((resolve) => {
      release = () => resolve(204);
    });
    const slow = await receiver(() => released);
    const fast = await receiver();
    const slowOne = await endpointFor(made, slow);
    await endpointFor(made, fast);
    await made.askonce.start();
    await openTickets(made, 30);
    await eventually(() => expect([fast.received.length, slow.received.length]).toEqual([30, 2]));
    expect((await deliveries(made, slowOne.id)).filter((one) => one.state === "delivered")).toHaveLength(0);
    release();
    await eventually(() => expect(slow.received).toHaveLength(30));
    expect(slow.mostAtOnce).toBe(2);
  });

  it("many slow ones leave room for a fast one", async () => {
    const timeoutMs = 6000;
    const made = webhookInstance({ webhooks: { transport: createPublicFetch({ allowPrivateNetworks: true, timeoutMs }) } });
    const slow = await receiver(() => new Promise<number>(() => {}));
    const fast = await receiver();
    for (let index = 0; index < 5; index++) await endpointFor(made, slow);
    await endpointFor(made, fast);
    await made.askonce.start();
    const startedAt = performance.now();
    await openTickets(made, 10);
    await eventually(() => expect(fast.received).toHaveLength(10));
    expect(performance.now() - startedAt, "before the first of the slow ones timed out").toBeLessThan(timeoutMs);
    expect(slow.mostAtOnce).toBeGreaterThanOrEqual(5);
  });
});
