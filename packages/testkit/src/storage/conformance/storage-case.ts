import type { StorageSession } from "./storage-session.ts";

export const storageGroups = ["opening", "transactions", "values", "order", "statements", "errors", "wake", "join", "jobs"] as const;
export type StorageGroup = (typeof storageGroups)[number];

/** A test as data: any test framework can run it. */
export interface StorageCase {
  /** Stable, kebab-case, unique within the suite. */
  name: string;
  group: StorageGroup;
  /** What it checks, in a sentence. */
  title: string;
  /** Why it is not run; `null` when it is. */
  skip: string | null;
  /** Rejects with an AssertionError when the storage does not do what it has to. */
  run(): Promise<void>;
}

/** A case before it is bound to a storage. */
export interface StorageCaseDefinition {
  name: string;
  group: StorageGroup;
  title: string;
  check(session: StorageSession): Promise<void>;
}
