/**
 * The probability that a time of `ones` is longer than one of `others`, ties counted half (Mann and Whitney's U over the number of pairs): 0.5
 * when nothing distinguishes them, 1 when every one is slower. It looks at the order only, so that a few answers that waited for the garbage
 * collector weigh no more than any other.
 */
export function probabilityOfSlower(ones: readonly number[], others: readonly number[]): number {
  const all = [...ones.map((ms) => ({ ms, isOne: true })), ...others.map((ms) => ({ ms, isOne: false }))].sort((a, b) => a.ms - b.ms);
  let ranksOfOnes = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.ms === all[from]?.ms) to++;
    // Ranks count from one; those of a tie are shared.
    const rank = (from + 1 + to) / 2;
    ranksOfOnes += rank * all.slice(from, to).filter((entry) => entry.isOne).length;
    from = to;
  }
  return (ranksOfOnes - (ones.length * (ones.length + 1)) / 2) / (ones.length * others.length);
}
