import { seededRandom } from "../measure.ts";

export interface PopulationOptions {
  shops: number;
  /** Orders a day of the largest shop; the one of rank r has this divided by r to the power of `exponent`. */
  largestOrdersPerDay: number;
  exponent: number;
  seed: number;
}

/** Orders a day of each shop, by its number: numbers are given by chance and say nothing of the size. */
export function populationOf({ shops, largestOrdersPerDay, exponent, seed }: PopulationOptions): Float64Array {
  const random = seededRandom(seed);
  const sizes = Float64Array.from({ length: shops }, (_, rank) => largestOrdersPerDay / (rank + 1) ** exponent);
  for (let index = shops - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const size = sizes[index] ?? 0;
    sizes[index] = sizes[other] ?? 0;
    sizes[other] = size;
  }
  return sizes;
}

/** What share of a day's orders each hour has, by UTC, of shops between Rome and Bucharest: little at night, most in the evening. */
const hourWeights = [2, 1, 1, 1, 2, 4, 7, 10, 12, 12, 12, 11, 10, 10, 11, 12, 13, 15, 18, 20, 18, 13, 8, 4];
const sumOfWeights = hourWeights.reduce((sum, weight) => sum + weight, 0);

export interface SaleOptions {
  /** What share of the shops has a sale on the second day. */
  share: number;
  /** How many times their usual orders they have on it. */
  timesOrders: number;
  /** And how many times more again in its first hour, which most of them begin at one of two hours. */
  timesFirstHour: number;
}

/** Orders of one shop in an hour of two days, of which the second is the sale's. */
export function ordersInHour(ordersPerDay: number, hour: number, sale: SaleOptions | null, startsAt: number): number {
  const usual = (ordersPerDay * (hourWeights[hour % 24] ?? 0)) / sumOfWeights;
  if (hour < 24 || !sale) return usual;
  return usual * sale.timesOrders * (hour - 24 === startsAt ? sale.timesFirstHour : 1);
}

/** For each shop the hour at which its sale begins; -1 for one without. */
export function saleStarts(shops: number, { share }: SaleOptions, seed: number): Int8Array {
  const random = seededRandom(seed + 1);
  return Int8Array.from({ length: shops }, () => {
    if (random() >= share) return -1;
    const choice = random();
    // Midnight in Bucharest, nine in the morning there, or some hour of the day.
    return choice < 0.35 ? 22 : choice < 0.75 ? 7 : Math.floor(6 + random() * 15);
  });
}
