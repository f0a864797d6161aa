import { describe, expect, it } from "vitest";
import { receiver, verify } from "./__fixtures__/receiver.ts";
import { eventually, openTickets, owner, webhookInstance } from "./__fixtures__/webhook-instance.ts";

describe("outgoing webhooks", () => {
  it("send each event once, signed so that the library of the receivers accepts it", async () => {
    const made = webhookInstance();
    const { askonce, clock, events } = made;
    const target = await receiver();
    const { secret, ...endpoint } = await askonce.webhooks.create({ url: target.url, description: "Warehouse" }, owner);
    await askonce.start();
    await openTickets(made, 25);
    await eventually(() => expect(target.received).toHaveLength(26));
    expect(target.received.map((one) => one.headers["webhook-id"]).sort()).toEqual(events.map((event) => event.id).sort());
    for (const one of target.received) {
      expect(verify(one, secret, clock.now())).toEqual(one.message);
      const event = events.find(({ id }) => id === one.headers["webhook-id"]);
      expect(one.message).toEqual({ type: event?.type, timestamp: event?.occurredAt, data: event });
      expect(one.headers).toMatchObject({ "content-type": "application/json", "askonce-delivery-id": expect.stringMatching(/^whd_/) });
    }
    expect(() => verify(target.received[0] ?? expect.fail(), secret.replace("whsec_", "whsec_AAAA"), clock.now())).toThrow();
    await eventually(async () => {
      const { items } = await askonce.webhooks.deliveries(endpoint.id, { limit: 100 }, owner);
      expect(items.map((item) => [item.state, item.attempts, item.lastStatus])).toEqual(items.map(() => ["delivered", 1, 204]));
      expect(items).toHaveLength(26);
    });
    expect(await askonce.webhooks.get(endpoint.id, owner)).toMatchObject({
      state: "active",
      lastDeliveredAt: expect.any(String),
      failingSince: null,
    });
    expect(target.mostAtOnce).toBeLessThanOrEqual(2);
  });
});
