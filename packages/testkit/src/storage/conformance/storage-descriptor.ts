import type { StorageV1 } from "@askonce/spec/storage";
import type { StorageGroup } from "./storage-case.ts";

/** A storage as the cases drive it. */
export interface StorageDescriptor {
  /** In reports. */
  name: string;
  /** Another storage on the same data, as another process would have it. Opens nothing by itself. */
  open(): StorageV1;
  /** Whatever is opened from now on is empty. Called before each case, when nothing is open. */
  reset(): Promise<void>;
  /** A storage whose database cannot be reached, and what no error of it may hold: the password in its URL. */
  unavailable(): { storage: StorageV1; secrets: readonly string[] };
  /** How many files or connections are open on the data at this moment, by whomever. */
  countOpen?: () => Promise<number>;
  /** Ends every connection to the data, as a restart of the database does. */
  cut?: () => Promise<void>;
  /** A connection as an embedding application has one, for `join`. */
  connect?: () => Promise<ApplicationConnection>;
  /** What the package is imported by, from a new Node process in `folder`, with `conditions` if it is not built. */
  module?: { specifier: string; folder: string; conditions?: readonly string[] };
  /** Cases and groups that are not run, each with its reason. */
  skip?: readonly ({ case: string; reason: string } | { group: StorageGroup; reason: string })[];
}

export interface ApplicationConnection {
  /** What `join` takes. */
  connection: unknown;
  /** Runs a statement of the application on it, such as `begin`. */
  execute(statement: string): Promise<void>;
  close(): Promise<void>;
}
