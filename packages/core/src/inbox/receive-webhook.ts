import { type AdapterContext, AskonceError } from "@askonce/spec";
import type { Carriers } from "../carriers/carriers.ts";
import { createGroupCommit } from "../platform/group-commit.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Storefronts } from "../storefronts/storefronts.ts";
import type { InboxEvent } from "./inbox-event.ts";
import { type IncomingWebhook, storeWebhooks } from "./store-webhooks.ts";

/**
 * Headers that are not kept with a raw webhook: credentials, signatures, and the addresses of those it passed. The rest is the vendor's own,
 * whoever that is, and may be needed to read it again.
 */
const droppedHeaders = /cookie|authorization|signature|hmac|token|secret|api-?key|forwarded|(?:real|client|connecting)-ip/;

const groupLimits = {
  items: 200,
  size: 8 * 1024 * 1024,
  sizeOf: ({ webhook }: GroupedWebhook) => webhook.body.length,
  /**
   * One turn of the event loop, in which the sockets are read that have something. A storage in the process (SQLite) does its whole commit
   * without giving the turn away: nothing would ever arrive while it is under way, and nothing would be shared.
   */
  gather: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

/** A webhook with the span that waits for its commit. */
interface GroupedWebhook {
  webhook: IncomingWebhook;
  origin: ReturnType<Platform["telemetry"]["origin"]>;
}

export interface ReceivedWebhook {
  method: string;
  url: string;
  headers: Headers;
  body: Uint8Array;
}

/** Whoever sends webhooks: what it says is read from verified bytes. */
export interface WebhookSource {
  id: string;
  /** @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE` */
  read(webhook: ReceivedWebhook, context: Pick<AdapterContext, "clock" | "logger">): Promise<readonly InboxEvent[]>;
}

/** A connected adapter as a sender of webhooks. @throws AskonceError `ADAPTER_UNSUPPORTED`, `STOREFRONT_NOT_FOUND` */
export function webhookSource(adapterId: string, storefronts: Storefronts, carriers: Carriers): WebhookSource {
  const carrier = carriers.get(adapterId);
  const adapter = carrier ?? storefronts.get(adapterId);
  if (!adapter.webhooks) throw new AskonceError("ADAPTER_UNSUPPORTED", { message: "This adapter takes no webhooks" });
  const { webhooks } = adapter;
  return {
    id: adapter.id,
    async read(webhook, context) {
      const receipt = await webhooks.receive(webhook, context);
      if ("events" in receipt) return receipt.events;
      return receipt.parcels.map(({ key, parcel }) => ({ type: "parcel.tracked" as const, key, parcel }));
    },
  };
}

/** The door for what adapters' vendors send. */
export interface WebhookReceiver {
  /**
   * Verifies a webhook, writes its events and its raw body into the inbox, and only then returns: what was answered with 2xx is on disk.
   * Webhooks that arrive together share a transaction. A duplicate is recognized by its key and changes nothing.
   *
   * @returns how many events were new
   * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`
   */
  receive(source: WebhookSource, webhook: ReceivedWebhook): Promise<number>;
}

export function createWebhookReceiver(store: Store, platform: Platform, onStored: () => void): WebhookReceiver {
  const { telemetry } = platform;
  const commit = (group: readonly GroupedWebhook[]) =>
    telemetry.commit(
      group.map(({ origin }) => origin),
      () =>
        storeWebhooks(
          store,
          platform,
          group.map(({ webhook }) => webhook),
        ),
    );
  const group = createGroupCommit(commit, groupLimits);
  return {
    async receive(source, webhook) {
      const { added } = await telemetry.webhook(source.id, async () => {
        const events = await source.read(webhook, { clock: platform.clock, logger: platform.logger });
        if (events.length === 0) return { events: 0, added: 0 };
        const headers = Object.fromEntries([...webhook.headers].filter(([name]) => !droppedHeaders.test(name)));
        const stored = { source: source.id, headers, body: webhook.body, events };
        return { events: events.length, added: await group.add({ webhook: stored, origin: telemetry.origin() }) };
      });
      if (added > 0) onStored();
      return added;
    },
  };
}
