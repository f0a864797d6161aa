import { AskonceError } from "@askonce/spec";
import { systemCaller } from "../caller.ts";
import { recountTickets } from "../counts/ticket-counts.ts";
import type { Store } from "../storage/store.ts";
import { followEvents } from "./follow-events.ts";
import { indexBacklogPage } from "./index-backlog.ts";
import { indexedShop } from "./indexed-shop.ts";
import { afterAllIds, readSearchState, updateState } from "./search-state.sql.ts";

export interface RebuildProgress {
  /** Tickets and customers looked at so far. */
  done: number;
  /** Whether all of them were. */
  complete: boolean;
}

export interface RebuildOptions {
  onProgress?: (progress: RebuildProgress) => void;
  /** Stops between two pages; the next rebuild goes on from there. */
  signal?: AbortSignal;
}

/** What tickets and customers are found by, beside the commands that keep it up to date. */
export interface Search {
  /**
   * Does a piece of what is left: documents of what is older than they are (found as they are made, newest first), and of what an older
   * version of this code wrote in the meantime. The worker calls it.
   *
   * @returns whether there is more to do at once
   */
  catchUp(): Promise<boolean>;
  /** Makes every document anew, page by page beside everything else, or goes on with that where it was stopped. */
  rebuild(options?: RebuildOptions): Promise<RebuildProgress>;
  /** Counts the tickets anew, from what each is counted as. Other changes of the shop wait meanwhile: about a second for a million. */
  recount(): Promise<void>;
}

export function createSearch(store: Store): Search {
  const shop = indexedShop(store);

  const indexPage = () => store.transact(systemCaller, (unit) => indexBacklogPage(unit, shop));

  return {
    async catchUp() {
      const state = await readSearchState(store);
      const hasEvents = await followEvents(store, state);
      const hasBacklog = (state.tickets_below > 0 || state.customers_below !== "") && (await indexPage());
      return hasEvents || hasBacklog;
    },

    async rebuild({ onProgress, signal } = {}) {
      const before = await readSearchState(store);
      if (before.thorough === 0) {
        await store.transact(systemCaller, async ({ database }) => {
          const newest = await database
            .selectFrom("tickets")
            .select((select) => select.fn.max("number").as("number"))
            .where("shop_id", "=", store.shopId)
            .executeTakeFirst();
          const tickets = { tickets_below: (newest?.number ?? 0) + 1, customers_below: afterAllIds };
          await updateState(database, store.shopId, { ...tickets, thorough: 1, done: 0 });
        });
      }
      for (;;) {
        if (signal?.aborted) throw new AskonceError("STOPPED");
        const more = await indexPage();
        const { done } = await readSearchState(store);
        onProgress?.({ done, complete: !more });
        if (!more) return { done, complete: true };
      }
    },

    recount: () => store.transact(systemCaller, ({ database }) => recountTickets(database, store.shopId)),
  };
}
