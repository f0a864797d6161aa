import { seededRandom } from "../../bench/measure.ts";

/** Chance of one purpose: the same seed and purpose throw the same, whatever else is thrown. */
export interface Dice {
  chance(share: number): boolean;
  /** From `from` up to `to`, even. */
  between(from: number, to: number): number;
  /** A whole number from 0 up to and without `count`. */
  index(count: number): number;
  /** A wait with this mean. */
  wait(mean: number): number;
  /** From `from` to `to`, short ones as often as long ones of ten times the length. */
  span(from: number, to: number): number;
}

export function diceOf(seed: number, purpose: number): Dice {
  // Two numbers in one: neighbors have nothing in common.
  const random = seededRandom((Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b)) >>> 0);
  for (let warm = 0; warm < 3; warm += 1) random();
  return {
    chance: (share) => random() < share,
    between: (from, to) => from + random() * (to - from),
    index: (count) => Math.floor(random() * count),
    wait: (mean) => -Math.log(1 - random()) * mean,
    span: (from, to) => from * (to / from) ** random(),
  };
}
