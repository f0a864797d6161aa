import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FactKey } from "@askonce/spec";
import { everythingKnown } from "../../../../packages/core/src/guard/__fixtures__/everything-known.ts";
import type { PlainReplies } from "../../../../packages/core/src/guard/__fixtures__/plain-replies.ts";
import { readCorpus } from "../../labelled/read-corpus.ts";
import { type AskOnceCase, askOnceCaseSchema } from "../ask-once-case.ts";
import { unwritten } from "./said-values.ts";
import { type Sentence, sentenceCases } from "./sentence-cases.ts";
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
  /** Facts that the customer wrote were left out: only the words tell them. */
  isUnwritten?: boolean;
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
    ...unwritten(written),
    ...sentenceCases(written, await plainSentences(6)),
    ...tuning.map((one) => ({ ...one, isOfRules: true, author: `tuning-${one.language}` })),
    ...repeated(await batchCases(), 4),
    ...repeated(await plainCases(), 12),
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

async function plainReplies(): Promise<{ language: string; replies: PlainReplies }[]> {
  const files = ["en", "it", "ro"].map(async (language) => {
    const file: Record<string, PlainReplies> = await import(join(batches, `plain-replies-${language}.ts`));
    return Object.values(file).map((replies) => ({ language, replies }));
  });
  return (await Promise.all(files)).flat();
}

/** The plain replies as sentences, each several times, to be put into as many conversations. */
async function plainSentences(times: number): Promise<Sentence[]> {
  return (await plainReplies()).flatMap(({ language, replies: { asksKnown, asksNothing } }) =>
    Array.from({ length: times }, (_, time): Sentence[] => [
      ...asksKnown
        .filter(([, keys]) => keys.length === 1)
        .map(([text, keys], at) => ({
          id: `plain-${language}-asks-${time}-${at}`,
          language,
          asks: "plainly" as const,
          keys: [...keys],
          text,
        })),
      ...asksNothing.map((text, at) => ({ id: `plain-${language}-not-${time}-${at}`, language, asks: "nothing" as const, keys: [], text })),
    ]).flat(),
  );
}

async function plainCases(): Promise<TrainingCase[]> {
  const cases: TrainingCase[] = [];
  const facts = everythingKnown.map(({ key, value }) => ({ key, value }));
  for (const { language, replies } of await plainReplies()) {
    const add = (draft: string, asked: readonly FactKey[], known: readonly FactKey[]) => {
      const id = `plain-${language}-${cases.length}`;
      cases.push({
        id,
        language,
        draft,
        facts,
        history: [],
        asked: [...asked],
        asksKnown: [...known],
        isOfRules: true,
        author: `plain-${language}`,
      });
    };
    for (const [draft, keys] of replies.asksKnown) add(draft, keys, keys);
    for (const draft of replies.asksNothing) add(draft, [], []);
    for (const [draft, why] of replies.asksFairly) add(draft, [why.replace(/:.*/, "")], []);
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
