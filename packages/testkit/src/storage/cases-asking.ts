import assert from "node:assert/strict";
import { rejectionOf } from "../storefront/case-errors.ts";
import { type JobsCaseDefinition, job, numbered, numbersOf } from "./jobs-session.ts";

/** What becomes of a job that is asked for. */
export const askingCases: readonly JobsCaseDefinition[] = [
  {
    name: "committed-jobs-exist",
    group: "asking",
    title: "A job asked for in a transaction that commits is there, with what it was given",
    check: async ({ enqueue, claimOne }) => {
      const data = { orderRef: "shop:1001", nested: { list: [1, "două", null, true] }, quote: 'it\'s $1 "here"' };
      await enqueue([job({ name: "order.refresh", data })]);
      const claimed = await claimOne();
      assert.equal(claimed.name, "order.refresh");
      assert.deepEqual(claimed.data, data);
      assert.equal(claimed.attempt, 1);
      assert.equal(claimed.lastAttempt, false);
    },
  },
  {
    name: "rolled-back-jobs-do-not-exist",
    group: "asking",
    title: "A job asked for in a transaction that rolls back is not there",
    check: async ({ jobs, lane, transaction, claim, enqueue }) => {
      const failure = new Error("the change failed");
      const rejection = await rejectionOf(
        transaction(async (executor) => {
          await jobs.enqueue(lane, [numbered(1), numbered(2, { singletonKey: "two" })], executor);
          throw failure;
        }),
      );
      assert.equal(rejection, failure);
      // The key of the one that never was stands in nobody's way.
      await enqueue([numbered(3, { singletonKey: "two" })]);
      assert.deepEqual(numbersOf(await claim()), [3]);
    },
  },
  {
    name: "nobody-sees-them-before-the-commit",
    group: "asking",
    title: "A job cannot be claimed before the transaction that asks for it commits",
    check: async ({ jobs, other, lane, transaction, claim, claimOne }) => {
      let asked = () => {};
      let commit = () => {};
      const isAsked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      const mayCommit = new Promise<void>((resolve) => {
        commit = resolve;
      });
      const change = transaction(async (executor) => {
        await jobs.enqueue(lane, [job()], executor);
        asked();
        await mayCommit;
      });
      await isAsked;
      // On a storage with one connection the claim waits for the transaction; then it comes after the commit, and may find the job.
      let committed = false;
      const early = claim({ by: other }).then((claimed) => ({ claimed, committed }));
      await Promise.race([early, new Promise((resolve) => setTimeout(resolve, 100))]);
      committed = true;
      commit();
      await change;
      const { claimed, committed: afterCommit } = await early;
      if (!afterCommit) assert.equal(claimed.length, 0, "nothing is claimed before the commit");
      if (claimed.length === 0) await claimOne({ by: other });
    },
  },
  {
    name: "singleton-while-it-waits",
    group: "asking",
    title: "While a job of a key waits, asking for another changes nothing, in the same transaction and in later ones",
    check: async ({ enqueue, claim }) => {
      await enqueue([numbered(1, { singletonKey: "sync" }), numbered(2, { singletonKey: "sync" }), numbered(3, { singletonKey: "other" })]);
      await enqueue([numbered(4, { singletonKey: "sync" })]);
      assert.deepEqual(numbersOf(await claim()).sort(), [1, 3]);
    },
  },
  {
    name: "singleton-while-it-runs",
    group: "asking",
    title: "A job of a key that runs already does not count",
    check: async ({ enqueue, claimOne, claim }) => {
      await enqueue([numbered(1, { singletonKey: "sync" })]);
      await claimOne();
      await enqueue([numbered(2, { singletonKey: "sync" })]);
      await enqueue([numbered(3, { singletonKey: "sync" })]);
      assert.deepEqual(numbersOf(await claim()), [2]);
    },
  },
  {
    name: "singleton-waits-for-its-next-try",
    group: "asking",
    title: "A job of a key that failed waits again, and asking for another changes nothing",
    check: async ({ jobs, lane, enqueue, claimOne }) => {
      await enqueue([numbered(1, { singletonKey: "sync", retryDelayMs: 60_000 })]);
      await jobs.fail(lane, await claimOne(), { problem: "INTERNAL" });
      await enqueue([numbered(2, { singletonKey: "sync" })]);
      assert.equal((await jobs.counts(lane)).waiting, 1);
    },
  },
  {
    name: "singleton-fails-while-another-waits",
    group: "asking",
    title: "A job of a key that fails while another of the key waits is tried again all the same, and so is the other",
    check: async ({ jobs, lane, enqueue, claimOne, claimWithin }) => {
      await enqueue([numbered(1, { singletonKey: "sync", retryDelayMs: 100 })]);
      const first = await claimOne();
      await enqueue([numbered(2, { singletonKey: "sync", delayMs: 100 })]);
      await jobs.fail(lane, first, { problem: "INTERNAL" });
      const numbers = [await claimWithin(3000), await claimWithin(3000)].map((each) => each.job.data.number);
      assert.deepEqual(numbers.sort(), [1, 2]);
    },
  },
  {
    name: "jobs-without-a-key-never-conflict",
    group: "asking",
    title: "Jobs without a key that are otherwise the same are all done",
    check: async ({ enqueue, claim }) => {
      await enqueue([job(), job()]);
      await enqueue([job()]);
      assert.equal((await claim()).length, 3);
    },
  },
  {
    name: "many-jobs-at-once",
    group: "asking",
    title: "A thousand jobs can be asked for at once",
    check: async ({ jobs, lane, enqueue }) => {
      await enqueue(Array.from({ length: 1000 }, (_, number) => numbered(number)));
      assert.equal((await jobs.counts(lane)).waiting, 1000);
    },
  },
  {
    name: "nothing-asked-for",
    group: "asking",
    title: "Asking for no jobs at all is allowed",
    check: async ({ enqueue, claim }) => {
      await enqueue([]);
      assert.deepEqual(await claim(), []);
    },
  },
];
