import { join } from "node:path";
import { type FactKey, factKeySchema } from "@askonce/spec";
import * as z from "zod";
import { extractFacts } from "../../../packages/core/src/facts/extract/extract-facts.ts";
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
import { identifierKeys, pairUp } from "./pair-up.ts";

const caseSchema = z.object({
  id: z.string().min(1),
  language: z.string(),
  text: z.string(),
  facts: z.array(z.object({ key: factKeySchema, value: z.string() })),
});
type ExtractCase = z.infer<typeof caseSchema>;
interface Value {
  key: FactKey;
  value: string;
}
type Extractor = (one: ExtractCase) => readonly Value[];

/** Mistakes that can be planted in the extraction; with each the evaluation has to fail. */
export const extractDefects = ["every-number-is-an-order", "whole-message-is-the-value"] as const;
export type ExtractDefect = (typeof extractDefects)[number];

const gates = { identifiers: { precision: 0.95, recall: 0.9 }, freeText: { precision: 0.75, recall: 0.5 } } as const;

/** The country a shop of the language is most likely in, for phone numbers. */
const countries: Readonly<Record<string, string>> = { en: "GB", it: "IT", ro: "RO" };
/** Couriers as a shop's settings would name them. */
const carriers =
  "Sameday|FAN Courier|Cargus|Urgent Cargus|GLS|DPD|BRT|Bartolini|Poste Italiane|SDA|Nexive|InPost|UPS|FedEx|TNT|DHL|Royal Mail|Evri|Hermes|Yodel|Parcelforce|An Post|Poșta Română|Posta Romana|DragonStar|Nemo Express|Packeta|Amazon Logistics".split(
    "|",
  );

/** Whether what a message states is read from it, and nothing else. What the numbers mean: `test/eval/README.md`. */
export function evalExtract(choice: CorpusChoice, broken: ExtractDefect | null) {
  const cases = readCorpus(caseSchema, join(import.meta.dirname, "corpus"), choice);
  const extract = extractorWith(broken);
  for (const one of cases.slice(0, 20)) extract(one);
  const { measure, ms } = timer();
  const byKey = new Map<string, Hits>();
  const byLanguage = new Map<string, { n: number } & Tally>();
  const total: Tally = newTally();
  for (const one of cases) {
    const found = measure(() => extract(one));
    const own = entryOf(byLanguage, one.language, () => ({ n: 0, ...newTally() }));
    own.n += 1;
    for (const [key, hits] of pairUp(one.facts, found, countries[one.language])) {
      const part = identifierKeys.has(key) ? "identifiers" : "freeText";
      for (const sum of [entryOf(byKey, key, newHits), own[part], total[part]]) addHits(sum, hits);
    }
  }
  const measured = { identifiers: precisionAndRecall(total.identifiers), freeText: precisionAndRecall(total.freeText) };
  const failures = (["identifiers", "freeText"] as const).flatMap((part) =>
    belowLimits(measured[part], gates[part]).map((failure) => `${part}: ${failure}`),
  );
  return {
    eval: "extract",
    ok: failures.length === 0,
    failures,
    broken,
    half: choice.file === null ? choice.half : "all",
    n: cases.length,
    identifiers: { ...measured.identifiers, intervals: intervalsOf(total.identifiers) },
    freeText: { ...measured.freeText, intervals: intervalsOf(total.freeText) },
    byLanguage: sortedObject(byLanguage, ({ n, identifiers, freeText }) => ({
      n,
      identifiers: precisionAndRecall(identifiers),
      freeText: precisionAndRecall(freeText),
    })),
    byKey: sortedObject(byKey, (hits) => ({ n: hits.right + hits.missed, ...precisionAndRecall(hits) })),
    p50Ms: percentile(ms, 0.5),
    p99Ms: percentile(ms, 0.99),
  };
}

interface Tally {
  identifiers: Hits;
  freeText: Hits;
}

function newTally(): Tally {
  return { identifiers: newHits(), freeText: newHits() };
}

function addHits(sum: Hits, { right, wrong, missed }: Hits): void {
  sum.right += right;
  sum.wrong += wrong;
  sum.missed += missed;
}

function extractorWith(defect: ExtractDefect | null): Extractor {
  const extract: Extractor = ({ text, language }) => extractFacts(text, { language, countryCode: countries[language], carriers });
  if (defect === "every-number-is-an-order")
    return (one) => [...extract(one), ...(one.text.match(/\d+/g) ?? []).map((value): Value => ({ key: "orderNumber", value }))];
  if (defect === "whole-message-is-the-value")
    return (one) => extract(one).map((fact) => (identifierKeys.has(fact.key) ? fact : { key: fact.key, value: one.text }));
  return extract;
}
