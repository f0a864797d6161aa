import { excerptAround } from "../facts/extract/extracted-fact.ts";
import type { MatchableOrder, MatchEvidence, OrderMatch } from "./match-order.ts";

/** What speaks for each of the orders, by their place in the list. */
export interface Tally {
  scores: number[];
  evidence: MatchEvidence[][];
}

/** A place in a message. */
interface Words {
  text: string;
  from: number;
  to: number;
}

export function newTally(orders: readonly MatchableOrder[]): Tally {
  return { scores: orders.map(() => 0), evidence: orders.map(() => []) };
}

export function addScore(tally: Tally, index: number, score: number): void {
  tally.scores[index] = (tally.scores[index] ?? 0) + score;
}

export function addEvidence(tally: Tally, index: number, kind: MatchEvidence["kind"], { text, from, to }: Words): void {
  tally.evidence[index]?.push({ kind, excerpt: excerptAround(text, from, to) });
}

export function evidenceKindsOf(tally: Tally, index: number): MatchEvidence["kind"][] {
  return (tally.evidence[index] ?? []).map(({ kind }) => kind);
}

/** The best and the next best of some scores. */
export function firstTwo(scores: readonly number[]): [best: number, next: number] {
  const [best = 0, next = 0] = [...scores].sort((one, other) => other - one);
  return [best, next];
}

/** @param chosen place of the order that is the answer */
export function resultOf(orders: readonly MatchableOrder[], tally: Tally, chosen: number | null): OrderMatch {
  const candidates = orders
    .map(({ number }, index) => ({ number, score: round(tally.scores[index] ?? 0), evidence: tally.evidence[index] ?? [] }))
    .filter(({ score, evidence }) => score > 0 && evidence.length > 0)
    .sort((one, other) => other.score - one.score);
  const [best, next] = firstTwo(candidates.map(({ score }) => score));
  return { number: chosen === null ? null : (orders[chosen]?.number ?? null), margin: round(best - next), candidates };
}

function round(score: number): number {
  return Math.round(score * 100) / 100;
}
