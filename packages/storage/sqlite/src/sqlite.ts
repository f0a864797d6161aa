import type { StorageV1 } from "@askonce/spec/storage";
import { SqliteDialect } from "kysely";
import { oneAtATime } from "./one-at-a-time.ts";
import { openDatabase } from "./open-database.ts";

export interface SqliteOptions {
  /** A file, created when it is missing; `:memory:` keeps everything in memory until `stop()`. */
  path: string;
  /**
   * Whether a commit waits until the disk has it. `full` (the default) survives a power cut: what was acknowledged is there. `normal` is
   * faster and survives the end of the process, not of the machine.
   */
  durability?: "full" | "normal";
}

/**
 * Keeps everything in one SQLite file through `node:sqlite`: nothing to install, one process. The file is opened with the first query and
 * closed by `stop()`.
 *
 * @example
 * ```ts
 * const askonce = createAskonce({ storage: sqlite("askonce.db") });
 * ```
 */
export function sqlite(pathOrOptions: string | SqliteOptions): StorageV1 {
  const options = typeof pathOrOptions === "string" ? { path: pathOrOptions } : pathOrOptions;
  return {
    specVersion: "v1",
    kind: "storage",
    id: "sqlite",
    displayName: "SQLite",
    flavor: "sqlite",
    search: { kind: "fullText" },
    dialect: oneAtATime(new SqliteDialect({ database: () => openDatabase(options.path, options.durability ?? "full") }), options.path),
    // Kysely closes the database it opened when the instance stops; there is nothing else to release.
    async close() {},
  };
}
