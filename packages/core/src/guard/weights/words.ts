/** Longer words are cut: what follows is mostly the ending. */
const longest = 6;

/** Words and marks of folded text as they are weighed: words without their endings, every number as "#". */
export function wordsOf(text: string): string[] {
  const found = text.match(/[a-z]+(?:'[a-z]+)?|\d+|[?!:,_…;()"-]+|\./g) ?? [];
  return found.map((word) => {
    if (/\d/.test(word)) return "#";
    return /^[a-z]/.test(word) ? word.slice(0, longest) : (word[0] ?? "");
  });
}
