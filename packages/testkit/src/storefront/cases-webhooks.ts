import assert from "node:assert/strict";
import type { InboundWebhook, StorefrontEvent, WebhookReceipt } from "@askonce/spec";
import type { CaseDefinition } from "./case.ts";
import { assertFreeOf, assertRejects, everythingIn } from "./case-errors.ts";
import type { WebhookFixtures, WebhookKind } from "./descriptor.ts";
import { assertSoundOrder } from "./invariants.ts";
import type { Session } from "./session.ts";

function fixtures(session: Session): WebhookFixtures {
  assert.ok(session.adapter.webhooks, "The adapter has no webhooks. Skip the group with a reason.");
  assert.ok(session.harness.webhooks, "The harness has no webhooks");
  return session.harness.webhooks;
}

async function delivery(session: Session, kind: WebhookKind): Promise<InboundWebhook> {
  const webhook = await fixtures(session).delivery(kind);
  assert.ok(webhook, `The harness has no delivery "${kind}". Give it one, or skip the case with a reason.`);
  return webhook;
}

async function receive(session: Session, webhook: InboundWebhook): Promise<WebhookReceipt> {
  const { webhooks } = session.adapter;
  assert.ok(webhooks, "the adapter has webhooks");
  const { clock, logger } = session.context();
  return await webhooks.receive(webhook, { clock, logger });
}

function aboutTheOrder(session: Session, receipt: WebhookReceipt): StorefrontEvent[] {
  const { ref } = fixtures(session);
  const events = receipt.events.filter((event) => (event.type === "order.changed" || event.type === "order.deleted") && event.ref === ref);
  assert.ok(events.length > 0, `an event about ${ref}; there are ${JSON.stringify(receipt.events.map((event) => event.type))}`);
  return events;
}

async function keysOf(session: Session, webhook: InboundWebhook): Promise<string[]> {
  const events = aboutTheOrder(session, await receive(session, webhook));
  for (const event of events) assert.ok(event.key.length > 0 && event.key.length <= 512, "key has 1 to 512 characters");
  return events.map((event) => event.key);
}

function altered(webhook: InboundWebhook, position: number): InboundWebhook {
  const body = webhook.body.slice();
  body[position] = (body[position] ?? 0) ^ 1;
  return { ...webhook, body };
}

export const webhookCases: readonly CaseDefinition[] = [
  {
    name: "webhook-accepted",
    group: "webhooks",
    title: "A signed webhook says which order changed, and leaves the bytes as they are",
    check: async (session) => {
      const webhook = await delivery(session, "orderChanged");
      const before = webhook.body.slice();
      const receipt = await receive(session, webhook);
      assert.deepEqual(webhook.body, before, "the body is not written to");
      assert.equal(session.faults.requestCount(), 0, "no request is made");
      for (const event of aboutTheOrder(session, receipt)) {
        if (event.type !== "order.changed") assert.fail(`the event is order.changed, not ${event.type}`);
        assert.ok(event.version === null || event.version.endsWith("Z"), "version is an instant in UTC");
        if (event.snapshot === null) continue;
        assertSoundOrder(event.snapshot.order, session.adapter.id);
        assert.equal(event.snapshot.order.ref, event.ref, "ref of the snapshot");
      }
      assertFreeOf(everythingIn([receipt, session.logs]), session.harness.secrets, "what the webhook says");
    },
  },
  {
    name: "webhook-read-again",
    group: "webhooks",
    title: "Kept without its signature, a webhook says later what it said when it came",
    check: async (session) => {
      const webhook = await delivery(session, "orderChanged");
      const { clock, logger } = session.context();
      // Reading again is a thing of its own: without it the core applies what was understood the first time.
      if (!session.adapter.webhooks?.read) return;
      const headers = new Headers([...webhook.headers].filter(([name]) => !/signature|hmac/.test(name)));
      const again = await session.adapter.webhooks.read({ ...webhook, headers }, { clock, logger });
      assert.deepEqual(again.events, (await receive(session, webhook)).events, "the events");
      const garbage = { ...webhook, headers, body: new TextEncoder().encode("{") };
      await assertRejects(session.adapter.webhooks.read(garbage, { clock, logger }), "WEBHOOK_UNREADABLE");
    },
  },
  {
    name: "webhook-bad-signature",
    group: "webhooks",
    title: "Signed with another secret: WEBHOOK_SIGNATURE_INVALID",
    check: async (session) => {
      const error = await assertRejects(receive(session, await delivery(session, "wrongSecret")), "WEBHOOK_SIGNATURE_INVALID");
      const forbidden = [...session.harness.secrets, ...session.harness.personal];
      assertFreeOf(everythingIn([error, session.logs]), forbidden, "the error and the log");
    },
  },
  {
    name: "webhook-unsigned",
    group: "webhooks",
    title: "Not signed at all: WEBHOOK_SIGNATURE_INVALID",
    check: async (session) => {
      await assertRejects(receive(session, await delivery(session, "unsigned")), "WEBHOOK_SIGNATURE_INVALID");
    },
  },
  {
    name: "webhook-body-altered",
    group: "webhooks",
    title: "One bit changed, one byte added or one removed, anywhere: WEBHOOK_SIGNATURE_INVALID",
    check: async (session) => {
      const webhook = await delivery(session, "orderChanged");
      const { body } = webhook;
      const changed = [0, Math.floor(body.length / 2), body.length - 1].map((position) => altered(webhook, position));
      const longer = { ...webhook, body: new Uint8Array([...body, 0x20]) };
      const shorter = { ...webhook, body: body.slice(0, -1) };
      for (const wrong of [...changed, longer, shorter]) await assertRejects(receive(session, wrong), "WEBHOOK_SIGNATURE_INVALID");
    },
  },
  {
    name: "webhook-malformed",
    group: "webhooks",
    title: "Signed rightly but unreadable: WEBHOOK_UNREADABLE",
    check: async (session) => {
      const error = await assertRejects(receive(session, await delivery(session, "malformed")), "WEBHOOK_UNREADABLE");
      assertFreeOf(everythingIn(error), [...session.harness.secrets, ...session.harness.personal], "the error");
    },
  },
  {
    name: "webhook-duplicate",
    group: "webhooks",
    title: "The same change delivered again has the same key",
    check: async (session) => {
      const keys = await keysOf(session, await delivery(session, "orderChanged"));
      assert.deepEqual(await keysOf(session, await fixtures(session).redelivery()), keys);
    },
  },
  {
    name: "webhook-second-change",
    group: "webhooks",
    title: "Another change of the same order has another key",
    check: async (session) => {
      const keys = await keysOf(session, await delivery(session, "orderChanged"));
      for (const key of await keysOf(session, await delivery(session, "secondChange"))) {
        assert.ok(!keys.includes(key), "the key of the second change is new");
      }
    },
  },
  {
    name: "webhook-order-deleted",
    group: "webhooks",
    title: "A deleted order is order.deleted",
    check: async (session) => {
      const events = aboutTheOrder(session, await receive(session, await delivery(session, "orderDeleted")));
      assert.deepEqual(
        events.map((event) => event.type),
        ["order.deleted"],
      );
    },
  },
  {
    name: "webhook-ping",
    group: "webhooks",
    title: "The vendor's trial of the address is accepted and means nothing",
    check: async (session) => {
      assert.deepEqual((await receive(session, await delivery(session, "ping"))).events, []);
    },
  },
];
