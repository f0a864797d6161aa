import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostgresServer, postgresUnavailable, type StartPostgresOptions, startPostgres } from "@askonce/testkit/postgres";
import type { StorageSettings } from "../server/server-settings.ts";

export type StorageKind = StorageSettings["kind"];

/** A folder and a database of one run, removed with it. */
export interface RunFiles {
  /** For the run's own records. */
  readonly folder: string;
  readonly storage: StorageSettings;
  /** The server of ours behind a PostgreSQL storage. */
  readonly server: PostgresServer | null;
  remove(): Promise<void>;
}

export interface RunFilesOptions {
  /** Where the database's data is. Default: in the run's folder, or where the PostgreSQL server puts it. */
  dataFolder?: string;
  postgres?: StartPostgresOptions;
}

/** Why there cannot be such a storage on this machine; `null` when there can. */
export function storageUnavailable(kind: StorageKind): Promise<string | null> {
  return kind === "postgres" ? postgresUnavailable() : Promise.resolve(null);
}

/**
 * PostgreSQL is the embedded one, or the machine's own with `ASKONCE_TEST_POSTGRES=system`.
 *
 * @throws Error when there is no PostgreSQL on this machine
 */
export async function createRunFiles(kind: StorageKind, options: RunFilesOptions = {}): Promise<RunFiles> {
  const folder = mkdtempSync(join(tmpdir(), "askonce-fault-"));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const { dataFolder } = options;
  if (kind === "sqlite") {
    const path = join(dataFolder ?? folder, "askonce.db");
    return { folder, storage: { kind, path }, server: null, remove: async () => removeFolder() };
  }
  try {
    const server = await startPostgres({
      flavor: process.env.ASKONCE_TEST_POSTGRES === "system" ? "system" : "embedded",
      ...options.postgres,
      ...(dataFolder === undefined ? {} : { dataDirectory: join(dataFolder, "data") }),
    });
    return {
      folder,
      storage: { kind, url: await server.createDatabase() },
      server,
      async remove() {
        await server.dispose();
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}
