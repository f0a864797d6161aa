import { join } from "node:path";
import { AskonceError } from "@askonce/spec";
import { contract } from "@askonce/spec/contract";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { systemCaller } from "../caller.ts";
import { expectProblem } from "../testing/expect-problem.ts";
import { instance } from "../testing/instance.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { testStorage, testStorageFlavor } from "../testing/test-storage.ts";
import { gatedStorage } from "./__fixtures__/gated-storage.ts";
import { type HealthParts, healthParts } from "./__fixtures__/health-parts.ts";

const full = () => Object.assign(new Error("database or disk is full"), { code: "ERR_SQLITE_ERROR", errcode: 13 });
const writing = /^\s*(insert|update|delete)/i;

async function states({ health }: HealthParts) {
  const { status, checks } = await health();
  return [status, Object.fromEntries(checks.map((check) => [check.id, check.state]))];
}

const well = { storage: "ok", writes: "ok", inbox: "ok", jobs: "ok" };

describe("health", () => {
  it("is ok where everything is, with figures for whoever wants to know", async () => {
    const parts = await healthParts();
    const { status, version, checks, figures, problem } = await parts.health();
    expect({ status, version, problem }).toEqual({ status: "ok", version: "1.2.3", problem: null });
    expect(checks.map((check) => check.id)).toEqual(["storage", "writes", "inbox", "jobs"]);
    expect(figures.storageAnsweredMs).toBeGreaterThanOrEqual(0);
    expect(figures.backlog).toEqual({
      inbox: { waiting: 0, oldestDueMs: null },
      jobs: { waiting: 0, active: 0, dead: 0, oldestDueMs: null },
      subscribers: [],
    });
  });

  it("is failed within its time while the storage hangs, and ok at once when it is back", async () => {
    const parts = await healthParts();
    expect(await states(parts)).toEqual(["ok", well]);
    parts.gate.hang();
    for (let time = 0; time < 2; time++) {
      const startedAt = performance.now();
      const sick = await parts.health();
      expect(performance.now() - startedAt).toBeLessThan(2000);
      expect(sick.status).toBe("failed");
      expect(sick.problem).toMatchObject({ code: "STORAGE_FAILED", retryAfterMs: 1000, details: { check: "storage" } });
      expect(sick.figures.storageAnsweredMs).toBeNull();
    }
    parts.gate.open();
    expect(await states(parts)).toEqual(["ok", well]);
  });

  it.runIf(testStorageFlavor === "postgres")("is ok at once over another connection while the old ones are dead", async () => {
    const parts = await healthParts();
    expect(await states(parts)).toEqual(["ok", well]);
    parts.gate.hang();
    expect((await parts.health()).status).toBe("failed");
    parts.gate.openForNewOnes();
    expect((await parts.health()).status).toBe("ok");
  });

  it.runIf(testStorageFlavor === "postgres")("believes a change that was written more than a look that hangs", async () => {
    const parts = await healthParts();
    parts.gate.hang(/from shops where shop_id = \$1$|select count/);
    const looking = parts.health();
    await parts.store.write(async (database) => database.deleteFrom("leases").where("shop_id", "=", "none").execute());
    const { status, checks, problem } = await looking;
    expect(problem).toBeNull();
    expect(Object.fromEntries(checks.map((check) => [check.id, check.state]))).toMatchObject({ storage: "ok", writes: "ok" });
    // What waits could not be read.
    expect(status).toBe("degraded");
  });

  it("is failed while reading works and writing does not, and ok with the first write that works", async () => {
    const parts = await healthParts();
    expect(await states(parts)).toEqual(["ok", well]);
    parts.gate.fail(writing, full);
    // Nobody has tried to write since, and what was written a moment ago was written.
    expect(await states(parts)).toEqual(["ok", well]);
    await expect(parts.store.write((database) => database.deleteFrom("jobs").execute())).rejects.toThrow();
    for (let time = 0; time < 2; time++) {
      expect(await states(parts)).toEqual(["failed", { ...well, writes: "failed" }]);
      expect((await parts.health()).problem).toMatchObject({ code: "STORAGE_FAILED", retryAfterMs: 1000, details: { check: "writes" } });
    }
    parts.gate.open();
    await parts.store.write((database) => database.deleteFrom("jobs").execute());
    expect(await states(parts)).toEqual(["ok", well]);
  });

  it.runIf(testStorageFlavor === "postgres")("is failed on a server that only reads, such as a standby", async () => {
    const place = join(temporaryFolder(), "askonce.db");
    const { store } = await healthParts(testStorage(place));
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(await store.ready());
    const readOnly = (state: string) =>
      store.write((database) =>
        sql.raw(`alter database "${rows[0]?.name}" set default_transaction_read_only = ${state}`).execute(database),
      );
    await readOnly("on");
    const standby = await healthParts(testStorage(place));
    expect(await states(standby)).toEqual(["failed", { ...well, writes: "failed" }]);
    await readOnly("off");
    expect(await states(await healthParts(testStorage(place)))).toEqual(["ok", well]);
  });

  it("finds by itself that it can be written again, with nobody else to try", async () => {
    const parts = await healthParts();
    parts.gate.fail(/insert into "leases"/, full);
    await expect(parts.store.write((database) => database.insertInto("leases").values(lease).execute())).rejects.toThrow();
    expect((await parts.health()).status).toBe("failed");
    parts.gate.open();
    await expect.poll(async () => (await parts.health()).status, { interval: 50, timeout: 1000 }).toBe("ok");
  });

  it("does not take a change's own mistake for the storage's", async () => {
    const parts = await healthParts();
    await parts.health();
    const mistake = parts.store.write(async () => {
      throw new TypeError("cannot read properties of undefined");
    });
    await expect(mistake).rejects.toThrow(TypeError);
    expect(await states(parts)).toEqual(["ok", well]);
    const refusal = parts.store.write(async () => {
      throw new AskonceError("VETOED");
    });
    await expect(refusal).rejects.toThrow();
    parts.gate.taken();
    expect(await states(parts)).toEqual(["ok", well]);
    expect(parts.gate.taken().filter((statement) => writing.test(statement))).toEqual([]);
  });

  it("writes only when nobody else has for half a minute, and leaves nothing behind", async () => {
    const place = join(temporaryFolder(), "askonce.db");
    const parts = await healthParts(testStorage(place));
    // An empty database is migrated with the first use, which is a write.
    await parts.health();
    const writes = () => parts.gate.taken().filter((statement) => writing.test(statement));
    writes();
    for (let time = 0; time < 20; time++) await parts.health();
    expect(writes()).toEqual([]);
    const later = await healthParts(testStorage(place));
    later.gate.taken();
    await later.health();
    expect(
      later.gate
        .taken()
        .filter((statement) => writing.test(statement))
        .map((one) => one.split('"').slice(0, 2).join("")),
    ).toEqual(["insert into leases", "delete from leases"]);
    await later.health();
    expect(later.gate.taken().filter((statement) => writing.test(statement))).toEqual([]);
    expect(await (await parts.store.ready()).selectFrom("leases").selectAll().execute()).toEqual([]);
  });

  it("warns, and does not fail, while the shop is being moved to another database", async () => {
    const parts = await healthParts();
    const database = await parts.store.ready();
    await parts.store.write((transaction) =>
      transaction
        .updateTable("shops")
        .set({ state: "moving", state_until: Date.now() + 60_000 })
        .where("shop_id", "=", "default")
        .execute(),
    );
    expect(await database.selectFrom("shops").select("state").execute()).toEqual([{ state: "moving" }]);
    expect(await states(parts)).toEqual(["degraded", { ...well, writes: "warning" }]);
  });

  it("warns when the inbox or a job has been due for five minutes, and when a job was given up", async () => {
    const parts = await healthParts();
    const at = Date.now() - 299_000;
    await parts.store.write(async (database) => {
      await database
        .insertInto("inbox_raw")
        .values({ ...raw, received_at: at })
        .execute();
      await database
        .insertInto("inbox")
        .values({ ...inboxRow("a"), received_at: at })
        .execute();
      await database
        .insertInto("inbox")
        .values({ ...inboxRow("later"), next_attempt_at: Date.now() + 3_600_000 })
        .execute();
    });
    const { status, figures } = await parts.health();
    expect(status).toBe("ok");
    expect(figures.backlog?.inbox).toMatchObject({ waiting: 2 });
    expect(figures.backlog?.inbox.oldestDueMs).toBeGreaterThanOrEqual(299_000);
    for (const late of [{ received_at: Date.now() - 301_000 }, { received_at: Date.now(), next_attempt_at: Date.now() - 301_000 }]) {
      const one = await healthParts();
      await one.store.write(async (database) => {
        await database.insertInto("inbox_raw").values(raw).execute();
        await database
          .insertInto("inbox")
          .values({ ...inboxRow("a"), ...late })
          .execute();
      });
      expect(await states(one)).toEqual(["degraded", { ...well, inbox: "warning" }]);
    }
    for (const change of [{ due_at: Date.now() - 301_000 }, { state: "dead" as const }]) {
      const one = await healthParts();
      await one.store.write((database) =>
        database
          .insertInto("jobs")
          .values({ ...job, ...change })
          .execute(),
      );
      expect(await states(one)).toEqual(["degraded", { ...well, jobs: "warning" }]);
    }
  });

  it("tells of the worker's loops where this process has them", async () => {
    const parts = await healthParts();
    for (const name of ["inbox", "jobs"]) parts.progress.begin(name);
    expect(await states(parts)).toEqual(["ok", { ...well, worker: "ok" }]);
    parts.time.now += 150_000;
    const { status, checks, figures, problem } = await parts.health();
    expect([status, problem]).toEqual(["degraded", null]);
    expect(checks).toContainEqual({ id: "worker", state: "failed" });
    expect(figures.loops.map((loop) => [loop.name, loop.state, loop.silentMs])).toEqual([
      ["inbox", "ok", 150_000],
      ["jobs", "failed", 150_000],
    ]);
  });

  it("never throws, and says why a storage cannot be used at all", async () => {
    const parts = await healthParts();
    await parts.store.close();
    const { status, problem } = await parts.health();
    expect([status, problem?.code]).toEqual(["failed", "STOPPED"]);
  });
});

const lease = { shop_id: "default", name: "of a test", holder: "test", until: 0 };
const raw = { shop_id: "default", id: "raw_1", source: "memory", headers: "{}", body: new Uint8Array(), received_at: Date.now() };
const inboxRow = (key: string) => ({
  shop_id: "default",
  source: "memory",
  key,
  id: `inb_${key}`,
  raw_id: "raw_1",
  event: "{}",
  state: "pending" as const,
  attempts: 0,
  next_attempt_at: 0,
  problem: null,
  received_at: Date.now(),
  applied_at: null,
});
const job = {
  shop_id: "default",
  id: "job_1",
  name: "parcel.watch",
  data: "{}",
  state: "waiting" as const,
  due_at: Date.now(),
  not_before: 0,
  attempt: 0,
  retry_limit: 5,
  retry_delay_ms: 1000,
  singleton_key: null,
  waiting_key: null,
  claim: null,
  lease_until: null,
  problem: null,
  failed_at: null,
};

describe("GET /health", () => {
  const publicShape = z.strictObject({
    status: z.enum(["ok", "degraded"]),
    version: z.string(),
    checks: z.array(z.strictObject({ id: z.string(), state: z.enum(["ok", "warning", "failed"]) })),
  });

  it("tells everybody how things are and nothing about the shop", async () => {
    const { askonce, call } = instance();
    await askonce.tickets.create({ subject: "canary-5521", customer: { email: "canary-5521@example.com" } }, systemCaller);
    await askonce.start();
    const answer = await call("GET", "/health");
    expect([answer.status, publicShape.parse(answer.body).status]).toEqual([200, "ok"]);
    expect(publicShape.parse(answer.body).checks.map((check) => check.id)).toEqual(["storage", "writes", "worker", "inbox", "jobs"]);
    expect(answer.text).not.toContain("canary-5521");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { figures } = await askonce.health();
    expect(figures.loops.map((loop) => loop.name)).toEqual(
      expect.arrayContaining(["inbox", "subscribers", "jobs", "backfill", "reconcile"]),
    );
    expect(figures.loops.every((loop) => loop.state === "ok")).toBe(true);
  });

  it("leaves the worker out where this process has none", async () => {
    const { askonce, call } = instance();
    await askonce.start({ roles: ["web"] });
    const { body } = await call("GET", "/health");
    expect(publicShape.parse(body).checks.map((check) => check.id)).toEqual(["storage", "writes", "inbox", "jobs"]);
  });

  it("answers 503 within three seconds where the storage never answers, before its first use and later; /health/live does not ask it", async () => {
    const gate = gatedStorage(testStorage());
    const { askonce, call } = instance({ storage: gate.storage });
    onTestFinished(() => gate.open());
    gate.hang();
    const timed = async () => {
      const startedAt = performance.now();
      const answer = await call("GET", "/health");
      expect(performance.now() - startedAt).toBeLessThan(3000);
      return answer;
    };
    const first = await timed();
    expectProblem(first, 503, "STORAGE_FAILED");
    expect(first.headers.get("retry-after")).toBe("1");
    gate.taken();
    const live = await call("GET", "/health/live");
    expect([live.status, live.body]).toEqual([200, { status: "ok", version: askonce.version }]);
    expect(gate.taken()).toEqual([]);
    gate.open();
    expect((await timed()).status).toBe(200);
    gate.hang();
    expectProblem(await timed(), 503, "STORAGE_FAILED");
    gate.open();
    expect((await timed()).status).toBe(200);
  });

  it("is as the contract says", () => {
    for (const { "~orpc": procedure } of Object.values(contract.health)) {
      expect(procedure.route.tags).toEqual(["health"]);
      expect(procedure.inputSchema).toBeUndefined();
    }
    expect(Object.keys(contract.health.check["~orpc"].errorMap)).toContain("STORAGE_FAILED");
    expect(Object.keys(contract.health.live["~orpc"].errorMap)).not.toContain("STORAGE_FAILED");
  });
});
