import { join } from "node:path";
import {
  belowLimits,
  entryOf,
  type Hits,
  intervalsOf,
  newHits,
  percentile,
  precisionAndRecall,
  sortedObject,
  timer,
} from "../labelled/measures.ts";
import { type CorpusChoice, readCorpus } from "../labelled/read-corpus.ts";
import { type AskOnceCase, askOnceCaseSchema } from "./ask-once-case.ts";
import { type AskOnceDefect, alwaysWarn, guardWith, keywordList, type Watcher } from "./watchers.ts";

const gates = { precision: 0.97, recall: 0.8 } as const;
/** Fewer cases say too little; of the half that ships. */
const fewestCases = 300;

/** Whether the guard warns of replies that ask again for what is known, and of no others. What the numbers mean: `test/eval/README.md`. */
export function evalAskOnce(choice: CorpusChoice, broken: AskOnceDefect | null) {
  const cases = readCorpus(askOnceCaseSchema, join(import.meta.dirname, "corpus"), choice);
  const watcher = guardWith(broken);
  // Measured as in a process that has been at work for a while.
  for (const one of cases) watcher(one);
  const { measure, ms } = timer();
  const named = new Map(cases.map((one) => [one, measure(() => watcher(one))]));
  const hits = hitsOf(cases, (one) => named.get(one) ?? []);
  const byLanguage = new Map<string, AskOnceCase[]>();
  for (const one of cases) entryOf(byLanguage, one.language, () => []).push(one);
  const measured = precisionAndRecall(hits);
  const failures = belowLimits(measured, gates);
  if (choice.file === null && choice.half === "test" && cases.length < fewestCases)
    failures.push(`there are ${cases.length} cases, and have to be ${fewestCases} or more`);
  return {
    eval: "ask-once",
    ok: failures.length === 0,
    failures,
    broken,
    half: choice.file === null ? choice.half : "all",
    n: cases.length,
    asksKnown: cases.filter(({ asksKnown }) => asksKnown.length > 0).length,
    ...measured,
    intervals: intervalsOf(hits),
    byLanguage: sortedObject(byLanguage, (own) => {
      const ownHits = hitsOf(own, (one) => named.get(one) ?? []);
      return { n: own.length, ...precisionAndRecall(ownHits), intervals: intervalsOf(ownHits) };
    }),
    byKey: sortedObject(hitsByKey(cases, named), (one) => ({ n: one.right + one.missed, ...precisionAndRecall(one) })),
    baselines: {
      keywordList: precisionAndRecall(hitsOf(cases, keywordList)),
      alwaysWarn: precisionAndRecall(hitsOf(cases, alwaysWarn)),
    },
    p50Ms: percentile(ms, 0.5),
    p99Ms: percentile(ms, 0.99),
  };
}

/** A draft is caught when one of its known asks is named, and a false alarm when something is named and none of them is. */
function hitsOf(cases: readonly AskOnceCase[], watcher: Watcher): Hits {
  const hits = newHits();
  for (const one of cases) {
    const keys = watcher(one);
    const isCaught = one.asksKnown.some((key) => keys.includes(key));
    if (isCaught) hits.right += 1;
    else if (keys.length > 0) hits.wrong += 1;
    if (!isCaught && one.asksKnown.length > 0) hits.missed += 1;
  }
  return hits;
}

function hitsByKey(cases: readonly AskOnceCase[], named: ReadonlyMap<AskOnceCase, readonly string[]>): Map<string, Hits> {
  const byKey = new Map<string, Hits>();
  for (const one of cases) {
    const keys = new Set(named.get(one));
    for (const key of new Set([...one.asksKnown, ...keys])) {
      const hits = entryOf(byKey, key, newHits);
      const isExpected = one.asksKnown.some((expected) => expected === key);
      if (isExpected && keys.has(key)) hits.right += 1;
      else if (isExpected) hits.missed += 1;
      else hits.wrong += 1;
    }
  }
  return byKey;
}
