/** A defect planted in a server, to see that the check finds it. */
export const plantedDefects = ["ack-before-commit", "no-dedupe", "forget-claimed"] as const;
export type PlantedDefect = (typeof plantedDefects)[number];

export type StorageSettings =
  | { kind: "sqlite"; path: string }
  | { kind: "postgres"; url: string; connections?: number; statementTimeoutMs?: number; connectTimeoutMs?: number };

/** What one server process is told, as JSON in its first argument. */
export interface ServerSettings {
  storage: StorageSettings;
  /** Where it listens on 127.0.0.1; `null` for one that only works. */
  port: number | null;
  /** Whether it works on the inbox and the subscribers. */
  works: boolean;
  /** Where the shop answers. */
  shopUrl: string;
  /** A line with the sequence number is added for every event that the subscriber is given. */
  effectsFile: string;
  /** A line is added before the process ends itself. */
  killsFile: string;
  broken: PlantedDefect | null;
  /** While this file is there the subscriber refuses every event, so that it has to be tried again. Default: it never does. */
  refusalFile?: string;
}

/** What the process tells its parent. */
export interface ServerMessage {
  ready: true;
  /** From the first line of the program until it listened and worked. */
  startMs: number;
}
