import assert from "node:assert/strict";
import { rejectionOf } from "../storefront/case-errors.ts";
import { type JobsCaseDefinition, job, longLeaseMs, numbered, numbersOf, shortLeaseMs } from "./jobs-session.ts";

/** How the work on a job ends when it went well or was given up. */
export const endingCases: readonly JobsCaseDefinition[] = [
  {
    name: "done-is-done",
    group: "ending",
    title: "A completed job is not claimed again and cannot be completed twice",
    check: async ({ jobs, lane, enqueue, claimOne, claim }) => {
      await enqueue([job()]);
      const claimed = await claimOne();
      assert.equal(await jobs.complete(lane, claimed), true);
      assert.equal(await jobs.complete(lane, claimed), false);
      assert.deepEqual(await claim(), []);
      assert.deepEqual(await jobs.counts(lane), { waiting: 0, active: 0, dead: 0, oldestDueMs: null });
    },
  },
  {
    name: "done-with-the-effect",
    group: "ending",
    title: "A job completed in a transaction is done with its commit, and what the transaction asks for is there",
    check: async ({ jobs, lane, enqueue, claimOne, claim, transaction }) => {
      await enqueue([numbered(1)]);
      const claimed = await claimOne();
      await transaction(async (executor) => {
        assert.equal(await jobs.complete(lane, claimed, executor), true);
        await jobs.enqueue(lane, [numbered(2)], executor);
      });
      assert.equal(await jobs.complete(lane, claimed), false);
      assert.deepEqual(numbersOf(await claim()), [2]);
    },
  },
  {
    name: "not-done-without-the-effect",
    group: "ending",
    title: "A job completed in a transaction that rolls back is still held",
    check: async ({ jobs, lane, enqueue, claimOne, claim, transaction }) => {
      await enqueue([job()]);
      const claimed = await claimOne();
      await rejectionOf(
        transaction(async (executor) => {
          assert.equal(await jobs.complete(lane, claimed, executor), true);
          throw new Error("the effect failed");
        }),
      );
      assert.deepEqual(await claim(), []);
      assert.deepEqual(await jobs.extend(lane, [claimed], { leaseMs: longLeaseMs }), [claimed.id]);
      assert.equal(await jobs.complete(lane, claimed), true);
    },
  },
  {
    name: "one-effect-of-two-holders",
    group: "ending",
    title: "Of a holder that came back and the one that took over, one completes, in whatever order they come",
    check: async ({ jobs, other, lane, enqueue, claimOne, claimWithin, transaction }) => {
      await enqueue([job()]);
      const first = await claimOne({ leaseMs: shortLeaseMs });
      const { job: second } = await claimWithin(shortLeaseMs + 1000, other);
      const answers: boolean[] = [];
      await transaction(async (executor) => {
        answers.push(await jobs.complete(lane, first, executor));
      });
      await transaction(async (executor) => {
        answers.push(await other.complete(lane, second, executor));
      });
      assert.deepEqual(answers, [false, true]);
    },
  },
  {
    name: "released-jobs-are-claimed-again",
    group: "ending",
    title: "A released job is due at once, and the try does not count",
    check: async ({ jobs, lane, enqueue, claimOne }) => {
      await enqueue([job({ retryLimit: 0, singletonKey: "sync" })]);
      let claimed = await claimOne();
      for (let times = 0; times < 3; times++) {
        assert.deepEqual({ attempt: claimed.attempt, lastAttempt: claimed.lastAttempt }, { attempt: 1, lastAttempt: true });
        await jobs.release(lane, claimed);
        await enqueue([job({ singletonKey: "sync" })]);
        claimed = await claimOne();
      }
      assert.deepEqual(await jobs.dead(lane, { limit: 1 }), []);
    },
  },
  {
    name: "a-released-claim-is-over",
    group: "ending",
    title: "Who released a job cannot end it any more, whoever has it now",
    check: async ({ jobs, other, lane, enqueue, claimOne }) => {
      await enqueue([job()]);
      const first = await claimOne();
      await jobs.release(lane, first);
      assert.equal(await jobs.complete(lane, first), false);
      const second = await claimOne({ by: other });
      assert.equal(await jobs.complete(lane, first), false);
      assert.deepEqual(await jobs.extend(lane, [first], { leaseMs: longLeaseMs }), []);
      assert.equal(await other.complete(lane, second), true);
    },
  },
  {
    name: "released-for-a-while",
    group: "ending",
    title: "A job released with a delay is not due before",
    check: async ({ jobs, lane, enqueue, claimOne, claim, claimWithin }) => {
      await enqueue([job()]);
      await jobs.release(lane, await claimOne(), { delayMs: 500 });
      assert.deepEqual(await claim(), []);
      const { job: again } = await claimWithin(2000);
      assert.equal(again.attempt, 1);
    },
  },
];
