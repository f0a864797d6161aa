import { AskonceError } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely } from "kysely";
import { dialectFor } from "../storage/dialects/dialect-for.ts";
import { migrate } from "../storage/migrate.ts";
import { migrations } from "../storage/migrations/all-migrations.ts";
import type { Tables } from "../storage/tables.ts";

/** Where each shop lives. */
export interface ShopDirectory {
  /** The database's name; `null` for a shop that nobody has added. */
  find(shopId: string): Promise<string | null>;
  /** @throws AskonceError `VERSION_CONFLICT` when the shop is there already */
  add(shopId: string, databaseId: string): Promise<void>;
  move(shopId: string, databaseId: string): Promise<void>;
  /** How many shops each database has. */
  counts(): Promise<ReadonlyMap<string, number>>;
  /** Shops in the order of their ids, after one, a page at a time. */
  list(after: string | null, limit: number): Promise<{ shopId: string; databaseId: string }[]>;
  /** Forgets what it remembers of a shop. */
  refresh(shopId: string): void;
  close(): Promise<void>;
}

/** A place is remembered for this long. A process that asks the old place meanwhile is told so by it and asks anew. */
const rememberMs = 5000;
const mostRemembered = 50_000;

/** A directory in a database of its own, or in one of those that hold shops. */
export function createDirectory(storage: StorageV1, now: () => number): ShopDirectory {
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  const remembered = new Map<string, { databaseId: string; until: number }>();
  let opening: Promise<unknown> | null = null;

  const ready = async () => {
    opening ??= migrate(database, dialectFor(storage), migrations, now).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    await opening;
    return database;
  };

  return {
    async find(shopId) {
      const known = remembered.get(shopId);
      if (known && known.until > performance.now()) return known.databaseId;
      const row = await (await ready()).selectFrom("shop_places").select("database_id").where("shop_id", "=", shopId).executeTakeFirst();
      if (!row) return null;
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(shopId, { databaseId: row.database_id, until: performance.now() + rememberMs });
      return row.database_id;
    },
    async add(shopId, databaseId) {
      const result = await (await ready())
        .insertInto("shop_places")
        .values({ shop_id: shopId, database_id: databaseId, changed_at: now() })
        .onConflict((conflict) => conflict.column("shop_id").doNothing())
        .executeTakeFirst();
      if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n)
        throw new AskonceError("VERSION_CONFLICT", { message: "There is a shop of this id" });
    },
    async move(shopId, databaseId) {
      await (await ready())
        .updateTable("shop_places")
        .set({ database_id: databaseId, changed_at: now() })
        .where("shop_id", "=", shopId)
        .execute();
      remembered.delete(shopId);
    },
    async counts() {
      const rows = await (await ready())
        .selectFrom("shop_places")
        .select((select) => ["database_id", select.fn.countAll<number>().as("shops")])
        .groupBy("database_id")
        .execute();
      return new Map(rows.map((row) => [row.database_id, Number(row.shops)]));
    },
    async list(after, limit) {
      let query = (await ready()).selectFrom("shop_places").select(["shop_id", "database_id"]).orderBy("shop_id").limit(limit);
      if (after !== null) query = query.where("shop_id", ">", after);
      return (await query.execute()).map((row) => ({ shopId: row.shop_id, databaseId: row.database_id }));
    },
    refresh(shopId) {
      remembered.delete(shopId);
    },
    async close() {
      await database.destroy();
    },
  };
}
