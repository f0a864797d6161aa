import assert from "node:assert/strict";
import type { InboundWebhook, TrackedParcel } from "@askonce/spec";
import type { CourierParcel } from "../courier/courier-parcel.ts";
import { assertFreeOf, assertRejects, everythingIn } from "../storefront/case-errors.ts";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierWebhooks } from "./carrier-descriptor.ts";
import { type CarrierSession, recipientName } from "./carrier-session.ts";
import { assertSoundParcel } from "./sound-parcel.ts";

const hourMs = 3_600_000;

function fixtures(session: CarrierSession): CarrierWebhooks {
  assert.ok(session.adapter.webhooks, "The adapter has no webhooks. Skip the group with a reason.");
  assert.ok(session.harness.webhooks, "The harness has no webhooks");
  return session.harness.webhooks;
}

function delivery(session: CarrierSession, { trackingNumber }: CourierParcel): InboundWebhook {
  const { body, sign } = fixtures(session);
  return sign(body(trackingNumber), "right");
}

async function receive(session: CarrierSession, webhook: InboundWebhook): Promise<{ key: string; parcel: TrackedParcel }[]> {
  assert.ok(session.adapter.webhooks, "the adapter has webhooks");
  const { clock, logger } = session.context();
  return (await session.adapter.webhooks.receive(webhook, { clock, logger })).parcels;
}

async function keysOf(session: CarrierSession, webhook: InboundWebhook): Promise<string[]> {
  const keys = (await receive(session, webhook)).map((each) => each.key);
  assert.ok(keys.length > 0, "the webhook says something");
  for (const key of keys) assert.ok(key.length > 0 && key.length <= 512, "a key has 1 to 512 characters");
  return keys;
}

export const webhookCases: readonly CarrierCaseDefinition[] = [
  {
    name: "webhook-accepted",
    group: "webhooks",
    title: "A signed webhook says what track() says of its parcel, asks nothing and leaves the bytes as they are",
    check: async (session) => {
      const parcel = session.add("on_time", 40);
      const webhook = delivery(session, parcel);
      const before = webhook.body.slice();
      const parcels = await receive(session, webhook);
      assert.deepEqual(webhook.body, before, "the body is not written to");
      assert.equal(session.network.requestCount(), 0, "no request is made");
      assert.deepEqual(
        parcels.map((each) => each.parcel.trackingNumber),
        [parcel.trackingNumber],
      );
      const tracked = await session.track(parcel);
      for (const each of parcels) {
        assertSoundParcel(each.parcel);
        assert.deepEqual([each.parcel.status, each.parcel.leg], [tracked.status, tracked.leg], "status and leg");
        const ids = new Set(tracked.checkpoints.map((checkpoint) => checkpoint.id));
        for (const checkpoint of each.parcel.checkpoints)
          assert.ok(ids.has(checkpoint.id), "a checkpoint has the id that track() gives it");
      }
      assertFreeOf(
        everythingIn([parcels.map((each) => each.key), session.logs]),
        [...session.harness.secrets, recipientName],
        "keys and log",
      );
    },
  },
  {
    name: "webhook-bad-signature",
    group: "webhooks",
    title: "Signed with another secret: WEBHOOK_SIGNATURE_INVALID",
    check: async (session) => {
      const { body, sign } = fixtures(session);
      const webhook = sign(body(session.add("on_time", 40).trackingNumber), "wrong");
      const error = await assertRejects(receive(session, webhook), "WEBHOOK_SIGNATURE_INVALID");
      assertFreeOf(everythingIn([error, session.logs]), [...session.harness.secrets, recipientName], "the error and the log");
    },
  },
  {
    name: "webhook-unsigned",
    group: "webhooks",
    title: "Not signed at all: WEBHOOK_SIGNATURE_INVALID",
    check: async (session) => {
      const { body, sign } = fixtures(session);
      const webhook = sign(body(session.add("on_time", 40).trackingNumber), "none");
      await assertRejects(receive(session, webhook), "WEBHOOK_SIGNATURE_INVALID");
    },
  },
  {
    name: "webhook-body-altered",
    group: "webhooks",
    title: "One bit changed, one byte added or one removed, anywhere: WEBHOOK_SIGNATURE_INVALID",
    check: async (session) => {
      const webhook = delivery(session, session.add("on_time", 40));
      const { body } = webhook;
      const changed = [0, Math.floor(body.length / 2), body.length - 1].map((position) => {
        const copy = body.slice();
        copy[position] = (copy[position] ?? 0) ^ 1;
        return copy;
      });
      // The same JSON in another writing: only what was sent is signed.
      const rewritten = new TextEncoder().encode(JSON.stringify(JSON.parse(new TextDecoder().decode(body)), null, 2));
      for (const wrong of [...changed, new Uint8Array([...body, 0x20]), body.slice(0, -1), rewritten]) {
        await assertRejects(receive(session, { ...webhook, body: wrong }), "WEBHOOK_SIGNATURE_INVALID");
      }
    },
  },
  {
    name: "webhook-malformed",
    group: "webhooks",
    title: "Signed rightly but unreadable: WEBHOOK_UNREADABLE",
    check: async (session) => {
      const { sign } = fixtures(session);
      for (const text of ['{"id":', "", "[]", "null", `"${recipientName}"`]) {
        const error = await assertRejects(receive(session, sign(new TextEncoder().encode(text), "right")), "WEBHOOK_UNREADABLE");
        assertFreeOf(everythingIn(error), [...session.harness.secrets, recipientName], "the error");
      }
    },
  },
  {
    name: "webhook-duplicate",
    group: "webhooks",
    title: "The same state delivered again has the same key",
    check: async (session) => {
      const parcel = session.add("on_time", 10);
      const keys = await keysOf(session, delivery(session, parcel));
      session.clock.advance(60_000);
      assert.deepEqual(await keysOf(session, delivery(session, parcel)), keys);
    },
  },
  {
    name: "webhook-second-move",
    group: "webhooks",
    title: "Another event of the same parcel, and another parcel, have another key",
    check: async (session) => {
      const parcel = session.add("on_time", 10);
      const keys = await keysOf(session, delivery(session, parcel));
      const others = await keysOf(session, delivery(session, session.add("on_time", 10)));
      session.clock.advance(15 * hourMs);
      for (const key of [...others, ...(await keysOf(session, delivery(session, parcel)))]) {
        assert.ok(!keys.includes(key), "the key is new");
      }
    },
  },
  {
    name: "webhook-unknown-code",
    group: "webhooks",
    title: "A code nobody has heard of is taken in as unknown",
    check: async (session) => {
      const parcel = session.add("on_time", 10);
      session.world.spoil(parcel.trackingNumber, "unknown_code");
      const [first] = await receive(session, delivery(session, parcel));
      assert.ok(first, "the parcel is there");
      assertSoundParcel(first.parcel);
      assert.ok(first.parcel.unknownCodes.length > 0, "the code is among unknownCodes");
    },
  },
];
