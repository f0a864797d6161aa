import type { SqlExecutor } from "@askonce/spec/storage";
import type { Memory } from "../memory-harness.ts";
import { asking, heldIn, type JobsMutant } from "./jobs-mutant.ts";

/** Forgets that the executor is somebody's transaction. */
async function atOnce(memory: Memory, work: (executor: SqlExecutor) => Promise<void>): Promise<void> {
  await memory.transaction(work);
}

export const askingMutants: readonly JobsMutant[] = [
  {
    name: "asks outside of the transaction",
    caughtBy: ["rolled-back-jobs-do-not-exist", "nobody-sees-them-before-the-commit"],
    break: (memory) => ({ enqueue: (lane, jobs) => atOnce(memory, (own) => memory.jobs.enqueue(lane, jobs, own)) }),
  },
  {
    name: "asks for nothing",
    caughtBy: ["committed-jobs-exist"],
    break: () => ({ enqueue: async () => {} }),
  },
  {
    name: "loses what is nested in the data",
    caughtBy: ["committed-jobs-exist"],
    break: asking((job) => ({ ...job, data: JSON.parse(JSON.stringify(job.data, Object.keys(job.data))) })),
  },
  {
    name: "takes at most a hundred jobs at once",
    caughtBy: ["many-jobs-at-once"],
    break: (memory) => ({ enqueue: (lane, jobs, executor) => memory.jobs.enqueue(lane, jobs.slice(0, 100), executor) }),
  },
  {
    name: "fails on nothing",
    caughtBy: ["nothing-asked-for"],
    break: (memory) => ({
      async enqueue(lane, jobs, executor) {
        if (jobs.length === 0) throw new TypeError("values () is not SQL");
        await memory.jobs.enqueue(lane, jobs, executor);
      },
    }),
  },
  {
    name: "knows no singletons",
    caughtBy: ["singleton-while-it-waits"],
    break: asking(({ singletonKey: _, ...job }) => job),
  },
  {
    name: "lets a running job stand in the way of its key",
    caughtBy: ["singleton-while-it-runs"],
    break: (memory) => ({
      enqueue: (lane, jobs, executor) => {
        const running = (memory.lanes.get(lane) ?? []).filter((job) => job.state === "active").map((job) => job.singletonKey);
        return memory.jobs.enqueue(
          lane,
          jobs.filter((job) => !running.includes(job.singletonKey ?? "")),
          executor,
        );
      },
    }),
  },
  {
    name: "forgets the key of a job that failed",
    caughtBy: ["singleton-waits-for-its-next-try"],
    break: (memory) => ({
      async fail(lane, job, failure) {
        Object.assign(heldIn(memory, lane, job) ?? {}, { singletonKey: null });
        await memory.jobs.fail(lane, job, failure);
      },
    }),
  },
  {
    name: "drops a failed job when another of its key waits",
    caughtBy: ["singleton-fails-while-another-waits"],
    break: (memory) => ({
      async fail(lane, job, failure) {
        const held = heldIn(memory, lane, job);
        const waits = memory.lanes.get(lane)?.some((other) => other.state === "waiting" && other.singletonKey === held?.singletonKey);
        if (held?.singletonKey && waits) await memory.jobs.complete(lane, job);
        else await memory.jobs.fail(lane, job, failure);
      },
    }),
  },
  {
    name: "takes jobs without a key for one key",
    caughtBy: ["jobs-without-a-key-never-conflict"],
    break: asking((job) => ({ singletonKey: "", ...job })),
  },
  { name: "knows no delays", caughtBy: ["delayed-jobs-wait"], break: asking(({ delayMs: _, ...job }) => job) },
  {
    name: "is late with what was delayed",
    caughtBy: ["delayed-jobs-wait"],
    break: asking((job) => ({ ...job, delayMs: (job.delayMs ?? 0) * 10 })),
  },
];
