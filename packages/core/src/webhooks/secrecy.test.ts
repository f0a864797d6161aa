import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createPublicFetch } from "../node/public-fetch.ts";
import { agentWithToken, linesLogger } from "../testing/instance.ts";
import { storedBytes } from "../testing/stored-bytes.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { receiver, verify } from "./__fixtures__/receiver.ts";
import { openTickets, owner, webhookInstance } from "./__fixtures__/webhook-instance.ts";
import { encryptionKeys } from "./__fixtures__/webhook-instance-options.ts";

describe("what is secret about a webhook", () => {
  it("is neither stored in the clear nor logged nor told to anybody but the owner who looks at the endpoint", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const logger = linesLogger();
    const made = webhookInstance({ path, logger });
    const { askonce, call, clock, events } = made;
    const { token } = await agentWithToken(askonce, "owner");
    let status = 500;
    const target = await receiver(() => status, "/canary-of-the-path?key=canary-of-the-query");
    const created = await askonce.webhooks.create({ url: target.url }, owner);
    const { secret: rotated } = await askonce.webhooks.rotateSecret(created.id, {}, owner);
    const answers: string[] = [];
    const ask = async (method: string, callPath: string, body?: unknown) =>
      answers.push((await call(method, callPath, { token, ...(body === undefined ? {} : { body }) })).text);
    await openTickets(made, 2);
    await askonce.drain();
    for (const next of [302, 503, 204, 410]) {
      status = next;
      clock.advance(24 * 3_600_000);
      await openTickets(made, 1);
      await askonce.drain();
    }
    await ask("GET", `/webhook-endpoints/${created.id}/deliveries`);
    await ask("POST", `/webhook-endpoints/${created.id}/test`, {});
    await ask("POST", `/webhook-endpoints/${created.id}/replay`, { from: "2026-11-20T00:00:00Z" });
    await ask("PATCH", `/webhook-endpoints/${created.id}`, { url: "ftp://canary-of-the-path/" });
    const told = await call("GET", `/webhook-endpoints/${created.id}`, { token });
    expect(told.body.url).toBe(target.url);
    expect(told.text).not.toContain(created.secret.slice(6, 40));
    expect(target.received.length).toBeGreaterThan(6);
    await askonce.stop();

    const stored = await storedBytes(path);
    expect(stored).toContain(created.id);
    for (const [where, text] of Object.entries({
      logs: logger.lines.join("\n"),
      answers: answers.join("\n"),
      events: JSON.stringify(events),
      stored,
    })) {
      expect(text.length, where).toBeGreaterThan(10);
      for (const canary of ["canary-of", created.secret.slice(6, 40), rotated.slice(6, 40), encryptionKeys[0]?.secret ?? "?"]) {
        expect(text.includes(canary), `${canary} in ${where}`).toBe(false);
      }
    }
  });

  it("is not what an address inside of the network answers: a refusal reads like silence, except in the log", async () => {
    const logger = linesLogger();
    const transport = createPublicFetch({ lookup: async () => ["10.0.0.7"] });
    const made = webhookInstance({ logger, webhooks: { transport, allowPrivateNetworks: false } });
    const { id } = await made.askonce.webhooks.create({ url: "https://hooks.example.com/", eventTypes: ["ticket.created"] }, owner);
    await openTickets(made, 1);
    await made.askonce.drain();
    const { items } = await made.askonce.webhooks.deliveries(id, { limit: 1 }, owner);
    expect(items).toMatchObject([{ state: "pending", attempts: 1, lastStatus: null, lastProblem: "WEBHOOK_TARGET_UNREACHABLE" }]);
    expect(await made.askonce.webhooks.test(id, owner)).toEqual({
      outcome: "failed",
      status: null,
      problem: "WEBHOOK_TARGET_UNREACHABLE",
      durationMs: null,
    });
    expect(logger.lines.filter((line) => line.includes("WEBHOOK_TARGET_FORBIDDEN"))).toHaveLength(2);
  });
});

describe("encryption keys", () => {
  const next = { id: "two", secret: "another encryption key of 32 characters or more" };

  it("are replaced without a secret being lost, while both are there", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const target = await receiver();
    const before = webhookInstance({ path });
    const { id, secret: old } = await before.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    const { secret } = await before.askonce.webhooks.rotateSecret(id, {}, owner);
    await before.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.merged"] }, owner);
    await before.askonce.stop();

    const both = webhookInstance({ path, webhooks: { encryptionKeys: [next, ...encryptionKeys] } });
    expect(await both.askonce.webhooks.reseal()).toEqual({ resealed: 2 });
    expect(await both.askonce.webhooks.reseal()).toEqual({ resealed: 0 });
    await both.askonce.stop();

    const after = webhookInstance({ path, webhooks: { encryptionKeys: [next] } });
    await openTickets(after, 1);
    await after.askonce.drain();
    for (const one of [old, secret]) verify(target.received[0] ?? expect.fail(), one, after.clock.now());
    expect(await after.askonce.webhooks.get(id, owner)).toMatchObject({ url: target.url });
  });

  it("that are missing cost no attempt and are told by their id", async () => {
    const path = join(temporaryFolder(), "askonce.db");
    const logger = linesLogger();
    const target = await receiver();
    const before = webhookInstance({ path });
    const { id } = await before.askonce.webhooks.create({ url: target.url, eventTypes: ["ticket.created"] }, owner);
    await before.askonce.stop();

    const without = webhookInstance({ path, logger, webhooks: { encryptionKeys: [next] } });
    await openTickets(without, 1);
    await without.askonce.drain();
    await expect(without.askonce.webhooks.list(owner)).rejects.toMatchObject({
      code: "CONFIGURATION_INVALID",
      details: { reason: "key", keyId: "one" },
    });
    expect((await without.askonce.webhooks.deliveries(id, { limit: 1 }, owner)).items).toMatchObject([{ state: "pending", attempts: 0 }]);
    expect(logger.lines.some((line) => line.startsWith("error Webhooks could not be sent") && line.includes("CONFIGURATION_INVALID"))).toBe(
      true,
    );
    await without.askonce.stop();

    const again = webhookInstance({ path });
    again.clock.advance(3_600_000);
    await again.askonce.drain();
    expect(target.received).toHaveLength(1);
  });
});
