/** What can be searched for. */
export type DocumentKind = "ticket" | "customer";

/** How much of a document's own data (number, subject, tags, names, addresses) and of its messages is indexed. The newest is kept. */
export const longestHead = { words: 1000, characters: 8000 };
export const longestBody = { words: 3000, characters: 24_000 };

/** Documents whose positions share a bucket are neighbors in the index of PostgreSQL, which is read from the newest bucket on. */
export const bucketSize = 32_768;

/** Distinct words joined by blanks, in the order given, as far as there is room. */
export function joinWords(words: Iterable<string>, room: { words: number; characters: number }): string {
  const kept = new Set<string>();
  let characters = 0;
  for (const word of words) {
    if (word === "" || kept.has(word)) continue;
    characters += word.length + 1;
    if (characters > room.characters || kept.size === room.words) break;
    kept.add(word);
  }
  return [...kept].join(" ");
}

/** The words of the messages after a new one: its words first, so that the oldest ones go when there is no more room. */
export function addToBody(body: string, words: readonly string[]): string {
  return joinWords([...words, ...body.split(" ")], longestBody);
}

/**
 * The beginning of everything that a document puts into the index of PostgreSQL: the words of different shops, kinds and buckets are
 * different entries, so that looking one up never touches the others'. Shops whose short names meet are told apart by their rows.
 */
export function scopeOf(shopId: string, kind: DocumentKind, position: number): string {
  return scopePattern(shopId, kind).replace("@", String(Math.floor(position / bucketSize)));
}

/** {@link scopeOf} with `@` where the bucket stands. */
export function scopePattern(shopId: string, kind: DocumentKind): string {
  return `${shortName(shopId)}${kind.slice(0, 1)}@.`;
}

/** FNV-1a over the code units, in base 36. Part of the stored format: it must never change. */
function shortName(shopId: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < shopId.length; index++) hash = Math.imul(hash ^ shopId.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
