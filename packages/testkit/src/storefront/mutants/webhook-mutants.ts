import { AskonceError } from "@askonce/spec";
import { signMemoryBody } from "../memory/memory-webhook.ts";
import { changingEvents, type Mutant, withWebhooks } from "./mutant.ts";

const secret = "conformance-webhook-secret";

/** Signs the webhook anew where the adapter should have refused it. */
function resigned(when: (headers: Headers) => boolean, read: (body: Uint8Array) => Uint8Array = (body) => body): Mutant["wrap"] {
  return withWebhooks((receive) => (webhook, context) => {
    if (!when(webhook.headers)) return receive(webhook, context);
    const body = read(webhook.body);
    const headers = new Headers(webhook.headers);
    headers.set("x-memory-signature", signMemoryBody(body, secret));
    return receive({ ...webhook, headers, body }, context);
  });
}

export const webhookMutants: readonly Mutant[] = [
  {
    name: "reads a kept webhook as another event",
    caughtBy: ["webhook-read-again"],
    wrap: (adapter) => (adapter.webhooks ? { ...adapter, webhooks: { ...adapter.webhooks, read: async () => ({ events: [] }) } } : adapter),
  },
  { name: "accepts unsigned webhooks", caughtBy: ["webhook-unsigned"], wrap: resigned((headers) => !headers.has("x-memory-signature")) },
  {
    name: "accepts any signature",
    caughtBy: ["webhook-bad-signature", "webhook-body-altered"],
    wrap: resigned((headers) => headers.has("x-memory-signature")),
  },
  {
    name: "verifies the parsed body instead of the bytes",
    caughtBy: ["webhook-body-altered"],
    // The added space is gone after parsing, so the signature fits again.
    wrap: withWebhooks((receive) => (webhook, context) => {
      const text = new TextDecoder().decode(webhook.body).trim();
      return receive({ ...webhook, body: new TextEncoder().encode(text) }, context);
    }),
  },
  {
    name: "takes what it cannot read for a ping",
    caughtBy: ["webhook-malformed"],
    wrap: withWebhooks((receive) => async (webhook, context) => {
      try {
        return await receive(webhook, context);
      } catch (error) {
        if (AskonceError.is(error, "WEBHOOK_UNREADABLE")) return { events: [] };
        throw error;
      }
    }),
  },
  {
    name: "makes the key from the delivery",
    caughtBy: ["webhook-duplicate"],
    wrap: changingEvents((event, headers) => [{ ...event, key: headers.get("x-memory-delivery") ?? "" }]),
  },
  {
    name: "makes the key from the order alone",
    caughtBy: ["webhook-second-change"],
    wrap: changingEvents((event) => [{ ...event, key: "ref" in event ? event.ref : "" }]),
  },
  {
    name: "says nothing of a deleted order",
    caughtBy: ["webhook-order-deleted"],
    wrap: changingEvents((event) => (event.type === "order.deleted" ? [] : [event])),
  },
  {
    name: "takes a deleted order for a changed one",
    caughtBy: ["webhook-order-deleted"],
    wrap: changingEvents((event) =>
      event.type === "order.deleted" ? [{ type: "order.changed", key: event.key, ref: event.ref, version: null, snapshot: null }] : [event],
    ),
  },
  {
    name: "makes an event of a ping",
    caughtBy: ["webhook-ping"],
    wrap: withWebhooks((receive) => async (webhook, context) => {
      const { events } = await receive(webhook, context);
      return { events: events.length > 0 ? events : [{ type: "source.problem", key: "ping", code: "ping" }] };
    }),
  },
  {
    name: "gives a time without a zone as the version",
    caughtBy: ["webhook-accepted"],
    wrap: changingEvents((event) => [event.type === "order.changed" ? { ...event, version: "2026-11-21T10:00:00" } : event]),
  },
  {
    name: "writes to the body",
    caughtBy: ["webhook-accepted"],
    wrap: withWebhooks((receive) => async (webhook, context) => {
      const receipt = await receive(webhook, context);
      webhook.body.fill(0);
      return receipt;
    }),
  },
];
