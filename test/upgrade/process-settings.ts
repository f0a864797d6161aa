export interface Location {
  kind: "sqlite" | "postgres";
  /** A file, or a url. */
  at: string;
}

export interface ProcessSettings {
  /** Whose sources run: the repository's or those of the old commit. */
  folder: string;
  location: Location;
  /** `write`: works and writes until it is told to stop. `migrate`: migrates, and ends. */
  mode: "write" | "migrate";
  /** Tells what it wrote from what others did. */
  name: string;
  /** Kills itself before this statement of its own. */
  diesAtStatement?: number;
}

/** What a process of mode `write` was told is done. */
export interface Written {
  tickets: WrittenTicket[];
  /** Keys of webhooks. */
  webhooks: number;
  /** How often a command had to be repeated because the storage said so. */
  repeated: number;
  /** Codes of everything else that failed. */
  failures: string[];
}

export interface WrittenTicket {
  id: string;
  /** In its subject and in nobody else's. */
  word: string;
  status: string;
  messages: number;
  /** The ticket it was merged into. */
  mergedInto: string | null;
}

export type ProcessMessage =
  | { ready: true }
  | { progress: number }
  | { written: Written }
  | { migrated: { applied: string[]; version: number; statements: number } };
