import { join } from "node:path";
import { normalizeOrderNumber } from "@askonce/spec";
import * as z from "zod";
import { matchOrder } from "../../../packages/core/src/order-match/match-order.ts";
import { belowLimits, entryOf, limits, percentile, round, share, sortedObject, timer } from "../labelled/measures.ts";
import { type CorpusChoice, readCorpus } from "../labelled/read-corpus.ts";

const caseSchema = z.object({
  id: z.string().min(1),
  language: z.string(),
  text: z.string(),
  customer: z.object({ email: z.string().nullish() }).nullish(),
  orders: z.array(
    z.object({
      number: z.string(),
      placedAt: z.string(),
      status: z.string(),
      items: z.array(z.string()),
      trackingNumbers: z.array(z.string()),
      deliveredAt: z.string().nullish(),
    }),
  ),
  now: z.string(),
  /** The order it is about; `null` when nothing says which. */
  order: z.string().nullable(),
});
type OrderMatchCase = z.infer<typeof caseSchema>;
type Matcher = (one: OrderMatchCase) => string | null;

/** Mistakes that can be planted in the matcher; with each the evaluation has to fail. */
export const orderMatchDefects = ["takes-the-latest-when-open", "answers-numbers-only"] as const;
export type OrderMatchDefect = (typeof orderMatchDefects)[number];

const gates = { right: 0.6, wrong: 0.01 } as const;

/** Whether the order a message is about is found, and left open where it would be a guess. What the numbers mean: `test/eval/README.md`. */
export function evalOrderMatch(choice: CorpusChoice, broken: OrderMatchDefect | null) {
  const cases = readCorpus(caseSchema, join(import.meta.dirname, "corpus"), choice);
  const matcher = matcherWith(broken);
  for (const one of cases.slice(0, 20)) matcher(one);
  const { measure, ms } = timer();
  const given = new Map(cases.map((one) => [one, measure(() => matcher(one))]));
  const counted = count(cases, (one) => given.get(one) ?? null);
  const byLanguage = new Map<string, OrderMatchCase[]>();
  for (const one of cases) entryOf(byLanguage, one.language, () => []).push(one);
  const failures = belowLimits(
    { "share of the answerable that is right": share(counted.right, counted.answerable) },
    { "share of the answerable that is right": gates.right },
  );
  const wrongShare = round(counted.wrong / cases.length);
  if (wrongShare > gates.wrong) failures.push(`share of wrong answers is ${wrongShare}, and may be ${gates.wrong}`);
  return {
    eval: "order-match",
    ok: failures.length === 0,
    failures,
    broken,
    half: choice.file === null ? choice.half : "all",
    ...counted,
    intervals: { right: limits(counted.right, counted.answerable), wrong: limits(counted.wrong, counted.n) },
    byLanguage: sortedObject(byLanguage, (own) => count(own, (one) => given.get(one) ?? null)),
    baselines: { latestOrder: count(cases, latestOrder), onlyOpenOrder: count(cases, onlyOpenOrder) },
    p50Ms: percentile(ms, 0.5),
    p99Ms: percentile(ms, 0.99),
  };
}

function matcherWith(defect: OrderMatchDefect | null): Matcher {
  const match = (one: OrderMatchCase) => matchOrder(readQuestion(one));
  if (defect === "takes-the-latest-when-open") return (one) => match(one).number ?? latestOrder(one);
  if (defect === "answers-numbers-only")
    return (one) => {
      const { number, candidates } = match(one);
      return candidates[0]?.evidence.some(({ kind }) => kind === "orderNumber" || kind === "trackingNumber") ? number : null;
    };
  return (one) => match(one).number;
}

function readQuestion({ text, language, orders, now }: OrderMatchCase) {
  return { text, language, now, orders: orders.map(({ deliveredAt, ...order }) => ({ ...order, deliveredAt: deliveredAt ?? null })) };
}

const latestOrder: Matcher = ({ orders }) =>
  [...orders].sort((one, other) => Date.parse(other.placedAt) - Date.parse(one.placedAt))[0]?.number ?? null;

const onlyOpenOrder: Matcher = ({ orders }) => {
  const open = orders.filter(({ status, deliveredAt }) => ["pending", "processing", "onHold"].includes(status) && !deliveredAt);
  return open.length === 1 ? (open[0]?.number ?? null) : null;
};

function count(cases: readonly OrderMatchCase[], matcher: Matcher) {
  const counts = { n: cases.length, answerable: 0, right: 0, wrong: 0, open: 0 };
  for (const one of cases) {
    const given = matcher(one);
    if (one.order !== null) counts.answerable += 1;
    if (given === null) counts.open += one.order === null ? 0 : 1;
    else if (one.order !== null && normalizeOrderNumber(given) === normalizeOrderNumber(one.order)) counts.right += 1;
    else counts.wrong += 1;
  }
  return { ...counts, rightShare: share(counts.right, counts.answerable), wrongShare: round(counts.wrong / Math.max(1, counts.n)) };
}
