import { existsSync, readFileSync } from "node:fs";
import { spreadOf } from "../../bench/measure.ts";
import type { StoredState } from "./stored-state.ts";

/** How long what was waiting at a kill waited. Milliseconds; `n` counts the kills at which something was. */
export interface Resumptions {
  n: number;
  p50: number;
  p99: number;
  max: number;
}

/**
 * For each kill: from its instant until the last event that was received before it and applied after it. The instants are those of the
 * processes themselves, on one machine's clock. What was never applied is not among these but among the lost.
 */
export function readResumptions(inbox: StoredState["inbox"], killsFile: string, fromOutside: readonly number[]): Resumptions {
  const recorded = existsSync(killsFile)
    ? readFileSync(killsFile, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => (JSON.parse(line) as { at: number }).at)
    : [];
  const byReceipt = inbox.flatMap(({ receivedAt, appliedAt }) => (appliedAt === null ? [] : [{ receivedAt, appliedAt }]));
  const durations: number[] = [];
  for (const at of [...recorded, ...fromOutside]) {
    let last = at;
    for (const { receivedAt, appliedAt } of byReceipt) if (receivedAt <= at && appliedAt > last) last = appliedAt;
    if (last > at) durations.push(last - at);
  }
  const { n, p50Ms, p99Ms, maxMs } = spreadOf(durations);
  return { n, p50: p50Ms, p99: p99Ms, max: maxMs };
}
