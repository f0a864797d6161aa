/** How many places there are for weights; features are found by their hash, and few of them share a place. A power of two. */
export const tableSize = 2 ** 20;

const start = 0x811c9dc5;

/** Goes on with a hash (FNV-1a over the letters). */
function hashOn(hash: number, text: string): number {
  let mixed = hash;
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  return mixed;
}

/**
 * The features of a mention, as places in the table of weights. What a feature is called is only hashed and never kept: a draft has thousands.
 * Those that the rules found stand apart, so that the others can be learned without them.
 */
export class FeaturePlaces {
  readonly ofRules = new Set<number>();
  readonly others = new Set<number>();

  /** A feature of the rules, by its name. */
  addRule(...parts: readonly string[]): void {
    this.ofRules.add(placeOf(parts));
  }

  /** Any other feature, by the parts of its name. */
  add(...parts: readonly string[]): void {
    this.others.add(placeOf(parts));
  }
}

function placeOf(parts: readonly string[]): number {
  let hash = start;
  for (const part of parts) hash = hashOn(hash, part);
  // The lower bits alone spread short names badly.
  return (hash ^ (hash >>> 20)) & (tableSize - 1);
}
