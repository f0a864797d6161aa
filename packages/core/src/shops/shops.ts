import { AskonceError } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import type { Askonce, AskonceOptions, StartOptions } from "../askonce.ts";
import { createAskonce } from "../create-askonce.ts";
import { problemResponse } from "../handler/problem-response.ts";
import { sqlExecutorOf } from "../jobs/sql-executor.ts";
import { systemClock } from "../platform/clock.ts";
import { createPlatform } from "../platform/platform.ts";
import { silentLogger } from "../platform/silent-logger.ts";
import { deleteShopRows } from "./copy-rows.ts";
import { openDatabaseAccess } from "./database-access.ts";
import { createDirectory } from "./directory.ts";
import { type MoveProgress, moveShop } from "./move-shop.ts";
import { createOpenShops } from "./open-shops.ts";
import { startShopWorkers } from "./shop-workers.ts";

export interface ShopsOptions {
  /** Where it is written which shop lives where: a database of its own, or one of those that hold shops. */
  directory: StorageV1;
  /** The databases that hold shops, by names that stay. */
  databases: Readonly<Record<string, StorageV1>>;
  /** What an instance for this shop is made with, besides its storage. */
  options(shopId: string): Omit<AskonceOptions, "storage"> | Promise<Omit<AskonceOptions, "storage">>;
  /** Which shop a request is for; `null` when it is for none. Needed for `handler`. */
  shopOf?: (request: Request) => string | null | Promise<string | null>;
  /** How many instances are kept open in this process. Default 500; the one used least recently gives way. */
  mostOpen?: number;
  logger?: AskonceOptions["logger"];
  clock?: AskonceOptions["clock"];
}

/** Many shops in several databases. */
export interface Shops {
  /**
   * Adds a shop, in the given database or in the one with the fewest.
   *
   * @throws AskonceError `VERSION_CONFLICT` when there is one of this id, `CONFIGURATION_INVALID` for a database that is not configured
   */
  add(shopId: string, options?: { databaseId?: string }): Promise<Askonce>;
  /**
   * The shop's instance. Ask for it anew for each piece of work and do not keep it: it changes when the shop moves. For a few seconds after a
   * move a process may still give the old one, which refuses to write with `SHOP_MOVED`: {@link Shops.run} takes care of that.
   *
   * @throws AskonceError `SHOP_NOT_FOUND`
   */
  get(shopId: string): Promise<Askonce>;
  /**
   * Does a piece of work with the shop's instance. Should the shop have moved meanwhile, it is begun again in the new place: nothing of it was
   * written in the old one.
   *
   * @throws AskonceError `SHOP_NOT_FOUND`, and what `work` throws
   */
  run<Result>(shopId: string, work: (askonce: Askonce) => Promise<Result>): Promise<Result>;
  /** Answers a request with the shop's instance. One that was on its way while the shop moved is answered by the new place. */
  handler(request: Request): Promise<Response>;
  /** Moves a shop while it works; nobody can write for two seconds at most. Run again after an interruption, it ends what it began. */
  move(
    shopId: string,
    databaseId: string,
    options?: { onProgress?: (progress: MoveProgress) => void; signal?: AbortSignal },
  ): Promise<MoveProgress>;
  /** Deletes what a shop has left behind in a database it has moved away from. */
  purge(shopId: string, databaseId: string): Promise<void>;
  /** Works for all shops of all databases, or with the role `web` for none. Any number of processes do so together. */
  start(options?: StartOptions): Promise<void>;
  stop(): Promise<void>;
}

const triesAfterMove = 60;

/**
 * Many shops in several databases: a directory says which shop lives where, and a shop can be moved while it works.
 *
 * @example
 * ```ts
 * const shops = createShops({
 *   directory: postgres(directoryUrl),
 *   databases: { "eu-1": postgres(firstUrl), "eu-2": postgres(secondUrl) },
 *   options: (shopId) => ({ storefronts: storefrontsOf(shopId) }),
 *   shopOf: (request) => request.headers.get("x-shop"),
 * });
 * ```
 */
export function createShops(options: ShopsOptions): Shops {
  const platform = createPlatform(options.clock ?? systemClock, options.logger ?? silentLogger, globalThis.fetch);
  const directory = createDirectory(options.directory, platform.clock.now);
  const databases = new Map(Object.entries(options.databases).map(([id, storage]) => [id, openDatabaseAccess(storage, platform)]));
  const stopping = new AbortController();
  let working: Promise<unknown> | null = null;

  const databaseOf = (databaseId: string) => {
    const database = databases.get(databaseId);
    if (!database) throw new AskonceError("CONFIGURATION_INVALID", { message: `There is no database named ${databaseId}` });
    return database;
  };
  const openShops = createOpenShops(options.mostOpen ?? 500, async (shopId, databaseId) => {
    const { storage } = databaseOf(databaseId);
    const own = await options.options(shopId);
    // The storage is shared: an instance that stops leaves it open.
    return createAskonce({ ...own, storage: { ...storage, close: async () => {} }, shop: { ...own.shop, id: shopId } });
  });
  const get = async (shopId: string) => {
    if (stopping.signal.aborted) throw new AskonceError("STOPPED");
    const databaseId = await directory.find(shopId);
    if (databaseId === null) throw new AskonceError("SHOP_NOT_FOUND");
    return openShops.get(shopId, databaseId);
  };

  /** The old place knows of the move a moment before the directory does. */
  const newPlace = async (shopId: string) => {
    directory.refresh(shopId);
    await new Promise((resolve) => setTimeout(resolve, 50));
  };

  return {
    async add(shopId, { databaseId } = {}) {
      const chosen = databaseId ?? fewest([...databases.keys()], await directory.counts());
      databaseOf(chosen);
      await directory.add(shopId, chosen);
      return get(shopId);
    },

    get,

    async run(shopId, work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work(await get(shopId));
        } catch (error) {
          if (!AskonceError.is(error, "SHOP_MOVED") || attempt === triesAfterMove) throw error;
          await newPlace(shopId);
        }
      }
    },

    async handler(request) {
      try {
        const shopId = (await options.shopOf?.(request)) ?? null;
        if (shopId === null) throw new AskonceError("SHOP_NOT_FOUND");
        const again = request.body ? request.clone() : request;
        let response = await (await get(shopId)).handler(request);
        for (let attempt = 1; response.status === 421 && attempt < triesAfterMove; attempt++) {
          await newPlace(shopId);
          response = await (await get(shopId)).handler(again.clone());
        }
        return response;
      } catch (error) {
        if (!AskonceError.is(error)) throw error;
        return problemResponse(error, platform.createId("req"));
      }
    },

    async move(shopId, databaseId, { onProgress, signal } = {}) {
      const target = databaseOf(databaseId);
      directory.refresh(shopId);
      const place = await directory.find(shopId);
      if (place === null) throw new AskonceError("SHOP_NOT_FOUND");
      if (place === databaseId) return { state: "moved", copied: 0, changed: 0, writeStopMs: 0 };
      const source = databaseOf(place);
      await Promise.all([source.ready(), target.ready(), source.jobs.prepare(shopId), target.jobs.prepare(shopId)]);
      return moveShop({
        shopId,
        source: source.storage,
        target: target.storage,
        targetId: databaseId,
        logger: platform.logger,
        onProgress,
        signal,
        async carryJobs() {
          const jobs = await source.jobs.unfinished(shopId);
          await target.jobs.drop(shopId);
          await target.jobs.prepare(shopId);
          const database = await target.ready();
          if (jobs.length > 0)
            await database.transaction().execute((transaction) => target.jobs.enqueue(shopId, jobs, sqlExecutorOf(transaction)));
        },
        settle: () => directory.move(shopId, databaseId),
      });
    },

    async purge(shopId, databaseId) {
      directory.refresh(shopId);
      const database = databaseOf(databaseId);
      if ((await directory.find(shopId)) === databaseId)
        throw new AskonceError("VERSION_CONFLICT", { message: "The shop lives in this database" });
      await deleteShopRows(await database.ready(), shopId);
      await database.jobs.drop(shopId);
    },

    async start({ roles = ["web", "worker"] } = {}) {
      if (!roles.includes("worker")) return;
      working ??= startShopWorkers({ databases, directory, get, platform, signal: stopping.signal });
    },

    async stop() {
      stopping.abort(new AskonceError("STOPPED"));
      await working;
      await openShops.stop();
      for (const database of databases.values()) await database.close();
      await directory.close();
      for (const storage of new Set([...Object.values(options.databases), options.directory])) await storage.close();
    },
  };
}

function fewest(databaseIds: readonly string[], counts: ReadonlyMap<string, number>): string {
  const [first] = [...databaseIds].sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0));
  if (first === undefined) throw new AskonceError("CONFIGURATION_INVALID", { message: "There is no database for shops" });
  return first;
}
