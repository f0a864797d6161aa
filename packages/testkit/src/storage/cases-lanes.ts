import assert from "node:assert/strict";
import { type JobsCaseDefinition, job, numbered, numbersOf } from "./jobs-session.ts";

/** What is seen of the jobs from outside, and that shops see nothing of each other. */
export const laneCases: readonly JobsCaseDefinition[] = [
  {
    name: "counts",
    group: "looking",
    title: "What waits, is worked on and is dead is counted, and for how long the oldest has been due",
    check: async ({ jobs, lane, enqueue, claim, claimOne, pass }) => {
      assert.deepEqual(await jobs.counts(lane), { waiting: 0, active: 0, dead: 0, oldestDueMs: null });
      await enqueue([numbered(1, { retryLimit: 0 })]);
      await jobs.fail(lane, await claimOne(), { problem: "INTERNAL" });
      // Of those that are asked for together, any one may be claimed first.
      await enqueue([numbered(2), numbered(3), numbered(4, { delayMs: 60_000 })]);
      await claim({ limit: 1 });
      await pass(400);
      const { oldestDueMs, ...counts } = await jobs.counts(lane);
      assert.deepEqual(counts, { waiting: 2, active: 1, dead: 1 });
      assert.ok(oldestDueMs !== null && oldestDueMs > 200 && oldestDueMs < 20_000, `it has waited for about 400 ms, not ${oldestDueMs}`);
      await claim();
      assert.equal((await jobs.counts(lane)).oldestDueMs, null, "what is not due yet does not count");
    },
  },
  {
    name: "unfinished",
    group: "looking",
    title: "What is not done can be carried to another place: what waits, what is worked on, with its delays and limits",
    check: async ({ jobs, lane, otherLane, transaction, enqueue, claim, claimOne }) => {
      await enqueue([numbered(1), numbered(2), numbered(6, { retryLimit: 0 })]);
      const [one, , six] = await claim({ limit: 3 });
      assert.ok(one && six);
      await jobs.complete(lane, one);
      await jobs.fail(lane, six, { problem: "INTERNAL" });
      await enqueue([numbered(3, { delayMs: 60_000, singletonKey: "three", retryLimit: 7, retryDelayMs: 900 })]);
      await enqueue([numbered(4, { retryDelayMs: 60_000 })]);
      await jobs.fail(lane, await claimOne(), { problem: "INTERNAL" });
      const unfinished = await jobs.unfinished(lane);
      assert.deepEqual(numbersOf(unfinished).sort(), [2, 3, 4]);
      const byNumber = new Map(unfinished.map((each) => [each.data.number, each]));
      const three = byNumber.get(3);
      assert.deepEqual(
        { name: three?.name, key: three?.singletonKey, limit: three?.retryLimit, pause: three?.retryDelayMs },
        { name: "parcel.track", key: "three", limit: 7, pause: 900 },
      );
      assert.ok((three?.delayMs ?? 0) > 30_000 && (three?.delayMs ?? 0) <= 60_000, `its delay is what is left of it (${three?.delayMs})`);
      assert.equal(byNumber.get(2)?.delayMs ?? 0, 0);
      assert.ok((byNumber.get(4)?.delayMs ?? 0) > 30_000, "a pause between tries is a delay");
      await transaction((executor) => jobs.enqueue(otherLane, unfinished, executor));
      assert.deepEqual(numbersOf(await claim({ lane: otherLane })), [2]);
    },
  },
  {
    name: "lanes-do-not-see-each-other",
    group: "lanes",
    title: "Jobs, keys, counts and the dead of one lane are nothing to another",
    check: async ({ jobs, lane, otherLane, enqueue, claim }) => {
      await enqueue([numbered(1, { singletonKey: "sync", retryLimit: 0 })], lane);
      await enqueue([numbered(2, { singletonKey: "sync" })], otherLane);
      const [one, ...more] = await claim({ lane });
      assert.ok(one);
      assert.deepEqual(numbersOf([one, ...more]), [1]);
      assert.equal(await jobs.complete(otherLane, one), false);
      assert.deepEqual(await jobs.extend(otherLane, [one], { leaseMs: 1000 }), []);
      await jobs.fail(otherLane, one, { problem: "INTERNAL" });
      await jobs.fail(lane, one, { problem: "INTERNAL" });
      assert.deepEqual(await jobs.dead(otherLane, { limit: 10 }), []);
      const { oldestDueMs, ...counts } = await jobs.counts(otherLane);
      assert.deepEqual(counts, { waiting: 1, active: 0, dead: 0 });
      assert.notEqual(oldestDueMs, null);
      assert.deepEqual(numbersOf(await claim({ lane: otherLane })), [2]);
    },
  },
  {
    name: "due-lanes",
    group: "lanes",
    title: "The lanes with something due or abandoned are found, the longest due first, up to the limit",
    check: async ({ jobs, lane, otherLane, enqueue, claim, pass }) => {
      const mine = async () => (await jobs.dueLanes(1000)).filter((each) => each === lane || each === otherLane);
      await enqueue([job({ delayMs: 60_000 })], otherLane);
      assert.deepEqual(await mine(), [], "what is not due yet does not count");
      await enqueue([job()], otherLane);
      await pass(20);
      await enqueue([job()], lane);
      assert.deepEqual(await mine(), [otherLane, lane]);
      assert.equal((await jobs.dueLanes(1)).length, 1);
      await claim({ lane: otherLane, leaseMs: 100 });
      const [held] = await claim();
      assert.ok(held);
      assert.deepEqual(await mine(), [], "what is held does not count");
      await pass(400);
      assert.deepEqual(await mine(), [otherLane], "what was abandoned does");
      await claim({ lane: otherLane });
      await jobs.complete(lane, held);
    },
  },
  {
    name: "drop",
    group: "lanes",
    title: "A dropped lane has nothing left, the dead included, and others keep theirs; it can be made anew",
    check: async ({ jobs, lane, otherLane, enqueue, claim }) => {
      await enqueue([numbered(1, { retryLimit: 0 }), numbered(2), numbered(3, { singletonKey: "three" })]);
      await enqueue([numbered(4)], otherLane);
      const [one, two] = await claim({ limit: 2 });
      assert.ok(one && two);
      await jobs.fail(lane, one, { problem: "INTERNAL" });
      await jobs.drop(lane);
      await jobs.prepare(lane);
      assert.deepEqual(await jobs.counts(lane), { waiting: 0, active: 0, dead: 0, oldestDueMs: null });
      assert.equal(await jobs.complete(lane, two), false);
      assert.deepEqual(await jobs.unfinished(lane), []);
      await enqueue([numbered(5, { singletonKey: "three" })]);
      assert.deepEqual(numbersOf(await claim()), [5]);
      assert.deepEqual(numbersOf(await claim({ lane: otherLane })), [4]);
    },
  },
  {
    name: "lane-names",
    group: "lanes",
    title: "A lane may have any name a shop may have, and names that look alike are different lanes",
    check: async ({ jobs, lane, enqueue, claim }) => {
      const names = ["Upper", "upper", "ü.myshop.example", "a/b", "a%2Fb", "it's", "with space", `l${"o".repeat(80)}ng`].map(
        (name) => `${lane}:${name}`,
      );
      for (const [number, name] of names.entries()) {
        await jobs.prepare(name);
        await enqueue([numbered(number)], name);
      }
      const due = await jobs.dueLanes(1000);
      for (const [number, name] of names.entries()) {
        assert.ok(due.includes(name), `the lane ${name} is due`);
        assert.deepEqual(numbersOf(await claim({ lane: name })), [number]);
      }
    },
  },
];
