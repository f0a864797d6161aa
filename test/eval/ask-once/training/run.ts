import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { addUp, judgements, weightOf } from "../../../../packages/core/src/guard/weights/weight-table.ts";
import { examplesOf, type ReadCase, readCase } from "./examples.ts";
import { learnTold, toldAsSource } from "./learn-told.ts";
import { learnTables, type RoundedTables, weightsAsSource } from "./rounded-tables.ts";
import { bestThresholds, measure, type ScoredCase } from "./threshold.ts";
import { digestOfTrainingCases, type TrainingCase, trainingCases } from "./training-cases.ts";

const guard = join(import.meta.dirname, "../../../../packages/core/src/guard");
const { values } = parseArgs({
  options: {
    precision: { type: "string", default: "0.967" },
    keep: { type: "string", default: "100000" },
    "keep-told": { type: "string", default: "30000" },
    /** A file for what each reply weighs, to look at other thresholds without learning again. */
    scored: { type: "string" },
  },
});
const keepTold = Number(values["keep-told"]);

const all = await trainingCases();
const told = learnTold(all, keepTold);
const cases = all.map((one) => readCase(one, told));
console.error(`${cases.length} replies`);

// Everybody who wrote without the rules in view is measured by what was learned from others: a quarter of the authors at a time.
const folds = 4;
const measured = all.filter(({ isOfRules, isVaried, isUnwritten }) => !isOfRules && (isVaried !== true || isUnwritten === true));
const letters = [...new Set(measured.map(letterOf))].sort();
const foldOf = (one: TrainingCase) => letters.indexOf(letterOf(one)) % folds;
const scored: { one: TrainingCase; result: ScoredCase }[] = [];
for (let fold = 0; fold < folds; fold++) {
  const toldByOthers = learnTold(
    all.filter((one) => foldOf(one) !== fold),
    keepTold,
  );
  const table = learn(cases.filter(({ one }) => foldOf(one) !== fold));
  for (const one of measured.filter((each) => foldOf(each) === fold))
    scored.push({ one, result: score(readCase(one, toldByOthers), table) });
  console.error(`measured ${fold + 1} of ${folds}`);
}
const results = (isCounted: (one: TrainingCase) => boolean) => scored.filter(({ one }) => isCounted(one)).map(({ result }) => result);
// A false alarm costs an agent's trust: how often it may happen is decided on replies of ordinary days, not on those written to be hard.
const isOrdinary = (one: TrainingCase) => !isOfHardCases(one) && one.isUnwritten !== true;
const ordinary = results(isOrdinary);
const { thresholds, ...figures } = bestThresholds(ordinary, Number(values.precision));

if (values.scored !== undefined)
  writeFileSync(
    values.scored,
    scored.map(({ one, result }) => `${JSON.stringify({ id: one.id, isUnwritten: one.isUnwritten === true, ...result })}\n`).join(""),
  );
writeFileSync(join(guard, "told/learned-told.ts"), toldAsSource(told));
writeFileSync(
  join(guard, "weights/learned-weights.ts"),
  weightsAsSource(learn(cases), thresholds, { replies: cases.length, digest: digestOfTrainingCases() }),
);
const figuresOf = (isCounted: (one: TrainingCase) => boolean) => {
  const counted = results(isCounted);
  return { n: counted.length, ...measure(counted, thresholds) };
};
console.log(
  JSON.stringify({
    replies: cases.length,
    thresholds,
    ordinary: { n: ordinary.length, ...figures },
    byLanguage: Object.fromEntries(
      ["en", "it", "ro"].map((language) => [language, figuresOf((one) => isOrdinary(one) && one.language === language)]),
    ),
    recallAt: Object.fromEntries([0.93, 0.95, 0.96].map((precision) => [precision, bestThresholds(ordinary, precision).recall])),
    /** Ordinary replies again, where only the customer's words say what is known. */
    unwritten: figuresOf((one) => !isOfHardCases(one) && one.isUnwritten === true),
    withAGoodReasonOrNone: figuresOf((one) => /[owxyz]/.test(letterOf(one)) && one.isUnwritten !== true),
    toldInWordsOrNot: figuresOf((one) => /[puv]/.test(letterOf(one)) && one.isUnwritten !== true),
    all: figuresOf(({ isUnwritten }) => isUnwritten !== true),
  }),
);

function learn(rows: readonly ReadCase[]): RoundedTables {
  return learnTables(
    judgements.map((judgement) => examplesOf(judgement, rows)),
    Number(values.keep),
  );
}

function score({ one, keys }: ReadCase, table: RoundedTables): ScoredCase {
  return {
    language: one.language,
    asksKnown: one.asksKnown,
    keys: keys.map(({ key, finding, mentions }) => ({
      key,
      finding,
      weight: Math.max(...mentions.map(({ ofRules, others }) => weightOf(addUp(table, others, addUp(table, ofRules))))),
    })),
  };
}

/** Written to be hard: to ask again with a good reason or none, or of what customers told in words of their own. */
function isOfHardCases(one: TrainingCase): boolean {
  return /[abdopuvwxyz]/.test(letterOf(one));
}

/** The letter of an author; the three of one letter, one in each language, share no words. */
function letterOf({ author }: TrainingCase): string {
  return /^tr-..-(\w)$/.exec(author)?.[1] ?? "";
}
