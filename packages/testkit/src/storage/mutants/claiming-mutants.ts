import type { ClaimedJob } from "@askonce/spec/storage";
import type { Memory } from "../memory-harness.ts";
import type { MemoryJob } from "../memory-jobs.ts";
import { heldIn, type JobsMutant } from "./jobs-mutant.ts";

const all = ({ lanes }: Memory) => [...lanes.values()].flat();

function claiming(change: (claimed: ClaimedJob[], memory: Memory) => ClaimedJob[]): JobsMutant["break"] {
  return (memory) => ({ claim: async (lane, options) => change(await memory.jobs.claim(lane, options), memory) });
}

/** Claims with something of the lane changed for that long. */
function withJobs(change: (job: MemoryJob, memory: Memory) => void): JobsMutant["break"] {
  return (memory) => ({
    claim(lane, options) {
      for (const job of memory.lanes.get(lane) ?? []) change(job, memory);
      return memory.jobs.claim(lane, options);
    },
  });
}

export const claimingMutants: readonly JobsMutant[] = [
  {
    name: "claims the newest first",
    caughtBy: ["asked-first-done-first"],
    break: (memory) => ({
      async claim(lane, options) {
        const due = (memory.lanes.get(lane) ?? []).filter((job) => job.state === "waiting" && job.dueAt <= memory.now());
        const times = due.map((job) => job.dueAt);
        for (const [index, job] of due.entries()) job.dueAt = memory.now() - index;
        const claimed = await memory.jobs.claim(lane, options);
        for (const [index, job] of due.entries()) job.dueAt = times[index] ?? 0;
        return claimed;
      },
    }),
  },
  {
    name: "claims in the order of asking, whatever is due for longer",
    caughtBy: ["longest-due-first"],
    break: (memory) => ({
      async claim(lane, options) {
        const due = (memory.lanes.get(lane) ?? []).filter((job) => job.state === "waiting" && job.dueAt <= memory.now());
        for (const job of due) job.dueAt = 0;
        return memory.jobs.claim(lane, options);
      },
    }),
  },
  {
    name: "claims without a limit",
    caughtBy: ["asked-first-done-first", "longest-due-first"],
    break: (memory) => ({ claim: (lane, options) => memory.jobs.claim(lane, { ...options, limit: 1000 }) }),
  },
  {
    name: "looks first and takes later",
    caughtBy: ["never-two-holders"],
    break: (memory) => ({
      async claim(lane, options) {
        const seen = (memory.lanes.get(lane) ?? []).filter((job) => job.state === "waiting").slice(0, options.limit);
        await Promise.resolve();
        for (const job of seen) job.state = "waiting";
        return memory.jobs.claim(lane, options);
      },
    }),
  },
  {
    name: "claims what is held",
    caughtBy: ["held-jobs-stay-held", "the-lease-is-the-holders"],
    break: withJobs((job) => {
      if (job.state === "active") job.leaseUntil = 0;
    }),
  },
  {
    name: "never takes back what was abandoned",
    caughtBy: ["lost-jobs-are-claimed-again", "one-effect-of-two-holders"],
    break: withJobs((job) => {
      if (job.state === "active") job.leaseUntil = Number.POSITIVE_INFINITY;
    }),
  },
  {
    name: "takes back late",
    caughtBy: ["lost-jobs-are-claimed-again"],
    break: (memory) => ({ claim: (lane, options) => memory.jobs.claim(lane, { ...options, leaseMs: options.leaseMs + 10_000 }) }),
  },
  {
    name: "counts no attempt that was lost",
    caughtBy: ["lost-jobs-are-claimed-again"],
    break: withJobs((job, { now }) => {
      if (job.state === "active" && job.leaseUntil < now()) job.attempt--;
    }),
  },
  {
    name: "tries what was lost for ever",
    caughtBy: ["lost-in-the-last-attempt"],
    break: withJobs((job, { now }) => {
      if (job.state === "active" && job.leaseUntil < now()) job.retryLimit++;
    }),
  },
  {
    name: "goes by the lease of who looks",
    caughtBy: ["the-lease-is-the-holders"],
    break: (memory) => {
      const claimedAt = new Map<string, number>();
      return {
        async claim(lane, options) {
          for (const job of memory.lanes.get(lane) ?? []) {
            if (job.state === "active") job.leaseUntil = (claimedAt.get(job.id) ?? 0) + options.leaseMs;
          }
          const claimed = await memory.jobs.claim(lane, options);
          for (const job of claimed) claimedAt.set(job.id, memory.now());
          return claimed;
        },
      };
    },
  },
  {
    name: "gives every claim the same name",
    caughtBy: ["lost-jobs-are-claimed-again", "a-released-claim-is-over"],
    break: claiming((claimed, memory) => {
      for (const job of all(memory)) if (job.claim !== null) job.claim = "claimed";
      return claimed.map((job) => ({ ...job, claim: "claimed" }));
    }),
  },
  {
    name: "extends nothing",
    caughtBy: ["extended-jobs-stay-held"],
    break: () => ({ extend: async (_lane, jobs) => jobs.map((job) => job.id) }),
  },
  {
    name: "says that nothing is held",
    caughtBy: ["extended-jobs-stay-held"],
    break: (memory) => ({ extend: async (...parameters) => (await memory.jobs.extend(...parameters)).slice(0, 0) }),
  },
  {
    name: "counts a lease that ran out as lost",
    caughtBy: ["a-lease-that-ran-out-is-held-until-it-is-taken"],
    break: (memory) => ({
      complete: async (lane, job, executor) =>
        (heldIn(memory, lane, job)?.leaseUntil ?? 0) >= memory.now() && memory.jobs.complete(lane, job, executor),
    }),
  },
];
