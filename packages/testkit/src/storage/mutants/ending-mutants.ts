import { asking, heldIn, type JobsMutant } from "./jobs-mutant.ts";

export const endingMutants: readonly JobsMutant[] = [
  {
    name: "completes whatever it is given",
    caughtBy: ["done-is-done", "lost-jobs-are-claimed-again", "one-effect-of-two-holders", "a-released-claim-is-over", "drop"],
    break: (memory) => ({ complete: async (...parameters) => (await memory.jobs.complete(...parameters)) || true }),
  },
  {
    name: "completes outside of the transaction",
    caughtBy: ["not-done-without-the-effect"],
    break: (memory) => ({ complete: (lane, job) => memory.jobs.complete(lane, job) }),
  },
  {
    name: "completes nothing in a transaction",
    caughtBy: ["done-with-the-effect"],
    break: (memory) => ({
      complete: async (lane, job, executor) => (executor ? heldIn(memory, lane, job) !== undefined : memory.jobs.complete(lane, job)),
    }),
  },
  {
    name: "does one job twice under load",
    caughtBy: ["exactly-once-under-load"],
    break: (memory) => {
      let completions = 0;
      return {
        async complete(lane, job, executor) {
          if (++completions === 50) {
            await memory.jobs.fail(lane, job, { problem: "INTERNAL", retryAfterMs: 0 });
            return true;
          }
          return memory.jobs.complete(lane, job, executor);
        },
      };
    },
  },
  {
    name: "counts what was released as a try",
    caughtBy: ["released-jobs-are-claimed-again"],
    break: (memory) => ({
      async release(lane, job, options) {
        await memory.jobs.release(lane, job, options);
        Object.assign(heldIn(memory, lane, job) ?? {}, { attempt: job.attempt });
      },
    }),
  },
  {
    name: "releases nothing",
    caughtBy: ["released-jobs-are-claimed-again"],
    break: () => ({ release: async () => {} }),
  },
  {
    name: "releases without the delay",
    caughtBy: ["released-for-a-while"],
    break: (memory) => ({ release: (lane, job) => memory.jobs.release(lane, job) }),
  },
  {
    name: "tries again without a pause",
    caughtBy: ["tried-again-after-a-pause"],
    break: asking((job) => ({ ...job, retryDelayMs: 0 })),
  },
  {
    name: "always makes the same pause",
    caughtBy: ["tried-again-after-a-pause"],
    break: (memory) => ({
      fail: (lane, job, failure) => memory.jobs.fail(lane, job, { retryAfterMs: heldIn(memory, lane, job)?.retryDelayMs, ...failure }),
    }),
  },
  {
    name: "does not hear the vendor's pause",
    caughtBy: ["the-vendors-pause-counts"],
    break: (memory) => ({ fail: (lane, job, { problem }) => memory.jobs.fail(lane, job, { problem }) }),
  },
  {
    name: "gives up one try late",
    caughtBy: ["given-up-after-the-last-try", "five-retries-by-default", "lost-in-the-last-attempt"],
    break: asking((job) => ({ ...job, retryLimit: (job.retryLimit ?? 5) + 1 })),
  },
  {
    name: "tells nobody why it gave up",
    caughtBy: ["given-up-after-the-last-try"],
    break: (memory) => ({ fail: (lane, job, failure) => memory.jobs.fail(lane, job, { ...failure, problem: "failed" }) }),
  },
  {
    name: "tries twice by default",
    caughtBy: ["five-retries-by-default"],
    break: asking((job) => ({ retryLimit: 2, ...job })),
  },
];
