import { learnedTail, poissonTail } from "./count-tail.ts";

export interface StormThresholdQuestion {
  /** How many incidents chance brings into one window. */
  expected: number;
  /**
   * From how many windows `expected` was learned, as (incidents + 1) / windows. What was learned from little demands more. Default: it is
   * known for certain.
   */
  historyWindows?: number;
  /** How often a year somebody looks: causes times checks. */
  testsPerYear: number;
  /** How many groups a year may be nothing but chance, in the whole shop. */
  falseAlarmsPerYear: number;
  /** Fewer are never a storm. Default 5. */
  minimumCount?: number;
}

export interface StormThreshold {
  /** From this many incidents on it is a storm. */
  count: number;
  /** How often chance alone reaches it at one look. */
  chance: number;
  /** How many false alarms a year that makes at most, if every test were like this one; never above what was asked for. */
  falseAlarmsPerYear: number;
}

/**
 * The smallest count that keeps the false alarms within what was allowed. The allowance is split evenly over all tests of a year (Bonferroni),
 * so the stated rate holds however the tests hang together; as windows overlap and one storm is found by many tests, the true rate is lower.
 */
export function stormThreshold(question: StormThresholdQuestion): StormThreshold {
  const { expected, testsPerYear, falseAlarmsPerYear } = question;
  const allowed = falseAlarmsPerYear / Math.max(1, testsPerYear);
  let count = Math.max(question.minimumCount ?? 5, Math.ceil(expected));
  while (chanceOf(count, expected, question.historyWindows) > allowed) count += 1;
  const chance = chanceOf(count, expected, question.historyWindows);
  return { count, chance, falseAlarmsPerYear: chance * testsPerYear };
}

/** How often chance brings at least `count` into a window; see {@link StormThresholdQuestion} for the rest. */
export function chanceOf(count: number, expected: number, historyWindows = Number.POSITIVE_INFINITY): number {
  return Number.isFinite(historyWindows) ? learnedTail(count, expected * historyWindows - 1, historyWindows) : poissonTail(count, expected);
}
