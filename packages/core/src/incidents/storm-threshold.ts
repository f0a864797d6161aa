import { learnedTail, poissonTail } from "./count-tail.ts";

export interface StormQuestion {
  /** How many incidents the window holds. */
  count: number;
  /** How many chance brings into it. */
  expected: number;
  /**
   * From how many windows `expected` was learned, as (incidents + 1) / windows. What was learned from little demands more. Default: it is
   * known for certain.
   */
  historyWindows?: number;
  /** How many incidents come at once as a rule: incidents that come in bunches are fewer than they seem. Default 1. */
  bunching?: number;
  /** Milliseconds. */
  windowMs: number;
  /** How often a year it is looked. */
  checksPerYear: number;
  /** How many causes and windows are looked at each time, if all had the same share of the allowance. */
  tests: number;
}

const yearMs = 365 * 24 * 3_600_000;

/**
 * How many groups a year would be nothing but chance, if each test called one at a chance as small as this one's. Keeping this within the allowance
 * keeps the false alarms of all tests together within it (Bonferroni), however they hang together.
 */
export function falseAlarmsPerYear({
  count,
  expected,
  historyWindows,
  bunching = 1,
  windowMs,
  checksPerYear,
  tests,
}: StormQuestion): number {
  const chance = chanceOf(Math.floor(count / bunching), expected / bunching, historyWindows);
  return chance * looksPerYear(count, windowMs, checksPerYear) * tests;
}

/**
 * As how many looks a year's checks count. Windows overlap, and a sliding one comes to hold `count` incidents only when one more arrives: of arrivals
 * there are `count` for each window's length when it holds so many, however often somebody looks in between.
 */
function looksPerYear(count: number, windowMs: number, checksPerYear: number): number {
  return Math.min(checksPerYear, (count * yearMs) / windowMs);
}

/** How often chance brings at least `count` into a window; see {@link StormQuestion} for the rest. */
function chanceOf(count: number, expected: number, historyWindows = Number.POSITIVE_INFINITY): number {
  return Number.isFinite(historyWindows) ? learnedTail(count, expected * historyWindows - 1, historyWindows) : poissonTail(count, expected);
}
