import { fileURLToPath } from "node:url";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { runStorageCases, type StorageDescriptor, storageCases } from "@askonce/testkit/storage";
import pg from "pg";
import { describe, it } from "vitest";
import { postgres } from "./postgres.ts";

const reason = await postgresUnavailable();
let url = "";

/** A statement of somebody who uses no storage. */
async function ask(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const others = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'";

const known: NonNullable<StorageDescriptor["skip"]> = [];

function describeStorage(jobs: "pg-boss" | "built-in", skip: NonNullable<StorageDescriptor["skip"]>): StorageDescriptor {
  return {
    name: `postgres, jobs ${jobs}`,
    open: () => postgres({ url, connections: 5, jobs }),
    async reset() {
      url = (await testDatabase()) ?? "";
    },
    unavailable: () => ({
      // Nobody listens on the first port.
      storage: postgres({ url: "postgres://askonce:very-secret-password@127.0.0.1:1/askonce", connectTimeoutMs: 500, jobs }),
      secrets: ["very-secret-password"],
    }),
    countOpen: async () => Number((await ask(`select count(*) as n ${others}`))[0]?.n),
    cut: async () => void (await ask(`select pg_terminate_backend(pid) ${others}`)),
    async connect() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return { connection: client, execute: async (statement) => void (await client.query(statement)), close: () => client.end() };
    },
    module: { specifier: "@askonce/postgres", folder: fileURLToPath(new URL("..", import.meta.url)), conditions: ["@askonce/source"] },
    skip: [...known, ...skip],
  };
}

if (reason === null) {
  runStorageCases("PostgreSQL", storageCases(describeStorage("pg-boss", [])), { describe, it });
  const builtIn = storageCases(describeStorage("built-in", [{ group: "jobs", reason: "The core's own jobs do the work here" }]));
  runStorageCases("PostgreSQL without pg-boss", builtIn, { describe, it });
} else {
  describe("PostgreSQL", () => it.skip(reason, () => {}));
}
