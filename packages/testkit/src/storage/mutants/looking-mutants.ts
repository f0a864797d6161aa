import type { JobsMutant } from "./jobs-mutant.ts";

export const lookingMutants: readonly JobsMutant[] = [
  {
    name: "lists the dead from the first",
    caughtBy: ["latest-dead-first"],
    break: (memory) => ({
      dead: async (lane, { limit }) => (await memory.jobs.dead(lane, { limit: 1000 })).reverse().slice(0, limit),
    }),
  },
  {
    name: "revives nobody",
    caughtBy: ["a-dead-job-can-be-revived"],
    break: () => ({ revive: async () => true }),
  },
  {
    name: "revives with one try",
    caughtBy: ["a-dead-job-can-be-revived"],
    break: (memory) => ({
      async revive(lane, id) {
        const revived = await memory.jobs.revive(lane, id);
        for (const job of memory.lanes.get(lane) ?? []) if (revived && job.id === id) job.attempt = job.retryLimit;
        return revived;
      },
    }),
  },
  {
    name: "revives what is in another lane",
    caughtBy: ["only-the-dead-can-be-revived"],
    break: (memory) => ({
      async revive(_lane, id) {
        for (const lane of memory.lanes.keys()) if (await memory.jobs.revive(lane, id)) return true;
        return false;
      },
    }),
  },
  {
    name: "counts what is not due yet as overdue",
    caughtBy: ["counts"],
    break: (memory) => ({
      async counts(lane) {
        const counts = await memory.jobs.counts(lane);
        return { ...counts, oldestDueMs: counts.waiting > 0 ? (counts.oldestDueMs ?? 0) : null };
      },
    }),
  },
  {
    name: "counts what is worked on as waiting",
    caughtBy: ["counts"],
    break: (memory) => ({
      async counts(lane) {
        const { waiting, active, ...counts } = await memory.jobs.counts(lane);
        return { waiting: waiting + active, active: 0, ...counts };
      },
    }),
  },
  {
    name: "carries only what waits",
    caughtBy: ["unfinished"],
    break: (memory) => ({
      async unfinished(lane) {
        const waiting = memory.lanes.get(lane)?.filter((job) => job.state === "waiting") ?? [];
        return (await memory.jobs.unfinished(lane)).filter((job) => waiting.some((each) => each.data.number === job.data.number));
      },
    }),
  },
  {
    name: "carries jobs without their delays",
    caughtBy: ["unfinished"],
    break: (memory) => ({ unfinished: async (lane) => (await memory.jobs.unfinished(lane)).map(({ delayMs: _, ...job }) => job) }),
  },
  {
    name: "keeps one lane for all",
    caughtBy: ["lanes-do-not-see-each-other", "due-lanes", "drop", "lane-names"],
    break: ({ jobs }) => ({
      enqueue: (_lane, wanted, executor) => jobs.enqueue("all", wanted, executor),
      claim: (_lane, options) => jobs.claim("all", options),
      complete: (_lane, job, executor) => jobs.complete("all", job, executor),
      counts: () => jobs.counts("all"),
      fail: (_lane, job, failure) => jobs.fail("all", job, failure),
      dead: (_lane, options) => jobs.dead("all", options),
      drop: () => jobs.drop("all"),
    }),
  },
  {
    name: "takes lanes whose names differ in capitals for one",
    caughtBy: ["lane-names"],
    break: ({ jobs }) => ({
      enqueue: (lane, wanted, executor) => jobs.enqueue(lane.toLowerCase(), wanted, executor),
      claim: (lane, options) => jobs.claim(lane.toLowerCase(), options),
    }),
  },
  {
    name: "names every lane that has a job",
    caughtBy: ["due-lanes"],
    break: (memory) => ({ dueLanes: async (limit) => [...memory.lanes.keys()].slice(0, limit) }),
  },
  {
    name: "does not name lanes with abandoned jobs only",
    caughtBy: ["due-lanes"],
    break: (memory) => ({
      dueLanes: async (limit) =>
        (await memory.jobs.dueLanes(limit)).filter((lane) =>
          memory.lanes.get(lane)?.some((job) => job.state === "waiting" && job.dueAt <= memory.now()),
        ),
    }),
  },
  {
    name: "leaves the dead of a dropped lane",
    caughtBy: ["drop"],
    break: (memory) => ({
      async drop(lane) {
        const dead = memory.lanes.get(lane)?.filter((job) => job.state === "dead") ?? [];
        await memory.jobs.drop(lane);
        memory.lanes.set(lane, dead);
      },
    }),
  },
];
