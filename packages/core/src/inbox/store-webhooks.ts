import type { Transaction } from "kysely";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { InboxEvent } from "./inbox-event.ts";

/** A webhook that was verified and read. */
export interface IncomingWebhook {
  source: string;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  events: readonly InboxEvent[];
}

/**
 * Writes webhooks and their events in one transaction. An event whose key is known already is left out, and so is the raw body of a webhook
 * that brought nothing new.
 *
 * @returns for each webhook how many of its events were new
 */
export function storeWebhooks(store: Store, platform: Platform, webhooks: readonly IncomingWebhook[]): Promise<number[]> {
  return store.write(async (database) => {
    const now = platform.clock.now();
    const known = await knownKeys(database, store.shopId, webhooks);
    const rows = webhooks.map((webhook) => {
      const rawId = platform.createId("raw");
      const fresh = webhook.events.filter(({ key }) => {
        const isNew = !known.has(keyOf(webhook.source, key));
        known.add(keyOf(webhook.source, key));
        return isNew;
      });
      const raw = {
        shop_id: store.shopId,
        id: rawId,
        source: webhook.source,
        headers: JSON.stringify(webhook.headers),
        body: webhook.body,
        received_at: now,
      };
      const events = fresh.map((event) => ({
        shop_id: store.shopId,
        source: webhook.source,
        key: event.key,
        id: platform.createId("inb"),
        raw_id: rawId,
        event: JSON.stringify(event),
        state: "pending" as const,
        attempts: 0,
        // Due at once, whatever the clock of the process that applies it says.
        next_attempt_at: 0,
        problem: null,
        received_at: now,
        applied_at: null,
      }));
      return { raw, events };
    });
    const withEvents = rows.filter(({ events }) => events.length > 0);
    if (withEvents.length === 0) return webhooks.map(() => 0);
    await database
      .insertInto("inbox_raw")
      .values(withEvents.map(({ raw }) => raw))
      .execute();
    const inserted = await database
      .insertInto("inbox")
      .values(withEvents.flatMap(({ events }) => events))
      .onConflict((conflict) => conflict.columns(["shop_id", "source", "key"]).doNothing())
      .returning("raw_id")
      .execute();
    const added = new Map<string, number>();
    for (const { raw_id } of inserted) added.set(raw_id, (added.get(raw_id) ?? 0) + 1);
    // Another process may have stored the same event since we looked.
    const useless = withEvents.filter(({ raw }) => !added.has(raw.id)).map(({ raw }) => raw.id);
    if (useless.length > 0) await database.deleteFrom("inbox_raw").where("shop_id", "=", store.shopId).where("id", "in", useless).execute();
    return rows.map(({ raw }) => added.get(raw.id) ?? 0);
  });
}

async function knownKeys(database: Transaction<Tables>, shopId: string, webhooks: readonly IncomingWebhook[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (const source of new Set(webhooks.map((webhook) => webhook.source))) {
    const keys = new Set(webhooks.filter((webhook) => webhook.source === source).flatMap(({ events }) => events.map(({ key }) => key)));
    const rows = await database
      .selectFrom("inbox")
      .select("key")
      .where("shop_id", "=", shopId)
      .where("source", "=", source)
      .where("key", "in", [...keys])
      .execute();
    for (const { key } of rows) known.add(keyOf(source, key));
  }
  return known;
}

function keyOf(source: string, key: string): string {
  return `${source} ${key}`;
}
