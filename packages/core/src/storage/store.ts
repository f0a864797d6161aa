import { AskonceError, type AskonceEvent, type EventData, type EventType } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely, type Transaction } from "kysely";
import { actorOf, type Caller } from "../caller.ts";
import { appendEvents } from "../events/event-log.ts";
import { createInFlight } from "../platform/in-flight.ts";
import type { Platform } from "../platform/platform.ts";
import type { SqlDialect } from "./dialects/dialect.ts";
import { sqliteDialect } from "./dialects/sqlite.ts";
import { type MigrationReport, migrate } from "./migrate.ts";
import { migrations } from "./migrations/all-migrations.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** An event that a change causes, before it has its place in the sequence. */
export interface PendingEvent<Type extends EventType = EventType> {
  type: Type;
  subject: { kind: string; id: string };
  data: EventData<Type>;
}

/** One transaction: the change, and the events that go with it. */
export interface UnitOfWork {
  database: Transaction<Tables>;
  caller: Caller;
  emit<Type extends EventType>(type: Type, subject: { kind: string; id: string }, data: EventData<Type>): void;
}

export interface ShopSettings {
  id: string;
  name: string;
  timeZone: string;
  language: string;
  /** ISO 3166-1 alpha-2; completes national phone numbers. */
  countryCode?: string | undefined;
}

/** The database of one instance, opened and migrated with its first use. */
export interface Store {
  readonly shopId: string;
  readonly shop: ShopSettings;
  readonly dialect: SqlDialect;
  /** The database, once the schema is there. */
  ready(): Promise<Database>;
  migrate(): Promise<MigrationReport>;
  /** Runs `work` in a transaction and writes its events in the same one; listeners hear of them after the commit. */
  transact<Result>(caller: Caller, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export function createStore(
  storage: StorageV1,
  shop: ShopSettings,
  platform: Platform,
  onCommitted: (events: readonly AskonceEvent[]) => void,
): Store {
  const dialect = dialectFor(storage);
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  let opening: Promise<MigrationReport> | null = null;
  let closed = false;
  const running = createInFlight();

  const open = () => {
    if (closed) throw new AskonceError("STOPPED");
    // A failed opening is forgotten, so that the next use tries again.
    opening ??= migrateAndEnsureShop(database, dialect, shop, platform).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };

  return {
    shopId: shop.id,
    shop,
    dialect,
    migrate: open,
    async ready() {
      await open();
      return database;
    },
    async transact(caller, work) {
      await open();
      const transaction = database.transaction().execute(async (transaction) => {
        const pending: PendingEvent[] = [];
        const unit: UnitOfWork = {
          database: transaction,
          caller,
          emit: (type, subject, data) => pending.push({ type, subject, data } as PendingEvent),
        };
        const result = await work(unit);
        return { result, events: await appendEvents(transaction, shop.id, actorOf(caller), pending, platform) };
      });
      const { result, events } = await running.track(transaction);
      if (events.length > 0) onCommitted(events);
      return result;
    },
    async close() {
      if (closed) return;
      closed = true;
      await opening?.catch(() => {});
      await running.settled();
      await database.destroy();
      await storage.close();
    },
  };
}

async function migrateAndEnsureShop(
  database: Database,
  dialect: SqlDialect,
  shop: ShopSettings,
  platform: Platform,
): Promise<MigrationReport> {
  const report = await migrate(database, dialect, migrations, platform.clock.now);
  const values = { name: shop.name, time_zone: shop.timeZone, language: shop.language };
  await database
    .insertInto("shops")
    .values({ shop_id: shop.id, ...values, created_at: platform.clock.now() })
    .onConflict((conflict) => conflict.column("shop_id").doUpdateSet(values))
    .execute();
  return report;
}

function dialectFor(storage: StorageV1): SqlDialect {
  if (storage.specVersion !== "v1") throw new AskonceError("SPEC_VERSION_UNSUPPORTED", { details: { adapter: storage.id } });
  if (storage.flavor === "sqlite") return sqliteDialect;
  throw new AskonceError("CONFIGURATION_INVALID", { message: `Storage flavor ${storage.flavor} is not supported by this version` });
}
