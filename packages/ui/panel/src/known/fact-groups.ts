import type { ShownFact } from "./known-view.ts";

/** One value, and everything that says so. */
interface FactValue {
  readonly value: string;
  /** Strongest first, as they came; never empty. */
  readonly facts: readonly ShownFact[];
}

/** What is known under one key. */
export interface FactGroup {
  readonly key: string;
  readonly values: readonly FactValue[];
  /** Values stand against each other; none of them may be taken for granted. */
  readonly disagree: boolean;
}

/**
 * The facts that stand, by key and value, in the order in which they came: a value that two sources agree on is shown once.
 *
 * @param isCut not all facts are here, so that a contradicted one counts as such without the other
 */
export function factGroups(facts: readonly ShownFact[], isCut = false): FactGroup[] {
  const byKey = new Map<string, Map<string, ShownFact[]>>();
  for (const fact of facts) {
    if (fact.supersededById !== null) continue;
    const values = byKey.get(fact.key) ?? new Map<string, ShownFact[]>();
    byKey.set(fact.key, values.set(fact.value, [...(values.get(fact.value) ?? []), fact]));
  }
  return [...byKey].map(([key, values]) => ({
    key,
    values: [...values].map(([value, all]) => ({ value, facts: all })),
    disagree: (values.size > 1 || isCut) && [...values.values()].some((all) => all.some(({ contradicted }) => contradicted)),
  }));
}
