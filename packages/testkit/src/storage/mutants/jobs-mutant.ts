import type { ClaimedJob, JobsPort, NewJob } from "@askonce/spec/storage";
import type { Memory } from "../memory-harness.ts";

/** A port that is wrong in one way, and the cases that have to notice. */
export interface JobsMutant {
  name: string;
  caughtBy: readonly string[];
  break(memory: Memory): Partial<JobsPort>;
}

export const heldIn = ({ lanes }: Memory, lane: string, job: ClaimedJob) => lanes.get(lane)?.find((each) => each.id === job.id);

/** Asks for the jobs in the way of the model, after they were changed. */
export function asking(change: (job: NewJob, memory: Memory) => NewJob): JobsMutant["break"] {
  return (memory) => ({
    enqueue: (lane, jobs, executor) =>
      memory.jobs.enqueue(
        lane,
        jobs.map((job) => change(job, memory)),
        executor,
      ),
  });
}
