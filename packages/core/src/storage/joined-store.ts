import { AskonceError, type AskonceEvent } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely } from "kysely";
import type { Platform } from "../platform/platform.ts";
import { enterShop } from "./shop-lock.ts";
import { runUnit, type Store } from "./store.ts";
import type { Tables } from "./tables.ts";

/**
 * The store inside a transaction of the embedding application. The events that its changes cause are handed to `onEvents` at once; whether
 * they come to stand, only the application knows.
 *
 * @throws AskonceError `CONFIGURATION_INVALID` when the storage cannot join, or not on this connection
 */
export function joinStore(
  storage: StorageV1,
  store: Store,
  platform: Platform,
  connection: unknown,
  onEvents: (events: readonly AskonceEvent[]) => void,
): Store {
  if (!storage.join) {
    throw new AskonceError("CONFIGURATION_INVALID", {
      message: `The storage ${storage.id} cannot work inside a transaction of the application`,
    });
  }
  const database = new Kysely<Tables>({ dialect: storage.join(connection) });
  return {
    shopId: store.shopId,
    shop: store.shop,
    dialect: store.dialect,
    now: store.now,
    agreedNow: store.agreedNow,
    writes: store.writes,
    migrate: store.migrate,
    async ready() {
      await store.ready();
      return database;
    },
    async transact(caller, work) {
      await store.ready();
      const { result, events } = await database.transaction().execute(async (transaction) => {
        await enterShop(transaction, store.dialect, store.shopId, "write");
        return runUnit(transaction, store.shopId, caller, platform, work);
      });
      if (events.length > 0) onEvents(events);
      return result;
    },
    async write(work) {
      await store.ready();
      return database.transaction().execute(async (transaction) => {
        await enterShop(transaction, store.dialect, store.shopId, "share");
        return work(transaction);
      });
    },
    // The connection is the application's.
    async close() {},
  };
}
