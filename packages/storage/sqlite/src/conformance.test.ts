import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runStorageCases, type StorageDescriptor, storageCases } from "@askonce/testkit/storage";
import { afterAll, describe, it } from "vitest";
import { sqlite } from "./sqlite.ts";

const folder = mkdtempSync(join(tmpdir(), "askonce-sqlite-cases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

const both = {
  unavailable: () => ({ storage: sqlite(join(folder, "missing", "askonce.db")), secrets: [] }),
  module: { specifier: "@askonce/sqlite", folder: fileURLToPath(new URL("..", import.meta.url)), conditions: ["@askonce/source"] },
} satisfies Partial<StorageDescriptor>;
const noServer = "There is no server and no connection: a file cannot be cut";
const groups = [
  { group: "wake", reason: "One process keeps the file; the core wakes itself" },
  { group: "join", reason: "An application has no connection of its own to a file that is open here" },
  { group: "jobs", reason: "The core's own jobs do the work; they pass the jobs suite in the core" },
  { case: "cut-between-statements", reason: noServer },
  { case: "cut-within-a-transaction", reason: noServer },
] as const;

const onFile = storageCases({
  ...both,
  name: "sqlite",
  open: () => sqlite({ path: join(folder, `${count}.db`), durability: "normal" }),
  async reset() {
    count++;
  },
  // The log beside the file is there exactly while somebody has the file open.
  countOpen: async () => readdirSync(folder).filter((name) => name.startsWith(`${count}.db-wal`)).length,
  skip: groups,
});
runStorageCases("SQLite in a file", onFile, { describe, it });

const alone = "Each storage in memory has a database of its own";
const inMemory = storageCases({
  ...both,
  name: "sqlite in memory",
  open: () => sqlite(":memory:"),
  async reset() {},
  skip: [
    ...groups,
    { case: "nothing-before-the-first-use", reason: "What is open in memory cannot be seen from outside" },
    { case: "close-releases-everything", reason: "What is open in memory cannot be seen from outside" },
    { case: "kept-over-a-restart", reason: "It is gone with close(), as documented" },
    { case: "commit-is-seen-by-others", reason: alone },
    { case: "nobody-reads-what-is-not-committed", reason: alone },
    { case: "concurrent-writers-of-two-storages", reason: alone },
    { case: "statements-outlive-a-new-column", reason: alone },
  ],
});
runStorageCases("SQLite in memory", inMemory, { describe, it });
