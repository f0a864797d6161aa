import { round, type Spread, spreadOf } from "../measure.ts";

/** Milliseconds. */
export interface Latency extends Spread {
  p999Ms: number;
}

export function latencyOf(durations: readonly number[]): Latency {
  const sorted = durations.toSorted((one, other) => one - other);
  return { ...spreadOf(durations), p999Ms: round(sorted[Math.ceil(0.999 * sorted.length) - 1] ?? 0) };
}
