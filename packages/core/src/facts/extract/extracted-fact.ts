import type { FactKey } from "@askonce/spec";

/** Something read from words, with the words it was read from. */
export interface ExtractedFact {
  key: FactKey;
  value: string;
  /** The form in which two spellings compare equal. */
  normalized: string;
  excerpt: string;
}

/** The words around a match, for an agent who wants to see why. At most 200 characters. */
export function excerptAround(text: string, start: number, end: number): string {
  const from = Math.max(0, start - 40);
  const to = Math.min(text.length, end + 40);
  const words = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${words}${to < text.length ? "…" : ""}`.slice(0, 200);
}
