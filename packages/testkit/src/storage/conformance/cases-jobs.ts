import assert from "node:assert/strict";
import type { SqlExecutor } from "@askonce/spec/storage";
import { CompiledQuery, type Kysely } from "kysely";
import type { JobsHarness } from "../jobs-harness.ts";
import { jobsSuite } from "../jobs-suite.ts";
import type { ProbeTables } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";
import type { StorageSession } from "./storage-session.ts";

/** The cases of the jobs suite, on the storage's own jobs: the suite makes its harness of two storages. */
export const jobsCases: readonly StorageCaseDefinition[] = jobsSuite({ open: () => assert.fail("only listed") }).cases.map(
  ({ name, title }) => ({
    name: `jobs-${name}`,
    group: "jobs",
    title,
    async check(session) {
      const suite = jobsSuite({ open: async () => harnessOf(session) });
      await suite.cases.find((each) => each.name === name)?.run();
    },
  }),
);

function harnessOf(session: StorageSession): JobsHarness {
  const [one, other] = [session.open(), session.open()];
  assert.ok(one.storage.jobs && other.storage.jobs, "the storage has `jobs`, or the group is skipped with a reason");
  return {
    jobs: one.storage.jobs,
    other: other.storage.jobs,
    transaction: (work) =>
      one.database.transaction().execute((transaction) => work(executorOf(transaction, one.storage.flavor === "postgres"))),
    // What the session opened it closes.
    async close() {},
  };
}

/** SQLite takes `$1` for a name, and numbers its own placeholders `?1`. */
function executorOf(transaction: Kysely<ProbeTables>, numbersItself: boolean): SqlExecutor {
  return {
    async executeSql(text, values) {
      const statement = numbersItself ? text : text.replace(/\$(\d+)/g, "?$1");
      const { rows } = await transaction.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement, [...values]));
      return { rows };
    },
  };
}
