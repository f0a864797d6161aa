import { tableSize } from "./feature-places.ts";
import { learnedWeights } from "./learned-weights.ts";

/**
 * What the rules found of a key: nothing, an ask with a good reason, or one for what is known. The last is plain when the reply is nothing but
 * a question for a number, an address, a name or a photo, which seldom is meant for another one unless something says so: then the rules' word
 * is worth more.
 */
export type RuleFinding = "nothing" | "asksFairly" | "asksKnown" | "asksPlainly";

/**
 * What there are weights for, each learned by itself: that a reply asks again for what is known, that it asks for a key at all, and that one which
 * asks has no good reason to.
 */
export const judgements = ["asksAgain", "asks", "needless"] as const;
export type Judgement = (typeof judgements)[number];

/** Sums of weights, one for each judgement, in their order. */
export type Sums = readonly [asksAgain: number, asks: number, needless: number];

/** What was learned, ready to be added up. */
export interface WeightTable {
  /** For each place the weights of all judgements, side by side: a place that is looked at once is near for all of them. */
  weights: Int8Array;
  /** What one step of a weight is worth. */
  steps: Sums;
  /** From which weight on a key is asked for although it is known, by what the rules found of it. */
  thresholds: Readonly<Record<RuleFinding, number>>;
}

let shipped: WeightTable | null = null;

/** The weights that ship, decoded on first use. */
export function shippedWeights(): WeightTable {
  shipped ??= {
    weights: sideBySide(judgements.map((judgement) => decodeWeights(learnedWeights.weights[judgement]))),
    steps: learnedWeights.steps,
    thresholds: learnedWeights.thresholds,
  };
  return shipped;
}

/** Tables of each judgement as one. */
export function sideBySide(tables: readonly Int8Array[]): Int8Array {
  const all = new Int8Array(tableSize * tables.length);
  for (const [index, weights] of tables.entries()) {
    for (let place = 0; place < tableSize; place++) all[place * tables.length + index] = weights[place] ?? 0;
  }
  return all;
}

/** Adds up the weights at some places, beginning from sums of others. */
export function addUp({ weights, steps }: Pick<WeightTable, "weights" | "steps">, places: ArrayLike<number>, from: Sums = [0, 0, 0]): Sums {
  let [asksAgain, asks, needless] = [0, 0, 0];
  for (let index = 0; index < places.length; index++) {
    const place = (places[index] ?? 0) * 3;
    asksAgain += weights[place] ?? 0;
    asks += weights[place + 1] ?? 0;
    needless += weights[place + 2] ?? 0;
  }
  return [from[0] + asksAgain * steps[0], from[1] + asks * steps[1], from[2] + needless * steps[2]];
}

/** How much speaks for an ask again: what was learned of that as a whole, and the weaker of its two halves. */
export function weightOf([asksAgain, asks, needless]: Sums): number {
  return (asksAgain + Math.min(asks, needless)) / 2;
}

/**
 * Weights as text: for each that is not zero, how far its place is from the one before, seven bits a byte, lowest first, with the eighth bit
 * while more follow; then the weight as one byte. All of it in base64.
 */
export function encodeWeights(weights: Int8Array): string {
  const bytes: number[] = [];
  let last = -1;
  for (const [place, weight] of weights.entries()) {
    if (weight === 0) continue;
    let distance = place - last;
    for (; distance > 127; distance >>>= 7) bytes.push(128 | (distance & 127));
    bytes.push(distance, weight & 255);
    last = place;
  }
  return btoa(bytes.map((byte) => String.fromCharCode(byte)).join(""));
}

/** The table from its text. */
export function decodeWeights(text: string): Int8Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const weights = new Int8Array(tableSize);
  let place = -1;
  for (let index = 0; index < bytes.length; index++) {
    let distance = 0;
    let byte = bytes[index] ?? 0;
    for (let shift = 0; ; shift += 7) {
      distance |= (byte & 127) << shift;
      if (byte < 128) break;
      byte = bytes[++index] ?? 0;
    }
    place += distance;
    weights[place] = bytes[++index] ?? 0;
  }
  return weights;
}
