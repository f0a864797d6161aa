import { AskonceError } from "@askonce/spec";
import type { ClaimedJob, NewJob } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";
import { conformanceClock } from "@askonce/testkit";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createWake } from "../events/wake.ts";
import { linesLogger } from "../testing/instance.ts";
import { jobStore } from "./__fixtures__/job-store.ts";
import { createJobs, type JobsOptions } from "./jobs.ts";

const never = new AbortController().signal;

async function jobsOfOneShop(options: Partial<JobsOptions> = {}) {
  const clock = conformanceClock(Date.parse("2026-11-20T09:00:00.000Z"));
  const made = await jobStore(sqlite(":memory:"), "shop", clock);
  const logger = linesLogger();
  const wake = createWake();
  const make = () => createJobs({ port: made.jobs, store: made.store, platform: { logger }, wake, ...options });
  onTestFinished(() => made.store.close());
  const jobs = make();
  const drain = async () => {
    while (await jobs.runDue(never));
  };
  return { ...made, port: made.jobs, jobs, make, clock, logger, wake, drain };
}

const track: NewJob = { name: "parcel.track", data: { parcelId: "par_1" } };

describe("jobs", () => {
  it("does what a committed change asked for, once, and nothing of one that was rolled back", async () => {
    const { jobs, store, drain, port } = await jobsOfOneShop();
    const done: unknown[] = [];
    jobs.handle("parcel.track", async (job) => void done.push(job.data.parcelId));
    await store.write((database) => jobs.enqueueIn({ database }, track));
    await expect(
      store.write(async (database) => {
        await jobs.enqueueIn({ database }, { ...track, data: { parcelId: "par_2" } });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await drain();
    expect(done).toEqual(["par_1"]);
    expect(await port.counts("shop")).toEqual({ waiting: 0, active: 0, dead: 0, oldestDueMs: null });
  });

  it("ends a job with its effect: a job that was taken over has none", async () => {
    const { jobs, store, drain, port, logger } = await jobsOfOneShop();
    let takenOver: ClaimedJob | undefined;
    const outcomes: string[] = [];
    jobs.handle("parcel.track", async (job, { complete }) => {
      if (job.attempt === 1) {
        // Its holder's lease ends without the holder noticing, and another process claims it.
        await store.write((database) => database.updateTable("jobs").set({ lease_until: 0 }).execute());
        [takenOver] = await port.claim("shop", { limit: 1, leaseMs: 60_000 });
      }
      await store.write(async (database) => {
        await database
          .insertInto("shop_counters")
          .values({ shop_id: "shop", name: `effect ${job.attempt}`, value: 1 })
          .execute();
        await complete({ database });
        outcomes.push("completed");
      });
    });
    await jobs.enqueue(track);
    await drain();
    expect(outcomes).toEqual([]);
    expect(takenOver?.attempt).toBe(2);
    expect(logger.lines.join("\n")).toContain("taken over by another process");
    const database = await store.ready();
    expect(await database.selectFrom("shop_counters").selectAll().where("name", "like", "effect%").execute()).toEqual([]);
    // The other process fails; the next attempt has its effect once.
    await port.fail("shop", takenOver ?? raise(), { problem: "INTERNAL", retryAfterMs: 0 });
    await drain();
    expect(outcomes).toEqual(["completed"]);
    expect(await port.counts("shop")).toMatchObject({ waiting: 0, active: 0, dead: 0 });
  });

  it("tries again after the pause, after the error's own pause, and gives up with the code", async () => {
    const { jobs, drain, clock, port, logger } = await jobsOfOneShop();
    const attempts: number[] = [];
    jobs.handle("parcel.track", async (job) => {
      attempts.push(job.attempt);
      if (job.attempt === 2) throw new AskonceError("ADAPTER_RATE_LIMITED", { retryAfterMs: 90_000 });
      throw new TypeError("Ana Pop, ana@example.com could not be read");
    });
    await jobs.enqueue({ ...track, retryLimit: 2, retryDelayMs: 5000 });
    await drain();
    clock.advance(4900);
    await drain();
    expect(attempts).toEqual([1]);
    clock.advance(200);
    await drain();
    clock.advance(80_000);
    await drain();
    expect(attempts).toEqual([1, 2]);
    clock.advance(10_001);
    await drain();
    expect(attempts).toEqual([1, 2, 3]);
    expect(await port.dead("shop", { limit: 10 })).toMatchObject([{ name: "parcel.track", attempts: 3, problem: "TypeError" }]);
    expect(logger.lines.join("\n")).toContain("given up");
    expect(logger.lines.join("\n")).not.toContain("Ana");
  });

  it("fails a job whose completion was rolled back with the transaction", async () => {
    const { jobs, store, drain, clock } = await jobsOfOneShop();
    const attempts: number[] = [];
    jobs.handle("parcel.track", async (job, { complete }) => {
      attempts.push(job.attempt);
      await store.write(async (database) => {
        await complete({ database });
        if (job.attempt === 1) throw new Error("after the completion");
      });
    });
    await jobs.enqueue(track);
    await drain();
    clock.advance(1001);
    await drain();
    expect(attempts).toEqual([1, 2]);
  });

  it("runs no more of a name at a time than it was told, and no more than there is room for", async () => {
    const { jobs, drain } = await jobsOfOneShop({ concurrency: 4 });
    let running = { one: 0, all: 0 };
    const most = { one: 0, all: 0 };
    const work = (isOne: boolean) => async () => {
      running = { one: running.one + (isOne ? 1 : 0), all: running.all + 1 };
      most.one = Math.max(most.one, running.one);
      most.all = Math.max(most.all, running.all);
      await new Promise((resolve) => setImmediate(resolve));
      running = { one: running.one - (isOne ? 1 : 0), all: running.all - 1 };
    };
    jobs.handle("one.only", work(true), { concurrency: 1 });
    jobs.handle("any.number", work(false));
    await jobs.enqueue(...Array.from({ length: 12 }, (_, index) => ({ name: index % 2 ? "one.only" : "any.number", data: {} })));
    await drain();
    expect(most).toEqual({ one: 1, all: expect.any(Number) });
    expect(most.all).toBeGreaterThan(1);
    expect(most.all).toBeLessThanOrEqual(4);
  });

  it("leaves a job that nobody here knows for a newer version, without counting a try, and says so once", async () => {
    const { jobs, drain, clock, logger, port } = await jobsOfOneShop();
    await jobs.enqueue({ name: "future.work", data: {} }, { name: "future.work", data: {} });
    await drain();
    clock.advance(31_000);
    await drain();
    expect(await port.counts("shop")).toMatchObject({ waiting: 2, active: 0, dead: 0 });
    expect(logger.lines.filter((line) => line.includes("future.work"))).toHaveLength(1);
    clock.advance(31_000);
    const attempts: number[] = [];
    jobs.handle("future.work", async (job) => void attempts.push(job.attempt));
    await drain();
    expect(attempts).toEqual([1, 1]);
  });
});

describe("a job that comes back", () => {
  it("runs at its interval, once however many processes keep the schedule, and goes on after failures", async () => {
    const { jobs, make, drain, clock, port } = await jobsOfOneShop();
    let runs = 0;
    const handler = async () => {
      runs++;
      if (runs > 2) throw new AskonceError("ADAPTER_TIMEOUT", { retryAfterMs: 0 });
    };
    jobs.every("numbers.refresh", 60_000, handler);
    const second = make();
    second.every("numbers.refresh", 60_000, handler);
    await drain();
    while (await second.runDue(never));
    expect(runs).toBe(1);
    clock.advance(59_000);
    await drain();
    while (await second.runDue(never));
    expect(runs).toBe(1);
    clock.advance(1001);
    await Promise.all([jobs.runDue(never), second.runDue(never)]);
    expect(runs).toBe(2);
    expect((await port.counts("shop")).waiting).toBe(1);
    // Six tries, all of which fail; the schedule goes on, and nothing is buried.
    clock.advance(60_000);
    await drain();
    expect(runs).toBe(8);
    expect(await port.counts("shop")).toMatchObject({ waiting: 1, active: 0, dead: 0 });
    expect((await port.unfinished("shop"))[0]?.delayMs).toBe(60_000);
  });

  it("asks for its next run in the transaction of its effect", async () => {
    const { jobs, store, drain, clock, port } = await jobsOfOneShop();
    let fails = true;
    jobs.every("numbers.refresh", 60_000, async (_job, { complete }) => {
      await store.write(async (database) => {
        await complete({ database });
        if (fails) throw new AskonceError("STORAGE_FAILED", { retryAfterMs: 1000 });
      });
    });
    await drain();
    expect((await port.unfinished("shop")).map((job) => job.delayMs)).toEqual([1000]);
    fails = false;
    clock.advance(1001);
    await drain();
    expect((await port.unfinished("shop")).map((job) => job.delayMs)).toEqual([60_000]);
  });
});

describe("the loop", () => {
  it("does what comes when it is told, holds what takes longer than a lease, and stops", async () => {
    const { jobs, wake, port, store } = await jobsOfOneShop({ leaseMs: 300 });
    const done: number[] = [];
    let isOver = () => {};
    const over = new Promise<void>((resolve) => {
      isOver = resolve;
    });
    const aborted: boolean[] = [];
    jobs.handle("parcel.track", async (job, { signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      aborted.push(signal.aborted);
      done.push(job.attempt);
      isOver();
    });
    const stop = new AbortController();
    const loop = jobs.loop(stop.signal);
    await store.write((database) => jobs.enqueueIn({ database }, track));
    wake.notify();
    await vi.waitFor(async () => expect((await port.counts("shop")).active).toBe(1));
    // Another process looks for work all the while.
    const others: ClaimedJob[] = [];
    const poll = setInterval(async () => others.push(...(await port.claim("shop", { limit: 1, leaseMs: 300 }))), 50);
    await over;
    clearInterval(poll);
    stop.abort();
    await loop;
    expect({ done, aborted, others }).toEqual({ done: [1], aborted: [false], others: [] });
    expect((await port.counts("shop")).active).toBe(0);
  });

  it("waits for what is under way when it stops", async () => {
    const { jobs, port } = await jobsOfOneShop();
    const stop = new AbortController();
    let finish = () => {};
    const mayFinish = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let ended = false;
    jobs.handle("parcel.track", async () => {
      stop.abort();
      await mayFinish;
    });
    await jobs.enqueue(track, track);
    const loop = jobs.loop(stop.signal).then(() => {
      ended = true;
    });
    await vi.waitFor(() => expect(stop.signal.aborted).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(ended).toBe(false);
    expect((await port.counts("shop")).active).toBe(2);
    finish();
    await loop;
    expect(await port.counts("shop")).toMatchObject({ waiting: 0, active: 0 });
  });

  it("leaves to others what is not done after the grace period: the handler is told and cannot end it any more", async () => {
    const { jobs, store, port } = await jobsOfOneShop({ graceMs: 50 });
    const stop = new AbortController();
    let refusal: unknown = null;
    let refused = () => {};
    const isRefused = new Promise<void>((resolve) => {
      refused = resolve;
    });
    jobs.handle("parcel.track", async (_job, { signal, complete }) => {
      stop.abort();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      refusal = await store.write((database) => complete({ database })).catch((error: unknown) => error);
      refused();
    });
    await jobs.enqueue(track);
    await jobs.loop(stop.signal);
    const [again] = await port.claim("shop", { limit: 1, leaseMs: 60_000 });
    expect(again).toMatchObject({ attempt: 1, data: { parcelId: "par_1" } });
    await isRefused;
    expect(refusal).toMatchObject({ code: "VERSION_CONFLICT" });
    expect(await port.complete("shop", again ?? raise())).toBe(true);
  });

  it("tells a handler that its job was lost", async () => {
    const { jobs, store, port } = await jobsOfOneShop({ leaseMs: 150 });
    const stop = new AbortController();
    let isRunning = () => {};
    const running = new Promise<void>((resolve) => {
      isRunning = resolve;
    });
    let told = false;
    jobs.handle("parcel.track", async (_job, { signal }) => {
      isRunning();
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      told = true;
      stop.abort();
    });
    await jobs.enqueue(track);
    const loop = jobs.loop(stop.signal);
    await running;
    await store.write((database) =>
      database
        .updateTable("jobs")
        .set({ claim: "somebody else's", lease_until: Date.now() + 60_000 })
        .execute(),
    );
    await loop;
    expect(told).toBe(true);
    expect((await port.counts("shop")).active).toBe(1);
  });

  it("goes on when the storage fails for a while", async () => {
    const { store, logger, wake, port } = await jobsOfOneShop();
    let failures = 2;
    const flaky = {
      ...port,
      claim: async (...parameters: Parameters<typeof port.claim>) => {
        if (failures-- > 0) throw new AskonceError("STORAGE_FAILED");
        return port.claim(...parameters);
      },
    };
    const jobs = createJobs({ port: flaky, store, platform: { logger }, wake });
    const stop = new AbortController();
    jobs.handle("parcel.track", async () => stop.abort());
    await jobs.enqueue(track);
    const nudge = setInterval(() => wake.notify(), 10);
    await jobs.loop(stop.signal);
    clearInterval(nudge);
    expect(logger.lines.filter((line) => line.includes("STORAGE_FAILED"))).toHaveLength(2);
    expect((await port.counts("shop")).waiting).toBe(0);
  });
});

function raise(): never {
  throw new Error("there is none");
}
