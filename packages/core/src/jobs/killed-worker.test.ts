import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { describe, it } from "vitest";
import { createWake } from "../events/wake.ts";
import { jobStore } from "./__fixtures__/job-store.ts";
import { type JobKind, jobKinds, openStorage } from "./__fixtures__/open-storage.ts";
import { createJobs } from "./jobs.ts";

const promisedMs = 10_000;
const noPostgres = await postgresUnavailable();
const script = fileURLToPath(new URL("./__fixtures__/killed-worker.ts", import.meta.url));

async function locationOf(kind: JobKind, onEnd: (clean: () => void) => void): Promise<string> {
  if (kind !== "SQLite, built-in") return (await testDatabase()) ?? "";
  const folder = mkdtempSync(join(tmpdir(), "askonce-jobs-"));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "askonce.db");
}

/** @returns when it was killed */
async function killWorker(kind: JobKind, location: string): Promise<number> {
  const child = spawn(process.execPath, ["--conditions=@askonce/source", "--no-warnings", script, kind, location], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let problems = "";
  child.stderr.on("data", (chunk) => {
    problems += chunk;
  });
  const [, signal] = await once(child, "exit");
  if (signal !== "SIGKILL") throw new Error(`The worker was not killed in its job: ${problems}`);
  return performance.now();
}

describe("a job whose worker is killed in the middle of it", () => {
  for (const kind of jobKinds) {
    const skip = kind !== "SQLite, built-in" && noPostgres !== null;
    it.skipIf(skip).concurrent(
      `is done by another process within ten seconds, and its effect is there once (${kind})`,
      async ({ expect, annotate, onTestFinished }) => {
        const location = await locationOf(kind, onTestFinished);
        const { store, jobs: port, platform } = await jobStore(openStorage(kind, location));
        onTestFinished(() => store.close());
        const jobs = createJobs({ port, store, platform, wake: createWake() });
        await jobs.enqueue({ name: "parcel.track", data: { parcelId: "par_1" } });
        const killedAt = await killWorker(kind, location);
        const stop = new AbortController();
        const attempts: number[] = [];
        let resumedMs = Number.POSITIVE_INFINITY;
        jobs.handle("parcel.track", async (job, { complete }) => {
          attempts.push(job.attempt);
          await store.write(async (database) => {
            await database.insertInto("shop_counters").values({ shop_id: "shop", name: "done", value: 1 }).execute();
            await complete({ database });
          });
          resumedMs = performance.now() - killedAt;
          stop.abort();
        });
        const giveUp = setTimeout(() => stop.abort(), promisedMs * 2);
        await jobs.loop(stop.signal);
        clearTimeout(giveUp);
        await annotate(`resumedMs ${Math.round(resumedMs)} (${kind})`);
        expect(resumedMs).toBeLessThanOrEqual(promisedMs);
        expect(attempts).toEqual([2]);
        const effects = await (await store.ready())
          .selectFrom("shop_counters")
          .select("name")
          .where("name", "in", ["done", "half done"])
          .execute();
        expect(effects).toEqual([{ name: "done" }]);
        expect(await port.counts("shop")).toEqual({ waiting: 0, active: 0, dead: 0, oldestDueMs: null });
      },
      60_000,
    );
  }
});
