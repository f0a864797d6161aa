import { tableSize } from "./feature-places.ts";
import { learnedWeights } from "./learned-weights.ts";

/** What the rules found of a key: nothing, an ask with a good reason, or one for what is known. */
export type RuleFinding = "nothing" | "asksFairly" | "asksKnown";

/** What was learned, ready to be added up. */
export interface WeightTable {
  weights: Int8Array;
  /** What one step of a weight is worth. */
  step: number;
  /** From which sum on a key is asked for although it is known, by what the rules found of it. */
  thresholds: Readonly<Record<RuleFinding, number>>;
}

let table: WeightTable | null = null;

/** The weights that ship, decoded on first use. */
export function shippedWeights(): WeightTable {
  table ??= { weights: decodeWeights(learnedWeights.weights), step: learnedWeights.step, thresholds: learnedWeights.thresholds };
  return table;
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
