import type { JobsPort, StorageV1 } from "@askonce/spec/storage";
import { Kysely, type RawBuilder, sql } from "kysely";
import { createBuiltInJobs } from "../jobs/built-in-jobs.ts";
import type { Platform } from "../platform/platform.ts";
import { dialectFor } from "../storage/dialects/dialect-for.ts";
import { migrate } from "../storage/migrate.ts";
import { migrations } from "../storage/migrations/all-migrations.ts";
import type { Tables } from "../storage/tables.ts";

/** A database that holds shops, seen from outside of any of them. */
export interface DatabaseAccess {
  readonly storage: StorageV1;
  /** Once its schema is there. */
  ready(): Promise<Kysely<Tables>>;
  readonly jobs: JobsPort;
  /** Its own clock. */
  readonly now: RawBuilder<number>;
  /** Lets go of the connections; the storage itself stays open. */
  close(): Promise<void>;
}

export function openDatabaseAccess(storage: StorageV1, platform: Platform): DatabaseAccess {
  const database = new Kysely<Tables>({ dialect: storage.dialect });
  const dialect = dialectFor(storage);
  let opening: Promise<unknown> | null = null;
  const ready = async () => {
    opening ??= migrate(database, dialect, migrations, platform.clock.now).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    await opening;
    return database;
  };
  const jobs =
    storage.jobs ??
    createBuiltInJobs({
      store: { dialect, ready, write: async (work) => (await ready()).transaction().execute(work) },
      createId: () => platform.createId("job"),
    });
  return { storage, ready, jobs, now: sql<number>`(select ${dialect.now})`, close: () => database.destroy() };
}
