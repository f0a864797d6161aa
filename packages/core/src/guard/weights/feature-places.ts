/**
 * How many places there are for weights; features are found by their hash, and few of them share a place. A power of two. With a quarter as
 * many, words that were never learned meet weights of others more often by chance.
 */
export const tableSize = 2 ** 22;

const start = 0x811c9dc5;

/** A text as a number (FNV-1a over the letters). */
export function hashOf(text: string): number {
  return hashOn(start, text);
}

/** Goes on with a hash. */
function hashOn(hash: number, text: string): number {
  let mixed = hash;
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  return mixed;
}

/** For each place, the list that it was added to last: a set of each mention's own would cost more than everything else. */
let addedTo = new Uint32Array(0);
let lists = 0;

/**
 * The features of a mention, as places in the table of weights, each once. What a feature is called is only hashed and never kept: a draft has
 * thousands. Those that the rules found stand apart, so that the others can be learned without them. One is filled before the next is begun.
 */
export class FeaturePlaces {
  readonly ofRules: number[] = [];
  readonly others: number[] = [];
  readonly #rulesList = nextList();
  readonly #othersList = nextList();

  /** A feature of the rules, by the parts of its name. */
  addRule(...parts: readonly string[]): void {
    addOnce(this.ofRules, this.#rulesList, placeOf(parts));
  }

  /** Any other feature, by the parts of its name. */
  add(...parts: readonly string[]): void {
    addOnce(this.others, this.#othersList, placeOf(parts));
  }
}

function nextList(): number {
  // Made when it is needed: whoever never checks a reply has no use for the memory.
  if (addedTo.length === 0) addedTo = new Uint32Array(tableSize);
  lists = (lists + 1) >>> 0;
  if (lists === 0) {
    addedTo.fill(0);
    lists = 1;
  }
  return lists;
}

function addOnce(places: number[], list: number, place: number): void {
  if (addedTo[place] === list) return;
  addedTo[place] = list;
  places.push(place);
}

function placeOf(parts: readonly string[]): number {
  let hash = start;
  for (const part of parts) hash = hashOn(hash, part);
  // The lower bits alone spread short names badly.
  return (hash ^ (hash >>> 22)) & (tableSize - 1);
}
