import type { JobsPort, SqlExecutor } from "@askonce/spec/storage";

/** A jobs port on its storage, as the cases drive it. */
export interface JobsHarness {
  jobs: JobsPort;
  /** The same jobs as another process sees them: a port of its own on the same storage. The same port if there can be no other. */
  other: JobsPort;
  /** Commits when `work` resolves, rolls back when it rejects, and passes the rejection on. */
  transaction(work: (executor: SqlExecutor) => Promise<void>): Promise<void>;
  /** Lets time pass on the clock that the port goes by. Default: waits. */
  pass?: (durationMs: number) => Promise<void>;
  close(): Promise<void>;
}

export interface JobsDescriptor {
  /** Opened with the first case that needs it, and shared by the cases: each has lanes of its own. */
  open(): Promise<JobsHarness>;
}

export const jobsGroups = ["asking", "claiming", "ending", "failing", "looking", "lanes"] as const;
export type JobsGroup = (typeof jobsGroups)[number];

/** A test as data: any test framework can run it. */
export interface JobsCase {
  /** Stable, kebab-case, unique within the suite. */
  name: string;
  group: JobsGroup;
  /** What it checks, in a sentence. */
  title: string;
  /** Rejects with an AssertionError when the port does not do what it has to. */
  run(): Promise<void>;
}
