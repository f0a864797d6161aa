/** A seeded source of numbers: the same seed gives the same sequence on every machine. Not for secrets. */
export interface Random {
  /** A number in `[0, 1)`. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** `true` with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One of a list; throws `RangeError` when the list is empty. */
  pick<T>(list: readonly T[]): T;
  /** A key of the table, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A new list in another order. */
  shuffle<T>(list: readonly T[]): T[];
  /** `count` decimal digits, leading zeros included. */
  digits(count: number): string;
}

/**
 * Makes a {@link Random} from a seed, with the mulberry32 generator (32 bits of state, public domain).
 *
 * @param seed any whole number; only its lowest 32 bits count
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  function integer(least: number, most: number): number {
    return least + Math.floor(next() * (most - least + 1));
  }

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("Cannot pick from an empty list");
    return list[integer(0, list.length - 1)] as T;
  }

  function weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return pick(entries)[0];
  }

  function shuffle<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let index = result.length - 1; index > 0; index -= 1) {
      const other = integer(0, index);
      const moved = result[index] as T;
      result[index] = result[other] as T;
      result[other] = moved;
    }
    return result;
  }

  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick,
    weighted,
    shuffle,
    digits: (count) => Array.from({ length: count }, () => integer(0, 9)).join(""),
  };
}
