import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FactKey } from "@askonce/spec";
import { everythingKnown } from "../../../../packages/core/src/guard/__fixtures__/everything-known.ts";
import type { PlainReplies } from "../../../../packages/core/src/guard/__fixtures__/plain-replies.ts";
import { readCorpus } from "../../labelled/read-corpus.ts";
import { type AskOnceCase, askOnceCaseSchema } from "../ask-once-case.ts";
import { sentenceCases } from "./sentence-cases.ts";
import { varied } from "./varied-cases.ts";

const batches = join(import.meta.dirname, "../../../../packages/core/src/guard/__fixtures__");
const corpus = join(import.meta.dirname, "../corpus");

/** A reply to learn from. */
export interface TrainingCase extends AskOnceCase {
  /** The rules were written with it in view. */
  isOfRules: boolean;
  /** Who wrote it; cases of one author are alike, so that only those of others measure what was learned from them. */
  author: string;
  /** It was made from another one, and measures nothing. */
  isVaried?: boolean;
  /** It is a sentence by itself: it says what is asked for, and little of why. */
  isSentence?: boolean;
}

/** The replies of this folder, those beside the rules, and the tuning half of the corpus; never its test half. */
export async function trainingCases(): Promise<TrainingCase[]> {
  const own = readCorpus(askOnceCaseSchema, import.meta.dirname, { file: null, half: "all" });
  const tuning = readCorpus(askOnceCaseSchema, corpus, { file: null, half: "tuning" });
  const written = own.map((one) => ({ ...one, isOfRules: false, author: one.id.replace(/-\d+$/, "") }));
  return [
    ...written,
    ...varied(written),
    ...sentenceCases(written),
    ...tuning.map((one) => ({ ...one, isOfRules: true, author: `tuning-${one.language}` })),
    ...repeated(await batchCases(), 2),
    ...repeated(await plainCases(), 4),
  ];
}

interface BatchReply {
  facts: Readonly<Record<string, string>>;
  said?: readonly string[];
  draft: string;
  known: readonly string[];
}

async function batchCases(): Promise<TrainingCase[]> {
  const cases: TrainingCase[] = [];
  for (const name of batchNames()) {
    const language = name.slice(0, 2);
    const batch: Record<string, readonly BatchReply[]> = await import(join(batches, name));
    for (const { facts, said = [], draft, known } of Object.values(batch).flat()) {
      cases.push({
        id: `${name}-${cases.length}`,
        language,
        facts: Object.entries(facts).map(([key, value]) => ({ key, value })),
        history: said.map((text) => ({ direction: "inbound", text })),
        draft,
        asked: [...known],
        asksKnown: [...known],
        isOfRules: true,
        author: `batches-${language}`,
      });
    }
  }
  return cases;
}

/** Plain sentences are rare among replies that were written to be hard, and many among those that are sent. */
function repeated(cases: readonly TrainingCase[], times: number): TrainingCase[] {
  return Array.from({ length: times }, () => cases).flat();
}

async function plainCases(): Promise<TrainingCase[]> {
  const cases: TrainingCase[] = [];
  for (const language of ["en", "it", "ro"]) {
    const file: Record<string, PlainReplies> = await import(join(batches, `plain-replies-${language}.ts`));
    for (const { asksKnown, asksNothing, asksFairly } of Object.values(file)) {
      const add = (draft: string, asked: readonly FactKey[], known: readonly FactKey[]) =>
        cases.push({
          ...{ id: `plain-${language}-${cases.length}`, language, draft, history: [], author: `plain-${language}` },
          ...{
            facts: everythingKnown.map(({ key, value }) => ({ key, value })),
            asked: [...asked],
            asksKnown: [...known],
            isOfRules: true,
          },
        });
      for (const [draft, keys] of asksKnown) add(draft, keys, keys);
      for (const draft of asksNothing) add(draft, [], []);
      for (const [draft, why] of asksFairly) add(draft, [why.replace(/:.*/, "")], []);
    }
  }
  return cases;
}

function batchNames(): string[] {
  return readdirSync(batches)
    .filter((name) => /^(?:en|it|ro)-replies-\w+\.ts$/.test(name))
    .sort();
}

/** What the weights were learned from, as a digest: it changes with every reply and label. */
export function digestOfTrainingCases(): string {
  const hash = createHash("sha256");
  const add = (folder: string, names: readonly string[]) => {
    for (const name of names) hash.update(name).update(readFileSync(join(folder, name)));
  };
  const lines = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  for (const folder of [import.meta.dirname, join(import.meta.dirname, "sentences")]) add(folder, lines(folder).sort());
  add(corpus, lines(corpus).sort());
  add(batches, [...batchNames(), ...["en", "it", "ro"].map((language) => `plain-replies-${language}.ts`)]);
  return hash.digest("hex");
}
