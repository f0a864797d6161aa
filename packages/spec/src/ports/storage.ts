import type { Dialect } from "kysely";
import type { AdapterBase } from "./adapter.ts";
import type { JobsPort } from "./jobs.ts";

/**
 * Where everything is kept. The core owns the SQL and the migrations for both flavors; a storage only says how SQL is run.
 */
export interface StorageV1 extends AdapterBase<"storage"> {
  /** Which of the two families of SQL it speaks. */
  readonly flavor: "sqlite" | "postgres";
  readonly dialect: Dialect;
  /** `substring`: folded text is searched with LIKE; `fullText`: the flavor's own index is used. */
  readonly search: { readonly kind: "substring" | "fullText" };
  /** Releases files and connections. Called once, by `stop()`. */
  close(): Promise<void>;

  /**
   * A dialect on a connection of the embedding application, inside the transaction it has open there: statements run in it, and nothing is
   * begun, committed, rolled back or closed. What kinds of connection it takes, the storage says.
   *
   * @throws AskonceError `CONFIGURATION_INVALID` for something that is no connection
   */
  readonly join?: (connection: unknown) => Dialect;

  /** The storage brings its own durable jobs. Without it a small runner on the core's own table does the work. */
  readonly jobs?: JobsPort;
  /** Tells other processes that there is something to do; a hint, polling is the guarantee. */
  readonly wake?: { notify(channel: string): Promise<void>; listen(channel: string, onWake: () => void): Promise<() => Promise<void>> };
}

export type { ClaimedJob, DeadJob, JobCounts, JobsPort, NewJob, SqlExecutor } from "./jobs.ts";
export { defaultJobRetryDelayMs, defaultJobRetryLimit, jobRetryPauseMs, longestJobRetryDelayMs, lostLeaseProblem } from "./jobs.ts";
