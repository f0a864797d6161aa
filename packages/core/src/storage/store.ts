import { AskonceError, type AskonceEvent, type EventData, type EventType } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { actorOf, type Caller } from "../caller.ts";
import { appendEvents } from "../events/event-log.ts";
import { createWriteOutcomes, type WriteOutcomes } from "../health/write-outcomes.ts";
import { systemClock } from "../platform/clock.ts";
import { createInFlight } from "../platform/in-flight.ts";
import type { Platform } from "../platform/platform.ts";
import { createTurns } from "../platform/turns.ts";
import { createAgreedClock } from "./agreed-clock.ts";
import type { SqlDialect } from "./dialects/dialect.ts";
import { dialectFor } from "./dialects/dialect-for.ts";
import { type MigrationReport, migrate } from "./migrate.ts";
import { migrations } from "./migrations/all-migrations.ts";
import { enterShop } from "./shop-lock.ts";
import type { Tables } from "./tables.ts";

/** What is read from. What writes goes through `transact` or `write`, which a move of the shop can hold back. */
export type Database = Omit<Kysely<Tables>, "insertInto" | "updateTable" | "deleteFrom" | "mergeInto" | "replaceInto" | "transaction">;

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
  /**
   * What the time is, for everything that one process puts off and another one takes up: the database's clock, on which all of them agree, or
   * the clock that the instance was given.
   */
  now(): RawBuilder<number>;
  /** The same as a number, as well as this process knows it. */
  agreedNow(): number;
  /** How writing goes. */
  readonly writes: WriteOutcomes;
  /** The database, once the schema is there. */
  ready(): Promise<Database>;
  migrate(): Promise<MigrationReport>;
  /**
   * Runs `work` in a transaction and writes its events in the same one; listeners hear of them after the commit. The changes of one shop
   * happen one after the other, on every storage: what `work` reads nobody changes until it ends.
   */
  transact<Result>(caller: Caller, work: (unit: UnitOfWork) => Promise<Result>): Promise<Result>;
  /** A transaction beside the others of the shop, without events: for rows that no change of the shop reads and decides on. */
  write<Result>(work: (database: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export function createStore(
  storage: StorageV1,
  shop: ShopSettings,
  platform: Platform,
  onCommitted: (events: readonly AskonceEvent[]) => void,
): Store {
  const dialect = dialectFor(storage);
  // As a query of its own it is read once, and an index can be searched by it.
  const databaseNow = sql<number>`(select ${dialect.now})`;
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  const agreed = createAgreedClock(platform, dialect, database);
  let opening: Promise<MigrationReport> | null = null;
  let closed = false;
  const running = createInFlight();
  // Whoever waits for the shop's turn waits here and not with a connection in hand, which other shops need.
  const turns = createTurns(longestWaitForTurnMs);
  const writes = createWriteOutcomes();
  const run = <Result>(kind: "transact" | "write", attempt: () => Promise<Result>) =>
    running.track(writes.track(platform.telemetry.transaction(kind, dialect.flavor, () => insist(attempt))));

  const open = () => {
    if (closed) throw new AskonceError("STOPPED");
    // A failed opening is forgotten, so that the next use tries again.
    opening ??= migrateAndEnsureShop(database, dialect, shop, platform).then(
      async (report) => {
        await agreed.compare();
        if (report.applied.length > 0) writes.succeeded();
        return report;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  };

  return {
    shopId: shop.id,
    shop,
    dialect,
    now: () => (platform.clock === systemClock ? databaseNow : sql<number>`cast(${platform.clock.now()} as bigint)`),
    agreedNow: agreed.now,
    writes,
    migrate: open,
    async ready() {
      await open();
      return database;
    },
    async transact(caller, work) {
      await open();
      const attempt = () =>
        database.transaction().execute(async (transaction) => {
          await enterShop(transaction, dialect, shop.id, "write");
          return runUnit(transaction, shop.id, caller, platform, work);
        });
      const { result, events } = await running.track(turns.take(() => run("transact", attempt)));
      if (events.length > 0) onCommitted(events);
      return result;
    },
    async write(work) {
      await open();
      const attempt = () =>
        database.transaction().execute(async (transaction) => {
          await enterShop(transaction, dialect, shop.id, "share");
          return work(transaction);
        });
      return run("write", attempt);
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

/** Runs `work` and writes its events; whose transaction it is, the caller knows. */
export async function runUnit<Result>(
  transaction: Transaction<Tables>,
  shopId: string,
  caller: Caller,
  platform: Platform,
  work: (unit: UnitOfWork) => Promise<Result>,
): Promise<{ result: Result; events: AskonceEvent[] }> {
  const pending: PendingEvent[] = [];
  const unit: UnitOfWork = {
    database: transaction,
    caller,
    emit: (type, subject, data) => pending.push({ type, subject, data } as PendingEvent),
  };
  const result = await work(unit);
  return { result, events: await appendEvents(transaction, shopId, actorOf(caller), pending, platform) };
}

const longestWaitForTurnMs = 5000;
const longestWaitForMoveMs = 5000;
const mostAttempts = 5;

/**
 * A move stops writing for a moment: whoever writes then waits instead of hearing of it. What the storage is certain to have undone, such as
 * one of two transactions that waited for each other, is done again.
 */
async function insist<Result>(attempt: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  for (let attempts = 1; ; attempts++) {
    try {
      return await attempt();
    } catch (error) {
      if (AskonceError.is(error, "STORAGE_FAILED") && error.details.undone === true && attempts < mostAttempts) continue;
      if (!AskonceError.is(error, "SHOP_MOVING") || performance.now() - startedAt > longestWaitForMoveMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function migrateAndEnsureShop(
  database: Kysely<Tables>,
  dialect: SqlDialect,
  shop: ShopSettings,
  platform: Platform,
): Promise<MigrationReport> {
  const report = await migrate(database, dialect, migrations, platform.clock.now);
  const values = { name: shop.name, time_zone: shop.timeZone, language: shop.language };
  const known = await database
    .selectFrom("shops")
    .select(["name", "time_zone", "language"])
    .where("shop_id", "=", shop.id)
    .executeTakeFirst();
  // Written only when it differs: many processes start, and the row is the one that every change of the shop waits for.
  if (!known || known.name !== values.name || known.time_zone !== values.time_zone || known.language !== values.language) {
    await database
      .insertInto("shops")
      .values({ shop_id: shop.id, ...values, state: "active", state_until: null, moved_to: null, created_at: platform.clock.now() })
      .onConflict((conflict) => conflict.column("shop_id").doUpdateSet(values))
      .execute();
  }
  return report;
}
