/** An absolute http or https link; `null` for anything else, because a broken link must not cost the whole order. */
export function readLink(text: string | null | undefined, base: string): string | null {
  if (!text || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return ["http:", "https:"].includes(url.protocol) ? url.href : null;
}
