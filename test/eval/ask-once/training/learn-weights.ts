import { tableSize } from "../../../../packages/core/src/guard/weights/feature-places.ts";

/** The features of a place that may ask, as places of the table: those of the rules, and all others. */
export interface MentionPlaces {
  ofRules: Int32Array;
  others: Int32Array;
}

/** A known key of a reply, with the features of every place that may ask for it, and whether a judgement of it is true. */
export interface Example {
  isTrue: boolean;
  mentions: readonly MentionPlaces[];
  /** The rules were written with this reply in view, so that what they say of it is better than it would be of another. */
  isOfRules: boolean;
}

export interface LearningSettings {
  rounds: number;
  rate: number;
  /** How fast weights that explain nothing go back to nothing. */
  decay: number;
  /** A feature that is in fewer mentions is left out. */
  fewestMentions: number;
  /** How often the rules' own features are left out of an example, so that words are learned beside them. */
  withoutRules: { ofRules: number; others: number };
  seed: number;
}

export const settings: LearningSettings = {
  rounds: 10,
  rate: 0.05,
  decay: 0.003,
  fewestMentions: 3,
  withoutRules: { ofRules: 0.6, others: 0.6 },
  seed: 1,
};

interface Row {
  isTrue: boolean;
  mentions: { all: Int32Array; withoutRules: Int32Array }[];
  withoutRules: number;
}

/**
 * Learns a weight for each place of the table by logistic regression: an example is as likely as the heaviest of its mentions. Each weight
 * has a rate of its own (Adagrad), and what is returned is the mean over the second half of the rounds, with how often each was seen. The same
 * examples and settings give the same weights.
 *
 * @param isOpen which places may have a weight; all, unless told
 */
export function learnWeights(
  examples: readonly Example[],
  { rounds, rate, decay, fewestMentions, withoutRules, seed }: LearningSettings,
  isOpen: (place: number) => boolean = () => true,
): { weights: Float64Array; seen: Float64Array } {
  const seen = new Float64Array(tableSize);
  for (const { mentions } of examples) {
    for (const { ofRules, others } of mentions) {
      for (const place of ofRules) seen[place] = (seen[place] ?? 0) + 1;
      for (const place of others) seen[place] = (seen[place] ?? 0) + 1;
    }
  }
  const places = (...lists: readonly Int32Array[]) =>
    Int32Array.from(lists.flatMap((list) => [...list].filter((place) => (seen[place] ?? 0) >= fewestMentions && isOpen(place))));
  const rows: Row[] = examples
    .filter(({ mentions }) => mentions.length > 0)
    .map((example) => ({
      isTrue: example.isTrue,
      mentions: example.mentions.map(({ ofRules, others }) => ({ all: places(ofRules, others), withoutRules: places(others) })),
      withoutRules: example.isOfRules ? withoutRules.ofRules : withoutRules.others,
    }));
  const [weights, squares, sums] = [new Float64Array(tableSize), new Float64Array(tableSize).fill(1e-8), new Float64Array(tableSize)];
  const random = randomFrom(seed);
  let added = 0;
  for (let round = 0; round < rounds; round++) {
    shuffle(rows, random);
    for (const row of rows) {
      const leavesOut = random() < row.withoutRules;
      const mentions = row.mentions.map((mention) => (leavesOut ? mention.withoutRules : mention.all));
      const totals = mentions.map((mention) => total(weights, mention));
      const heaviest = Math.max(...totals);
      const error = 1 / (1 + Math.exp(-heaviest)) - (row.isTrue ? 1 : 0);
      for (const place of mentions[totals.indexOf(heaviest)] ?? []) {
        const weight = weights[place] ?? 0;
        const slope = error + decay * weight;
        const square = (squares[place] ?? 0) + slope * slope;
        squares[place] = square;
        weights[place] = weight - (rate * slope) / Math.sqrt(square);
      }
    }
    if (round * 2 < rounds) continue;
    added++;
    for (let place = 0; place < tableSize; place++) sums[place] = (sums[place] ?? 0) + (weights[place] ?? 0);
  }
  return { weights: sums.map((sum) => sum / added), seen };
}

function total(weights: Float64Array, places: Int32Array): number {
  let sum = 0;
  for (const place of places) sum += weights[place] ?? 0;
  return sum;
}

function shuffle<Item>(items: Item[], random: () => number): void {
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [one, two] = [items[index], items[other]];
    if (one === undefined || two === undefined) continue;
    items[index] = two;
    items[other] = one;
  }
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
