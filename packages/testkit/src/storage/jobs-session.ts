import assert from "node:assert/strict";
import type { ClaimedJob, JobsPort, NewJob } from "@askonce/spec/storage";
import type { JobsGroup, JobsHarness } from "./jobs-harness.ts";

/** One case's view of a port: a lane that nobody else uses, and the steps that most cases are made of. */
export interface JobsSession extends JobsHarness {
  lane: string;
  /** Another lane of this case. */
  otherLane: string;
  pass(durationMs: number): Promise<void>;
  /** In a transaction of their own. */
  enqueue(jobs: readonly NewJob[], lane?: string): Promise<void>;
  claim(options?: { limit?: number; leaseMs?: number; lane?: string; by?: JobsPort }): Promise<ClaimedJob[]>;
  /** The one job that is due; fails when there is none or more. */
  claimOne(options?: { leaseMs?: number; by?: JobsPort }): Promise<ClaimedJob>;
  /** Lets time pass until a job is due. @returns it, and for how long it took. Fails after `limitMs`. */
  claimWithin(limitMs: number, by?: JobsPort): Promise<{ job: ClaimedJob; afterMs: number }>;
}

/** A case before it is bound to a port. */
export interface JobsCaseDefinition {
  name: string;
  group: JobsGroup;
  title: string;
  check(session: JobsSession): Promise<void>;
}

/** Longer than any case takes. */
export const longLeaseMs = 60_000;
/** Short enough to wait for. */
export const shortLeaseMs = 600;
const stepMs = 50;

export function jobsSession(harness: JobsHarness, lane: string): JobsSession {
  const pass = harness.pass ?? ((durationMs: number) => new Promise<void>((resolve) => setTimeout(resolve, durationMs)));
  const session: JobsSession = {
    ...harness,
    lane,
    otherLane: `${lane}-other`,
    pass,
    enqueue: (jobs, to = lane) => harness.transaction((executor) => harness.jobs.enqueue(to, jobs, executor)),
    claim: ({ limit = 100, leaseMs = longLeaseMs, lane: from = lane, by = harness.jobs } = {}) => by.claim(from, { limit, leaseMs }),
    async claimOne(options = {}) {
      const [job, ...more] = await session.claim(options);
      assert.ok(job, "a job is due");
      assert.equal(more.length, 0, "no other job is due");
      return job;
    },
    async claimWithin(limitMs, by = harness.jobs) {
      const startedAt = performance.now();
      let passedMs = 0;
      const afterMs = () => (harness.pass ? passedMs : performance.now() - startedAt);
      for (;;) {
        const [job] = await session.claim({ limit: 1, by });
        if (job) return { job, afterMs: afterMs() };
        assert.ok(afterMs() < limitMs, `a job is due within ${limitMs} ms`);
        await pass(stepMs);
        passedMs += stepMs;
      }
    },
  };
  return session;
}

export function job(changes: Partial<NewJob> = {}): NewJob {
  return { name: "parcel.track", data: { parcelId: "par_1" }, ...changes };
}

/** What the jobs carry as `number`, in the order of the jobs. */
export function numbersOf(jobs: readonly { data: Readonly<Record<string, unknown>> }[]): unknown[] {
  return jobs.map((each) => each.data.number);
}

export function numbered(number: number, changes: Partial<NewJob> = {}): NewJob {
  return job({ data: { number }, ...changes });
}
