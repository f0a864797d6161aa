/** 95 % of a normal distribution lie within so many standard deviations. */
const deviations95 = 1.959963984540054;

/** A share with the limits between which the true one lies, 95 times out of 100; all 0 to 1. */
export interface ShareInterval {
  share: number;
  low: number;
  high: number;
}

/**
 * The Wilson score interval of a share (E. B. Wilson, 1927): holds its level for small numbers and for shares near 0 and 1, where the plain
 * one does not. Of nothing it is 0 to 1.
 *
 * @param deviations how many standard deviations wide; default for 95 %
 */
export function wilsonInterval(hits: number, of: number, deviations = deviations95): ShareInterval {
  if (of <= 0) return { share: 0, low: 0, high: 1 };
  const share = hits / of;
  const square = deviations ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (deviations / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  return { share, low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === of ? 1 : Math.min(1, middle + half) };
}

/**
 * The difference of two independent shares, first minus second, with its 95 % limits: Newcombe's hybrid score interval (Statistics in
 * Medicine 17, 1998, method 10), built from the two Wilson intervals.
 */
export function differenceOfShares(first: ShareInterval, second: ShareInterval): { difference: number; low: number; high: number } {
  const difference = first.share - second.share;
  return {
    difference,
    low: difference - Math.hypot(first.share - first.low, second.high - second.share),
    high: difference + Math.hypot(first.high - first.share, second.share - second.low),
  };
}
