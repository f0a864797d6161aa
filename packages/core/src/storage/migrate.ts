import { AskonceError } from "@askonce/spec";
import { type Kysely, sql, type Transaction } from "kysely";
import type { SqlDialect } from "./dialects/dialect.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Tables } from "./tables.ts";

export interface MigrationReport {
  /** The names of the steps this call applied, oldest first. */
  applied: string[];
  /** The schema's version afterwards; higher than this code knows when a newer version that it can work with has been here. */
  version: number;
}

/**
 * Brings the schema up to date. Each step and its record are one transaction: killed at any statement, the step is simply not there and the
 * next call does it again. Processes at once are safe: they take turns, and the later ones find the step recorded. A schema that a newer
 * version wrote is left as it is, and used if that version says that this code can.
 *
 * @throws AskonceError `STORAGE_NEWER` when a newer version has taken away what this code needs; `STORAGE_FAILED` when somebody keeps a table
 *   locked for half a minute, or the storage itself fails
 */
export async function migrate(
  database: Kysely<Tables>,
  dialect: SqlDialect,
  migrations: readonly Migration[],
  now: () => number,
): Promise<MigrationReport> {
  const known = migrations.at(-1)?.version ?? 0;
  const before = await readVersions(database).catch(() => null);
  if (before === null) await createVersions(database, dialect);
  const current = requireUsable(before ?? [], known);
  if (current >= known) return { applied: [], version: current };
  const applied: string[] = [];
  for (const migration of migrations) {
    const step = () =>
      database.transaction().execute(async (transaction) => {
        if (dialect.lockSchema) await sql`${dialect.lockSchema}`.execute(transaction);
        const versions = await readVersions(transaction);
        requireUsable(versions, known);
        if (versions.some((row) => row.version === migration.version)) return false;
        if (dialect.shortLockWait) await sql`${dialect.shortLockWait}`.execute(transaction);
        if (dialect.noTimeLimit) await sql`${dialect.noTimeLimit}`.execute(transaction);
        const statements = [...migration.statements, ...(migration.only?.[dialect.flavor] ?? [])];
        for (const statement of statements) await sql.raw(fillTypeNames(statement, dialect)).execute(transaction);
        await transaction
          .insertInto("schema_versions")
          .values({ version: migration.version, name: migration.name, works_with: migration.worksWith, applied_at: now() })
          .execute();
        return true;
      });
    if (await untilTablesAreFree(step)) applied.push(migration.name);
  }
  return { applied, version: known };
}

const longestWaitForTablesMs = 30_000;
const pauseMs = 200;

/**
 * A step that waits for a table somebody reads holds up all who come after it, the old version's processes first. It waits for a moment
 * only, lets them through and begins anew; a reader who stays makes it give up in the end.
 */
async function untilTablesAreFree<Result>(step: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  for (;;) {
    try {
      return await step();
    } catch (error) {
      // PostgreSQL's lock_not_available; two that waited for each other are undone.
      const isInTheWay = AskonceError.is(error, "STORAGE_FAILED") && (error.details.reason === "55P03" || error.details.undone === true);
      if (!isInTheWay || performance.now() - startedAt > longestWaitForTablesMs) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

type Versions = { version: number; works_with: number }[];

function readVersions(database: Kysely<Tables> | Transaction<Tables>): Promise<Versions> {
  return database.selectFrom("schema_versions").select(["version", "works_with"]).orderBy("version", "desc").execute();
}

async function createVersions(database: Kysely<Tables>, dialect: SqlDialect): Promise<void> {
  const create = sql`create table if not exists schema_versions (
    version integer not null primary key, name ${sql.raw(dialect.typeNames.text)} not null, works_with integer not null,
    applied_at ${sql.raw(dialect.typeNames.bigint)} not null)`;
  // Two processes that create it in the same moment: "if not exists" looks before the other one's table can be seen, and fails then.
  await create.execute(database).catch(() => create.execute(database));
}

/** @returns the schema's version */
function requireUsable(versions: Versions, known: number): number {
  const current = versions[0]?.version ?? 0;
  const needed = Math.max(0, ...versions.filter((row) => row.version > known).map((row) => row.works_with));
  if (needed > known) {
    throw new AskonceError("STORAGE_NEWER", {
      message: `The storage is at schema version ${current} and needs code of version ${needed}, this one knows ${known}. Install a newer askonce.`,
      details: { current, needed, known },
    });
  }
  return current;
}

function fillTypeNames(statement: string, { typeNames }: SqlDialect): string {
  return statement.replace(/\{(text|blob|bigint)\}/g, (_, name: keyof SqlDialect["typeNames"]) => typeNames[name]);
}
