import { AskonceError } from "@askonce/spec";
import type { Selectable } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import type { Storefronts } from "../storefronts/storefronts.ts";
import type { InboxEvent } from "./inbox-event.ts";

export interface ReplayRequest {
  /** Webhooks received at or after this instant, in milliseconds since the epoch. */
  from: number;
  /** And before this one. Default: now. */
  to?: number | undefined;
  /** One storefront's only. Default: all. */
  adapterId?: string | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: (progress: ReplayProgress) => void;
}

export interface ReplayProgress {
  /** Raw webhooks looked at. */
  webhooks: number;
  /** Events put into the inbox again. */
  events: number;
  /** Raw webhooks that the adapter cannot read (any more); they are left as they are. */
  unreadable: number;
  /** When the last one had been received, in milliseconds since the epoch; where a run that was cut off can begin anew. `null` before the first. */
  lastReceivedAt: number | null;
}

/** What came in, kept for a while and ready to be applied again. */
export interface Inbox {
  /**
   * Reads the kept webhooks of a time again with the adapters of today and puts their events back into the inbox, from where they are applied
   * by version as ever: nothing newer is overwritten, and doing it twice changes nothing. Needs the role owner.
   *
   * @throws AskonceError `FORBIDDEN`, `STOREFRONT_NOT_FOUND`
   */
  replay(request: ReplayRequest, caller: Caller): Promise<ReplayProgress>;
}

const pageSize = 100;

export function createInbox(store: Store, platform: Platform, storefronts: Storefronts, onStored: () => void): Inbox {
  const pageAfter = async (request: ReplayRequest, to: number, after: { at: number; id: string } | null) => {
    let query = (await store.ready())
      .selectFrom("inbox_raw")
      .selectAll()
      .where("shop_id", "=", store.shopId)
      .where("received_at", ">=", request.from)
      .where("received_at", "<", to)
      .orderBy("received_at")
      .orderBy("id")
      .limit(pageSize);
    if (request.adapterId !== undefined) query = query.where("source", "=", request.adapterId);
    if (after) {
      query = query.where((where) =>
        where.or([where("received_at", ">", after.at), where.and([where("received_at", "=", after.at), where("id", ">", after.id)])]),
      );
    }
    return query.execute();
  };

  /** `null`: cannot be read. */
  const readAgain = async (raw: Selectable<Tables["inbox_raw"]>): Promise<readonly InboxEvent[] | null> => {
    const storefront = storefronts.all.find((one) => one.id === raw.source);
    if (!storefront?.webhooks?.read) return storedEvents(store, raw.id);
    const headers = new Headers(JSON.parse(raw.headers) as Record<string, string>);
    const webhook = { method: "POST", url: "", headers, body: new Uint8Array(raw.body) };
    try {
      return (await storefront.webhooks.read(webhook, { clock: platform.clock, logger: platform.logger })).events;
    } catch (error) {
      if (AskonceError.is(error, "WEBHOOK_UNREADABLE")) return null;
      throw error;
    }
  };

  return {
    async replay(request, caller) {
      requireRole(caller, "owner");
      if (request.adapterId !== undefined) storefronts.get(request.adapterId);
      const to = request.to ?? platform.clock.now() + 1;
      let progress: ReplayProgress = { webhooks: 0, events: 0, unreadable: 0, lastReceivedAt: null };
      let after: { at: number; id: string } | null = null;
      for (;;) {
        request.signal?.throwIfAborted();
        const page: Selectable<Tables["inbox_raw"]>[] = await pageAfter(request, to, after);
        const last = page.at(-1);
        if (!last) return progress;
        const entries: { raw: Selectable<Tables["inbox_raw"]>; event: InboxEvent }[] = [];
        let unreadable = 0;
        for (const raw of page) {
          const events = await readAgain(raw);
          if (events === null) unreadable++;
          else entries.push(...events.map((event) => ({ raw, event })));
        }
        await putBack(store, platform, entries);
        onStored();
        after = { at: last.received_at, id: last.id };
        progress = {
          webhooks: progress.webhooks + page.length,
          events: progress.events + entries.length,
          unreadable: progress.unreadable + unreadable,
          lastReceivedAt: last.received_at,
        };
        request.onProgress?.(progress);
      }
    },
  };
}

async function storedEvents(store: Store, rawId: string): Promise<InboxEvent[]> {
  const rows = await (await store.ready())
    .selectFrom("inbox")
    .select("event")
    .where("shop_id", "=", store.shopId)
    .where("raw_id", "=", rawId)
    .execute();
  return rows.map((row) => JSON.parse(row.event) as InboxEvent);
}

/** A known event waits again, as it is understood now; one that was not understood before is new. */
async function putBack(
  store: Store,
  platform: Platform,
  entries: readonly { raw: Selectable<Tables["inbox_raw"]>; event: InboxEvent }[],
): Promise<void> {
  if (entries.length === 0) return;
  await store.write(async (database) => {
    for (const { raw, event } of entries) {
      const again = {
        event: JSON.stringify(event),
        state: "pending" as const,
        attempts: 0,
        next_attempt_at: 0,
        problem: null,
        applied_at: null,
      };
      await database
        .insertInto("inbox")
        .values({
          shop_id: store.shopId,
          source: raw.source,
          key: event.key,
          id: platform.createId("inb"),
          raw_id: raw.id,
          received_at: raw.received_at,
          ...again,
        })
        .onConflict((conflict) => conflict.columns(["shop_id", "source", "key"]).doUpdateSet(again))
        .execute();
    }
  });
}
