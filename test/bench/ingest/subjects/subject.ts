import type { RequestListener } from "node:http";
import type { StorageSettings } from "../../../fault/server/server-settings.ts";

/** What takes webhooks: ours, or what somebody would write instead. */
export const subjectNames = ["askonce", "insertPerRequest", "pgBossSend"] as const;
export type SubjectName = (typeof subjectNames)[number];

/**
 * A defect that is planted to see that the gates find it. `no-grouping`: one webhook is let in at a time, so each has a commit of its own.
 * `no-dedupe`: a repeated delivery gets a key of its own.
 */
export const ingestDefects = ["no-grouping", "no-dedupe"] as const;
export type IngestDefect = (typeof ingestDefects)[number];

/** What one server process is told, as JSON in its first argument. */
export interface SubjectSettings {
  subject: SubjectName;
  storage: StorageSettings;
  /** `false` for one that only works. */
  listens: boolean;
  works: boolean;
  defects: readonly IngestDefect[];
}

/** What was sent to the database by this process. */
export interface SubjectCounts {
  statements: number;
  commits: number;
  /** Orders that were read from the storefront. */
  upstreamReads: number;
}

export interface Subject {
  listener: RequestListener;
  counts(): SubjectCounts;
  stop(): Promise<void>;
}
