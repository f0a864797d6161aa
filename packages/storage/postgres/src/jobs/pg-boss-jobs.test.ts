import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { jobsSuite, runJobsSuite } from "@askonce/testkit/storage";
import { afterAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { type OpenJobs, openJobs } from "./__fixtures__/open-jobs.ts";

const reason = await postgresUnavailable();
const database = async () => (await testDatabase()) ?? "";
const job = { name: "parcel.track", data: { parcelId: "par_1" } };

function opened(url: string, options?: Parameters<typeof openJobs>[1]): OpenJobs {
  const jobs = openJobs(url, options);
  onTestFinished(() => jobs.close());
  return jobs;
}

if (reason === null) {
  const suite = jobsSuite({
    async open() {
      const url = await database();
      const [one, other] = [openJobs(url), openJobs(url)];
      return {
        jobs: one.port,
        other: other.port,
        transaction: one.transaction,
        async close() {
          await one.close();
          await other.close();
        },
      };
    },
  });
  runJobsSuite("jobs on pg-boss", suite, { describe, it, afterAll });
}

describe.skipIf(reason !== null)(`pg-boss${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  it("can be started for the first time by many at once", async () => {
    const url = await database();
    const all = Array.from({ length: 6 }, () => opened(url, { connections: 2 }));
    await Promise.all(all.flatMap(({ port }) => [port.prepare("shop-1"), port.prepare("shop-2"), port.prepare("shop-1")]));
    for (const { port, transaction } of all) await transaction((executor) => port.enqueue("shop-1", [job], executor));
    const claimed = await Promise.all(all.map(({ port }) => port.claim("shop-1", { limit: 1, leaseMs: 60_000 })));
    expect(new Set(claimed.flat().map((each) => each.id)).size).toBe(6);
  });

  it("creates nothing in somebody's transaction: a lane that was not prepared is refused", async () => {
    const { port, pool, transaction } = opened(await database());
    await expect(transaction((executor) => port.enqueue("shop", [job], executor))).rejects.toMatchObject({ code: "INTERNAL" });
    const { rows } = await pool.execute("select 1 from information_schema.schemata where schema_name = $1", ["askonce_jobs"]);
    expect(rows).toEqual([]);
    await port.prepare("shop");
    await expect(transaction((executor) => port.enqueue("other", [job], executor))).rejects.toMatchObject({ code: "INTERNAL" });
  });

  it("asks for jobs and completes them on the transaction's own connection, be it the only one", async () => {
    const { port, transaction } = opened(await database(), { connections: 1 });
    await port.prepare("shop");
    await transaction((executor) => port.enqueue("shop", [job], executor));
    const [claimed] = await port.claim("shop", { limit: 1, leaseMs: 60_000 });
    if (!claimed) throw new Error("nothing was claimed");
    await transaction(async (executor) => {
      expect(await port.complete("shop", claimed, executor)).toBe(true);
      await port.enqueue("shop", [job], executor);
    });
    expect(await port.counts("shop")).toMatchObject({ waiting: 1, active: 0 });
  });

  it("does not lose jobs for a lane that somebody else dropped: the transaction fails", async () => {
    const url = await database();
    const [one, other] = [opened(url), opened(url)];
    await one.port.prepare("shop");
    await other.port.drop("shop");
    await expect(one.transaction((executor) => one.port.enqueue("shop", [job], executor))).rejects.toMatchObject({
      code: "STORAGE_FAILED",
      details: { reason: "JOBS_LANE_MISSING" },
    });
  });

  it("throws away what was done a while ago, and nothing that waits or is dead", async () => {
    const { port, pool, transaction } = opened(await database(), { maintainEveryMs: 100 });
    await port.prepare("shop");
    await transaction((executor) => port.enqueue("shop", [job, { ...job, retryLimit: 0 }, { ...job, delayMs: 60_000 }], executor));
    const [done, dead] = await port.claim("shop", { limit: 2, leaseMs: 60_000 });
    if (!done || !dead) throw new Error("two are due");
    await port.complete("shop", done);
    await port.fail("shop", dead, { problem: "INTERNAL" });
    await pool.execute(
      "update askonce_jobs.job set completed_on = completed_on - interval '1 hour', created_on = created_on - interval '90 days'",
    );
    const kept = async () => {
      const { rows } = await pool.execute("select count(*)::int as kept from askonce_jobs.job where name = 'shop'");
      return rows[0].kept;
    };
    await vi.waitFor(async () => expect(await kept()).toBe(1), { timeout: 5000 });
    expect(await port.counts("shop")).toMatchObject({ waiting: 1, dead: 1 });
  });

  it("finds what is due and what was abandoned by its indexes, however much is kept of what was done", async () => {
    const { port, pool, transaction } = opened(await database());
    await port.prepare("shop");
    await transaction((executor) => port.enqueue("shop", [job, job], executor));
    await pool.execute(`insert into askonce_jobs.job_common (name, data, state, policy, group_id, singleton_key, completed_on)
      select 'shop', '{}', 'completed', 'short', 'parcel.track', n::text, now() from generate_series(1, 50000) n`);
    await pool.execute("analyze askonce_jobs.job_common");
    const { bossStatements } = await import("./boss-statements.ts");
    const { look, counts, dueQueues } = bossStatements("askonce_jobs");
    for (const [statement, values] of [
      [look, ["shop"]],
      [counts, ["shop", "shop/dead"]],
      [dueQueues, [100]],
    ] as const) {
      const { rows } = await pool.execute(`explain (format text) ${statement}`, values);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      expect(plan).toMatch(/job_common_i7\b/);
      expect(plan).toMatch(/job_common_i11\b/);
      expect(plan).not.toMatch(/Seq Scan on job_common/);
    }
  });

  it("ends without waiting for anything when it was never used, and more than once", async () => {
    const jobs = openJobs("postgres://nobody@127.0.0.1:1/nothing");
    await jobs.close();
    await jobs.close();
  });
});
