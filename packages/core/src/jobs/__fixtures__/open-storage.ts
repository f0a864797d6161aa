import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";

export const jobKinds = ["SQLite, built-in", "PostgreSQL, built-in", "PostgreSQL, pg-boss"] as const;
export type JobKind = (typeof jobKinds)[number];

/** @param location the file or the URL */
export function openStorage(kind: JobKind, location: string): StorageV1 {
  if (kind === "SQLite, built-in") return sqlite({ path: location, durability: "normal" });
  return postgres({ url: location, jobs: kind === "PostgreSQL, pg-boss" ? "pg-boss" : "built-in" });
}
