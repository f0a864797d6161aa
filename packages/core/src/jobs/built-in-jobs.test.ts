import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { conformanceClock } from "@askonce/testkit";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { type JobsHarness, jobsSuite, runJobsSuite } from "@askonce/testkit/storage";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { jobStore } from "./__fixtures__/job-store.ts";
import { jobKinds, openStorage } from "./__fixtures__/open-storage.ts";

/** Two processes' worth of stores on one database. */
async function harness(open: () => StorageV1, clean: () => void = () => {}): Promise<JobsHarness> {
  const one = await jobStore(open());
  const other = await jobStore(open());
  return {
    jobs: one.jobs,
    other: other.jobs,
    transaction: one.transaction,
    async close() {
      await one.store.close();
      await other.store.close();
      clean();
    },
  };
}

const functions = { describe, it, afterAll };

const onSqlite = jobsSuite({
  async open() {
    const folder = mkdtempSync(join(tmpdir(), "askonce-jobs-"));
    return harness(
      () => sqlite({ path: join(folder, "askonce.db"), durability: "normal" }),
      () => rmSync(folder, { recursive: true, force: true }),
    );
  },
});
runJobsSuite("built-in jobs on SQLite", onSqlite, functions);

const reason = await postgresUnavailable();
if (reason === null) {
  const onPostgres = jobsSuite({
    async open() {
      const url = (await testDatabase()) ?? "";
      return harness(() => postgres({ url, jobs: "built-in" }));
    },
  });
  runJobsSuite("built-in jobs on PostgreSQL", onPostgres, functions);
} else {
  describe("built-in jobs on PostgreSQL", () => it.skip(reason, () => {}));
}

describe("processes whose clocks differ by twenty minutes", () => {
  for (const kind of jobKinds.filter((each) => each.endsWith("built-in"))) {
    it.skipIf(kind.startsWith("PostgreSQL") && reason !== null)(`agree on leases, and on what is due at once (${kind})`, async () => {
      const location = kind.startsWith("PostgreSQL") ? ((await testDatabase()) ?? "") : join(temporaryFolder(), "askonce.db");
      const now = Date.now();
      const open = async (skewMs: number) => {
        const made = await jobStore(openStorage(kind, location), "shop", conformanceClock(now + skewMs));
        onTestFinished(() => made.store.close());
        return made;
      };
      const [fast, slow] = [await open(600_000), await open(-600_000)];
      const job = { name: "parcel.track", data: {} };
      const lease = { limit: 10, leaseMs: 60_000 };
      await fast.transaction((executor) => fast.jobs.enqueue("shop", [job], executor));
      const bySlow = await slow.jobs.claim("shop", lease);
      expect(bySlow).toHaveLength(1);
      expect(await fast.jobs.claim("shop", lease)).toEqual([]);
      await slow.transaction((executor) => slow.jobs.enqueue("shop", [job], executor));
      const byFast = await fast.jobs.claim("shop", lease);
      expect(byFast).toHaveLength(1);
      expect(await slow.jobs.claim("shop", lease)).toEqual([]);
      expect(await slow.jobs.extend("shop", bySlow, lease)).toHaveLength(1);
      for (const held of [...bySlow, ...byFast]) expect(await slow.jobs.complete("shop", held)).toBe(true);
    });
  }
});
