import { readFileSync } from "node:fs";
import { evalAskOnce } from "./ask-once/eval-ask-once.ts";
import { askOnceDefects } from "./ask-once/watchers.ts";
import { evalExtract, extractDefects } from "./extract/eval-extract.ts";
import type { CorpusChoice } from "./labelled/read-corpus.ts";
import { evalLateness } from "./lateness/eval-lateness.ts";
import { defaultParameters, readParameters } from "./lateness/parameters.ts";
import { lateDefects } from "./lateness/planted-defects.ts";
import { evalOrderMatch, orderMatchDefects } from "./order-match/eval-order-match.ts";

/** What the command line says, checked as far as all evaluations have it in common. */
export interface EvalOptions {
  corpus: CorpusChoice;
  /** Name of a planted mistake, one of the evaluation's own. */
  broken: string | undefined;
  parcels: number;
  seeds: readonly number[];
  /** File with parameters of the lateness generator. */
  params: string | undefined;
}

interface EvalResult {
  ok: boolean;
  failures: string[];
}

/** An option that makes no sense, in words for whoever gave it. */
export class OptionError extends Error {
  override name = "OptionError";
}

export const evaluations: Readonly<Record<string, (options: EvalOptions) => EvalResult | Promise<EvalResult>>> = {
  lateness: ({ parcels, seeds, params, broken }) =>
    evalLateness({
      parcels,
      seeds,
      params: params === undefined ? defaultParameters : readParameters(readFileSync(params, "utf8")),
      broken: defectOf(lateDefects, broken),
    }),
  "ask-once": ({ corpus, broken }) => evalAskOnce(corpus, defectOf(askOnceDefects, broken)),
  extract: ({ corpus, broken }) => evalExtract(corpus, defectOf(extractDefects, broken)),
  "order-match": ({ corpus, broken }) => evalOrderMatch(corpus, defectOf(orderMatchDefects, broken)),
};

function defectOf<Defect extends string>(defects: readonly Defect[], name: string | undefined): Defect | null {
  if (name === undefined) return null;
  const defect = defects.find((one) => one === name);
  if (defect === undefined) throw new OptionError(`--broken is one of ${defects.join(", ")}`);
  return defect;
}
