import { AskonceError, type StorefrontAdapterV1 } from "@askonce/spec";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";

/**
 * Headers that are not kept with a raw webhook: credentials, signatures, and the addresses of those it passed. The rest is the vendor's own,
 * whoever that is, and may be needed to read it again.
 */
const droppedHeaders = /cookie|authorization|signature|hmac|token|secret|api-?key|forwarded|(?:real|client|connecting)-ip/;

export interface ReceivedWebhook {
  method: string;
  url: string;
  headers: Headers;
  body: Uint8Array;
}

/**
 * Verifies a webhook, writes its events and its raw body into the inbox, and only then returns: what was answered with 2xx is on disk.
 * A duplicate is recognized by its key and changes nothing.
 *
 * @returns how many events were new
 * @throws AskonceError `WEBHOOK_SIGNATURE_INVALID`, `WEBHOOK_UNREADABLE`, `ADAPTER_UNSUPPORTED`
 */
export async function receiveWebhook(
  store: Store,
  platform: Platform,
  storefront: StorefrontAdapterV1,
  webhook: ReceivedWebhook,
): Promise<number> {
  if (!storefront.webhooks) throw new AskonceError("ADAPTER_UNSUPPORTED", { message: "This storefront takes no webhooks" });
  const { events } = await storefront.webhooks.receive(webhook, { clock: platform.clock, logger: platform.logger });
  if (events.length === 0) return 0;
  const headers = Object.fromEntries([...webhook.headers].filter(([name]) => !droppedHeaders.test(name)));
  return store.transact({ kind: "adapter", adapterId: storefront.id }, async ({ database }) => {
    const now = platform.clock.now();
    const rawId = platform.createId("raw");
    await database
      .insertInto("inbox_raw")
      .values({
        shop_id: store.shopId,
        id: rawId,
        source: storefront.id,
        headers: JSON.stringify(headers),
        body: webhook.body,
        received_at: now,
      })
      .execute();
    let added = 0;
    for (const event of events) {
      const result = await database
        .insertInto("inbox")
        .values({
          shop_id: store.shopId,
          source: storefront.id,
          key: event.key,
          id: platform.createId("inb"),
          raw_id: rawId,
          event: JSON.stringify(event),
          state: "pending",
          attempts: 0,
          next_attempt_at: now,
          problem: null,
          received_at: now,
          applied_at: null,
        })
        .onConflict((conflict) => conflict.columns(["shop_id", "source", "key"]).doNothing())
        .executeTakeFirst();
      added += Number(result.numInsertedOrUpdatedRows ?? 0n);
    }
    // A duplicate's body tells nothing new.
    if (added === 0) await database.deleteFrom("inbox_raw").where("shop_id", "=", store.shopId).where("id", "=", rawId).execute();
    await database
      .updateTable("storefront_states")
      .set({ last_webhook_at: now })
      .where("shop_id", "=", store.shopId)
      .where("adapter_id", "=", storefront.id)
      .execute();
    return added;
  });
}
