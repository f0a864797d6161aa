/**
 * How often a count comes out at least as high as `count` by chance, when `mean` are expected: the upper tail of the Poisson distribution,
 * exact to rounding. Works in logarithms, so that neither a large mean nor a tiny chance leaves the range of numbers.
 */
export function poissonTail(count: number, mean: number): number {
  if (mean <= 0) return count <= 0 ? 1 : 0;
  return upperTail(count, mean, -mean, (step) => mean / step);
}

/**
 * The same when the mean is not known but was itself counted: `seen` events in `windows` stretches of the same length. It is the exact
 * conditional test of two counts (of `seen + count` events each falls into the last stretch with chance `1 / (windows + 1)`), summed as a
 * negative binomial tail; with ever more windows it becomes {@link poissonTail}.
 */
export function learnedTail(count: number, seen: number, windows: number): number {
  const shape = seen + 1;
  const mean = shape / windows;
  return upperTail(count, mean, -shape * Math.log1p(1 / windows), (step) => (shape + step - 1) / (step * (windows + 1)));
}

/** Sums the smaller side of a distribution on 0, 1, 2, …, given the logarithm of the chance of 0 and the ratio of each to the one before. */
function upperTail(count: number, mean: number, logOfZero: number, ratio: (step: number) => number): number {
  if (count <= 0) return 1;
  const isUpperSmaller = count > mean;
  const from = isUpperSmaller ? count : count - 1;
  let logFirst = logOfZero;
  for (let step = 1; step <= from; step += 1) logFirst += Math.log(ratio(step));
  let sum = 1;
  let term = 1;
  if (isUpperSmaller) {
    for (let step = from + 1; term > sum * Number.EPSILON; step += 1) {
      term *= ratio(step);
      sum += term;
    }
    return Math.min(1, Math.exp(logFirst) * sum);
  }
  for (let step = from; step >= 1 && term > sum * Number.EPSILON; step -= 1) {
    term /= ratio(step);
    sum += term;
  }
  return Math.max(0, 1 - Math.exp(logFirst) * sum);
}
