import { wilsonInterval } from "../../../packages/core/src/measures/wilson.ts";

/** What was said rightly, what was said wrongly, and what should have been said and was not. */
export interface Hits {
  right: number;
  wrong: number;
  missed: number;
}

export function newHits(): Hits {
  return { right: 0, wrong: 0, missed: 0 };
}

export type PrecisionAndRecall = Record<"precision" | "recall", number>;

/** Of nothing said, nothing is wrong; of nothing to say, nothing is missed. */
export function precisionAndRecall({ right, wrong, missed }: Hits): PrecisionAndRecall {
  return { precision: share(right, right + wrong), recall: share(right, right + missed) };
}

/** The same with the limits (Wilson, 95 %) between which the true shares lie. */
export function intervalsOf({ right, wrong, missed }: Hits): Record<"precision" | "recall", [low: number, high: number]> {
  return { precision: limits(right, right + wrong), recall: limits(right, right + missed) };
}

export function limits(hits: number, of: number): [low: number, high: number] {
  const { low, high } = wilsonInterval(hits, of);
  return [round(low), round(high)];
}

export function share(hits: number, of: number): number {
  return of === 0 ? 1 : round(hits / of);
}

export function round(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}

/** The value below which that share of the values lies. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return round(sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0, 3);
}

/** Entries of a table, made when they are first asked for. */
export function entryOf<Value>(table: Map<string, Value>, key: string, make: () => Value): Value {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.set(key, made);
  return made;
}

/** A table as an object, sorted by name. */
export function sortedObject<Value, Result>(table: ReadonlyMap<string, Value>, read: (value: Value) => Result): Record<string, Result> {
  return Object.fromEntries([...table].sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, value]) => [key, read(value)]));
}

/** Calls once untimed, so that compiling is not measured, and then with the milliseconds it takes. */
export function timer(): { measure: <Result>(run: () => Result) => Result; ms: number[] } {
  const ms: number[] = [];
  return {
    ms,
    measure: (run) => {
      const started = performance.now();
      const result = run();
      ms.push(performance.now() - started);
      return result;
    },
  };
}

/** Failures of values that have to be at least so much. */
export function belowLimits(values: Readonly<Record<string, number>>, limitsOf: Readonly<Record<string, number>>): string[] {
  return Object.entries(limitsOf).flatMap(([name, least]) => {
    const value = values[name] ?? 0;
    return value < least ? [`${name} is ${value}, and has to be ${least} or more`] : [];
  });
}
