/** Its text is taken as it stands, angle brackets and all. */
const cdata = /<!\[CDATA\[([\s\S]*?)\]\]>/g;

/**
 * The words in a courier's answers: every text and number of JSON, and of anything else what stands between tags and quotes, or in a CDATA
 * section. What an adapter gives out as the courier's own has to be one of them.
 */
export function wordsIn(bodies: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const body of bodies) {
    try {
      collect(JSON.parse(body), words);
    } catch {
      for (const [, text = ""] of body.matchAll(cdata)) words.add(text.trim());
      for (const part of body.replaceAll(cdata, "<>").split(/[<>"]/)) words.add(part.trim());
    }
  }
  return words;
}

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === "string" || typeof value === "number") words.add(String(value));
  else if (Array.isArray(value)) for (const item of value) collect(item, words);
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) collect(item, words);
}
