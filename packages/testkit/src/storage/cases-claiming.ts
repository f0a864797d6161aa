import assert from "node:assert/strict";
import { type JobsCaseDefinition, job, longLeaseMs, numbered, numbersOf, shortLeaseMs } from "./jobs-session.ts";

/** Who gets which job when, and for how long. */
export const claimingCases: readonly JobsCaseDefinition[] = [
  {
    name: "delayed-jobs-wait",
    group: "claiming",
    title: "A job with a delay is not due before, and due soon after",
    check: async ({ enqueue, claim, claimWithin }) => {
      await enqueue([job({ delayMs: 700 })]);
      assert.deepEqual(await claim(), []);
      const { afterMs } = await claimWithin(1700);
      assert.ok(afterMs > 400, `it waited for its time (${Math.round(afterMs)} of 700 ms)`);
    },
  },
  {
    name: "asked-first-done-first",
    group: "claiming",
    title: "Jobs that are due at once are claimed in the order they were asked for, up to the limit",
    check: async ({ enqueue, claim }) => {
      for (let number = 1; number <= 5; number++) await enqueue([numbered(number)]);
      assert.deepEqual(numbersOf(await claim({ limit: 2 })), [1, 2]);
      assert.deepEqual(numbersOf(await claim({ limit: 2 })), [3, 4]);
      assert.deepEqual(numbersOf(await claim({ limit: 2 })), [5]);
    },
  },
  {
    name: "longest-due-first",
    group: "claiming",
    title: "What has been due for longest is claimed first, whatever was asked for first",
    check: async ({ enqueue, claim, pass }) => {
      await enqueue([numbered(1, { delayMs: 1300 })]);
      await enqueue([numbered(2)]);
      await pass(2700);
      assert.deepEqual(numbersOf(await claim({ limit: 1 })), [2]);
      assert.deepEqual(numbersOf(await claim({ limit: 1 })), [1]);
    },
  },
  {
    name: "never-two-holders",
    group: "claiming",
    title: "Two workers that claim at the same time never get the same job",
    check: async ({ jobs, other, lane, enqueue, claim }) => {
      await enqueue(Array.from({ length: 40 }, (_, number) => numbered(number)));
      const claimed: unknown[] = [];
      for (let round = 0; round < 20 && claimed.length < 40; round++) {
        const [one, two] = await Promise.all([claim({ limit: 7 }), claim({ limit: 7, by: other })]);
        claimed.push(...numbersOf(one), ...numbersOf(two));
      }
      assert.equal(new Set(claimed).size, claimed.length, "no job was given to both");
      assert.equal(claimed.length, 40, "every job was given to somebody");
      assert.equal((await jobs.counts(lane)).active, 40);
    },
  },
  {
    name: "held-jobs-stay-held",
    group: "claiming",
    title: "A job that is held is not claimed again while its lease runs",
    check: async ({ enqueue, claimOne, claim, other, pass }) => {
      await enqueue([job()]);
      await claimOne();
      await pass(shortLeaseMs);
      assert.deepEqual(await claim(), []);
      assert.deepEqual(await claim({ by: other }), []);
    },
  },
  {
    name: "lost-jobs-are-claimed-again",
    group: "claiming",
    title: "A job whose holder dies is claimed again within a second of its lease's end, as a new attempt; the dead holder cannot end it",
    check: async ({ jobs, other, lane, enqueue, claimOne, claimWithin }) => {
      await enqueue([job({ retryDelayMs: 600_000 })]);
      const first = await claimOne({ leaseMs: shortLeaseMs });
      const { job: second, afterMs } = await claimWithin(shortLeaseMs + 1000, other);
      assert.ok(afterMs > shortLeaseMs / 2, `it was held for its lease (${Math.round(afterMs)} of ${shortLeaseMs} ms)`);
      assert.equal(second.id, first.id);
      assert.equal(second.attempt, 2);
      assert.notEqual(second.claim, first.claim);
      assert.equal(await jobs.complete(lane, first), false, "the first holder's completion does not count");
      await jobs.fail(lane, first, { problem: "INTERNAL" });
      await jobs.release(lane, first);
      assert.deepEqual(await jobs.extend(lane, [first], { leaseMs: longLeaseMs }), [], "the first holder does not hold it");
      assert.equal(await other.complete(lane, second), true, "the second holder still holds it");
    },
  },
  {
    name: "the-lease-is-the-holders",
    group: "claiming",
    title: "How long a job is held is decided by who holds it, not by who wants it",
    check: async ({ enqueue, claimOne, claim, other, pass }) => {
      await enqueue([job()]);
      await claimOne({ leaseMs: longLeaseMs });
      await pass(shortLeaseMs);
      assert.deepEqual(await claim({ by: other, leaseMs: 10 }), []);
    },
  },
  {
    name: "extended-jobs-stay-held",
    group: "claiming",
    title: "Extending goes on holding a job, and says which ones are still held",
    check: async ({ jobs, lane, enqueue, claim, other, pass }) => {
      await enqueue([numbered(1), numbered(2), numbered(3)]);
      const [one, two, three] = await claim({ leaseMs: shortLeaseMs });
      assert.ok(one && two && three);
      assert.equal(await jobs.complete(lane, three), true);
      const held = await jobs.extend(lane, [one, two, three], { leaseMs: longLeaseMs });
      assert.deepEqual([...held].sort(), [one.id, two.id].sort());
      await pass(shortLeaseMs * 2);
      assert.deepEqual(await claim({ by: other }), []);
      assert.deepEqual(await jobs.extend(lane, [], { leaseMs: longLeaseMs }), []);
    },
  },
  {
    name: "a-lease-that-ran-out-is-held-until-it-is-taken",
    group: "claiming",
    title: "A holder that was late, but before everybody else, still holds its job",
    check: async ({ jobs, lane, enqueue, claim, pass }) => {
      await enqueue([numbered(1), numbered(2)]);
      const [one, two] = await claim({ leaseMs: 50 });
      assert.ok(one && two);
      await pass(200);
      assert.deepEqual(await jobs.extend(lane, [one], { leaseMs: longLeaseMs }), [one.id]);
      assert.equal(await jobs.complete(lane, two), true);
      assert.deepEqual(await claim(), []);
    },
  },
  {
    name: "lost-in-the-last-attempt",
    group: "claiming",
    title: "A job whose last attempt was lost is dead instead of being tried for ever",
    check: async ({ jobs, lane, enqueue, claimOne, claim, pass }) => {
      await enqueue([job({ retryLimit: 0 })]);
      assert.equal((await claimOne({ leaseMs: 50 })).lastAttempt, true);
      await pass(200);
      assert.deepEqual(await claim(), []);
      const dead = await jobs.dead(lane, { limit: 10 });
      assert.deepEqual(
        dead.map(({ problem, attempts }) => ({ problem, attempts })),
        [{ problem: "LEASE_LOST", attempts: 1 }],
      );
    },
  },
  {
    name: "exactly-once-under-load",
    group: "claiming",
    title: "Eight workers do two hundred jobs exactly once each, some of them after a failure",
    check: async ({ jobs, other, lane, enqueue, pass }) => {
      const total = 200;
      await Promise.all(
        Array.from({ length: 10 }, (_, part) =>
          enqueue(Array.from({ length: total / 10 }, (_each, index) => numbered(part * 20 + index, { retryDelayMs: 10 }))),
        ),
      );
      const done: unknown[] = [];
      const work = async (port: typeof jobs) => {
        for (let empty = 0; empty < 100 && done.length < total; ) {
          const claimed = await port.claim(lane, { limit: 5, leaseMs: longLeaseMs });
          if (claimed.length === 0) {
            empty++;
            await pass(20);
          }
          for (const each of claimed) {
            if (each.attempt === 1 && Number(each.data.number) % 5 === 0) await port.fail(lane, each, { problem: "INTERNAL" });
            else if (await port.complete(lane, each)) done.push(each.data.number);
          }
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, index) => work(index % 2 === 0 ? jobs : other)));
      assert.deepEqual(
        done.map(Number).sort((one, two) => one - two),
        Array.from({ length: total }, (_, number) => number),
      );
    },
  },
];
