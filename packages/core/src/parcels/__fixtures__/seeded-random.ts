/** Numbers from 0 to below 1 that are the same for the same seed (a linear congruential generator): a failing example can be had again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  return () => (next() * 2 ** 24 + next()) / 2 ** 48;
}
