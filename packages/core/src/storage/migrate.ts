import { AskonceError } from "@askonce/spec";
import { type Kysely, sql } from "kysely";
import type { SqlDialect } from "./dialects/dialect.ts";
import type { Migration } from "./migrations/migration.ts";
import type { Tables } from "./tables.ts";

export interface MigrationReport {
  /** The names of the steps this call applied, oldest first. */
  applied: string[];
  version: number;
}

/**
 * Brings the schema up to date. Each step and its record are one transaction: killed at any statement, the step is simply not there and the
 * next call does it again. Two processes at once are safe, because the second finds the step recorded.
 *
 * @throws AskonceError `STORAGE_NEWER` when the storage was written by a newer version of askonce
 */
export async function migrate(
  database: Kysely<Tables>,
  dialect: SqlDialect,
  migrations: readonly Migration[],
  now: () => number,
): Promise<MigrationReport> {
  await sql`create table if not exists schema_versions (version integer not null primary key, name text not null, applied_at ${sql.raw(dialect.typeNames.bigint)} not null)`.execute(
    database,
  );
  const newest = migrations.at(-1)?.version ?? 0;
  const applied: string[] = [];
  for (const migration of migrations) {
    const done = await database.transaction().execute(async (transaction) => {
      const versions = await transaction.selectFrom("schema_versions").select("version").orderBy("version", "desc").execute();
      const current = versions[0]?.version ?? 0;
      if (current > newest) {
        throw new AskonceError("STORAGE_NEWER", {
          message: `The storage is at schema version ${current}, this version of askonce knows ${newest}. Install a newer askonce.`,
          details: { current, known: newest },
        });
      }
      if (versions.some((row) => row.version === migration.version)) return false;
      for (const statement of migration.statements) await sql.raw(fillTypeNames(statement, dialect)).execute(transaction);
      await transaction
        .insertInto("schema_versions")
        .values({ version: migration.version, name: migration.name, applied_at: now() })
        .execute();
      return true;
    });
    if (done) applied.push(migration.name);
  }
  return { applied, version: newest };
}

function fillTypeNames(statement: string, dialect: SqlDialect): string {
  return statement.replaceAll("{blob}", dialect.typeNames.blob).replaceAll("{bigint}", dialect.typeNames.bigint);
}
