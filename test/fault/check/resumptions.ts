import { readFileSync } from "node:fs";
import { spreadOf } from "../../bench/measure.ts";
import type { StoredState } from "./stored-state.ts";

/** How long what was waiting at a kill waited. Milliseconds; `n` counts the kills at which something was. */
export interface Resumptions {
  n: number;
  p50: number;
  p99: number;
  max: number;
}

/** A line of the record of kills: written by the process that ends itself, or by its parent. */
export interface KillRecord {
  /** Milliseconds since the epoch. */
  at: number;
  point: string;
  variant: string;
}

/** The parent's line after a kill from which on it let everything live until the work was done. */
export interface WatchedRecord {
  watched: true;
}

/**
 * For each kill: from its instant until the last change that was received before it was applied. The instants are those of the processes
 * themselves, on one machine's clock. What was never applied is not among these but among the lost.
 *
 * @returns `watched`: after which the next process lived; `all`: also where the next one was soon killed itself, and the one after it
 */
export function readResumptions(inbox: StoredState["inbox"], killsFile: string): { watched: Resumptions; all: Resumptions } {
  const kills: { at: number; watched: boolean }[] = [];
  for (const line of readFileSync(killsFile, "utf8").split("\n")) {
    if (line === "") continue;
    const record = JSON.parse(line) as KillRecord | WatchedRecord;
    const last = kills.at(-1);
    if ("at" in record) kills.push({ at: record.at, watched: false });
    else if (last) last.watched = true;
  }
  const applied = inbox.flatMap(({ receivedAt, appliedAt }) => (appliedAt === null ? [] : [{ receivedAt, appliedAt }]));
  const durationsOf = (wanted: readonly { at: number }[]): Resumptions => {
    const durations: number[] = [];
    for (const { at } of wanted) {
      let last = at;
      for (const { receivedAt, appliedAt } of applied) if (receivedAt <= at && appliedAt > last) last = appliedAt;
      if (last > at) durations.push(last - at);
    }
    const { n, p50Ms, p99Ms, maxMs } = spreadOf(durations);
    return { n, p50: p50Ms, p99: p99Ms, max: maxMs };
  };
  return { watched: durationsOf(kills.filter(({ watched }) => watched)), all: durationsOf(kills) };
}
