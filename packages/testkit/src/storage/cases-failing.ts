import assert from "node:assert/strict";
import { type JobsCaseDefinition, job, numbered, numbersOf } from "./jobs-session.ts";

/** What becomes of a job whose try failed. */
export const failingCases: readonly JobsCaseDefinition[] = [
  {
    name: "tried-again-after-a-pause",
    group: "failing",
    title: "A failed job is tried again after its pause, which doubles, as the next attempt",
    check: async ({ jobs, lane, enqueue, claimOne, claim, claimWithin }) => {
      await enqueue([job({ retryDelayMs: 300, retryLimit: 3 })]);
      await jobs.fail(lane, await claimOne(), { problem: "ADAPTER_TIMEOUT" });
      assert.deepEqual(await claim(), []);
      const second = await claimWithin(1300);
      assert.equal(second.job.attempt, 2);
      assert.ok(second.afterMs > 150, `the first pause was kept (${Math.round(second.afterMs)} of 300 ms)`);
      await jobs.fail(lane, second.job, { problem: "ADAPTER_TIMEOUT" });
      const third = await claimWithin(1600);
      assert.deepEqual({ attempt: third.job.attempt, lastAttempt: third.job.lastAttempt }, { attempt: 3, lastAttempt: false });
      assert.ok(third.afterMs > 400, `the second pause was kept (${Math.round(third.afterMs)} of 600 ms)`);
    },
  },
  {
    name: "the-vendors-pause-counts",
    group: "failing",
    title: "A pause that comes with the failure replaces the usual one, shorter or longer",
    check: async ({ jobs, lane, enqueue, claim, claimWithin }) => {
      await enqueue([numbered(1, { retryDelayMs: 600_000 }), numbered(2, { retryDelayMs: 1 })]);
      const [one, two] = await claim();
      assert.ok(one && two);
      await jobs.fail(lane, one, { problem: "ADAPTER_RATE_LIMITED", retryAfterMs: 100 });
      await jobs.fail(lane, two, { problem: "ADAPTER_RATE_LIMITED", retryAfterMs: 600_000 });
      assert.equal((await claimWithin(1200)).job.data.number, 1);
      assert.deepEqual(await claim(), []);
    },
  },
  {
    name: "given-up-after-the-last-try",
    group: "failing",
    title: "After its last try a job is dead, with what it was and why, and is not claimed again",
    check: async ({ jobs, lane, enqueue, claimOne, claim, claimWithin }) => {
      await enqueue([job({ name: "webhook.deliver", data: { deliveryId: "del_1" }, retryLimit: 1, retryDelayMs: 10 })]);
      await jobs.fail(lane, await claimOne(), { problem: "ADAPTER_TIMEOUT" });
      const { job: last } = await claimWithin(1000);
      assert.equal(last.lastAttempt, true);
      assert.deepEqual(await jobs.dead(lane, { limit: 10 }), []);
      await jobs.fail(lane, last, { problem: "ADAPTER_REJECTED", retryAfterMs: 1 });
      const [dead, ...more] = await jobs.dead(lane, { limit: 10 });
      assert.ok(dead);
      assert.equal(more.length, 0);
      const { id, failedAt, ...rest } = dead;
      assert.ok(id.length > 0);
      assert.ok(Number.isFinite(failedAt) && failedAt > 1_000_000_000_000, "when it was given up");
      assert.deepEqual(rest, { name: "webhook.deliver", data: { deliveryId: "del_1" }, attempts: 2, problem: "ADAPTER_REJECTED" });
      assert.deepEqual(await claim(), []);
      assert.deepEqual(await jobs.counts(lane), { waiting: 0, active: 0, dead: 1, oldestDueMs: null });
    },
  },
  {
    name: "five-retries-by-default",
    group: "failing",
    title: "Without a limit of its own a job is tried six times",
    check: async ({ jobs, lane, enqueue, claimWithin }) => {
      await enqueue([job()]);
      const attempts: number[] = [];
      for (let lastAttempt = false; !lastAttempt; ) {
        const { job: claimed } = await claimWithin(1500);
        attempts.push(claimed.attempt);
        lastAttempt = claimed.lastAttempt;
        await jobs.fail(lane, claimed, { problem: "INTERNAL", retryAfterMs: 0 });
      }
      assert.deepEqual(attempts, [1, 2, 3, 4, 5, 6]);
      assert.equal((await jobs.counts(lane)).dead, 1);
    },
  },
  {
    name: "latest-dead-first",
    group: "failing",
    title: "Dead jobs are listed up to the limit, the one given up last first",
    check: async ({ jobs, lane, enqueue, claimOne, pass }) => {
      for (const number of [1, 2, 3]) {
        await enqueue([numbered(number, { retryLimit: 0 })]);
        await jobs.fail(lane, await claimOne(), { problem: "INTERNAL" });
        await pass(10);
      }
      assert.deepEqual(numbersOf(await jobs.dead(lane, { limit: 2 })), [3, 2]);
    },
  },
  {
    name: "a-dead-job-can-be-revived",
    group: "failing",
    title: "A revived job is due at once with all its tries, and is dead no longer",
    check: async ({ jobs, lane, enqueue, claimOne }) => {
      await enqueue([job({ name: "webhook.deliver", data: { deliveryId: "del_1" }, retryLimit: 1, retryDelayMs: 20_000 })]);
      await jobs.fail(lane, await claimOne(), { problem: "INTERNAL", retryAfterMs: 0 });
      await jobs.fail(lane, await claimOne(), { problem: "INTERNAL" });
      const [dead] = await jobs.dead(lane, { limit: 1 });
      assert.ok(dead);
      assert.equal(await jobs.revive(lane, dead.id), true);
      assert.deepEqual(await jobs.dead(lane, { limit: 1 }), []);
      assert.equal(await jobs.revive(lane, dead.id), false);
      const again = await claimOne();
      assert.deepEqual(
        { name: again.name, data: again.data, attempt: again.attempt, lastAttempt: again.lastAttempt },
        { name: "webhook.deliver", data: { deliveryId: "del_1" }, attempt: 1, lastAttempt: false },
      );
      assert.equal(await jobs.complete(lane, again), true);
    },
  },
  {
    name: "only-the-dead-can-be-revived",
    group: "failing",
    title: "Reviving what is not dead, or not there, changes nothing and says so",
    check: async ({ jobs, lane, otherLane, enqueue, claimOne }) => {
      await enqueue([job({ retryLimit: 0 })]);
      const held = await claimOne();
      assert.equal(await jobs.revive(lane, held.id), false);
      await jobs.fail(lane, held, { problem: "INTERNAL" });
      const [dead] = await jobs.dead(lane, { limit: 1 });
      assert.equal(await jobs.revive(otherLane, dead?.id ?? ""), false);
      assert.equal((await jobs.counts(lane)).dead, 1);
    },
  },
];
