import type { FactKey } from "@askonce/spec";
import { shareOf } from "./share-of.ts";
import type { TrainingCase } from "./training-cases.ts";

type Known = TrainingCase["facts"][number];

/**
 * The same replies in other surroundings: without the conversation before them, as a bot or a form begins one, with more known, as of a
 * customer of many years, and both at once with nearly everything known. What they ask for stays;
 * what would make another answer right is left alone.
 */
export function varied(cases: readonly TrainingCase[]): TrainingCase[] {
  const pools = new Map<string, Known[]>();
  for (const { language, facts } of cases) pools.set(language, [...(pools.get(language) ?? []), ...facts]);
  return cases.flatMap((one) => [
    ...(shareOf(one.id, "begins") < 0.5 && needsNoHistory(one) ? [{ ...one, history: [], isVaried: true }] : []),
    ...(shareOf(one.id, "all") < 0.15 && needsNoHistory(one)
      ? [{ ...one, history: [], facts: [...one.facts, ...more(one, pools.get(one.language) ?? [], 120)], isVaried: true }]
      : []),
    ...(shareOf(one.id, "knows") < 0.4
      ? [{ ...one, facts: [...one.facts, ...more(one, pools.get(one.language) ?? [])], isVaried: true }]
      : []),
  ]);
}

/** Nothing is asked for rightly although it is known: why it is right mostly stands in the conversation. */
function needsNoHistory({ asked, asksKnown, facts, history }: TrainingCase): boolean {
  const isFact = (key: FactKey) => facts.some((fact) => fact.key === key);
  return history.length > 0 && facts.length > 0 && asked.every((key) => asksKnown.includes(key) === isFact(key));
}

/** Facts of other cases, of keys that are neither known nor asked for here. */
function more({ id, facts, asked }: TrainingCase, pool: readonly Known[], tries = 12): Known[] {
  const taken = new Set<FactKey>([...facts.map((fact) => fact.key), ...asked]);
  const added: Known[] = [];
  for (let round = 0; round < tries; round++) {
    const fact = pool[Math.floor(shareOf(id, String(round)) * pool.length)];
    if (fact === undefined || taken.has(fact.key)) continue;
    taken.add(fact.key);
    added.push(fact);
  }
  return added;
}
