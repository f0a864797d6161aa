export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

/** Ends at white space, quotes and whatever would make the text read differently from what opens: controls and marks of direction. */
const address = /https?:\/\/[^\s<>"'`\p{Cc}\p{Cf}]+/giu;

/**
 * Finds web addresses in a message. Only `http` and `https` with a host become links; what the agent reads is what opens. Sentence
 * marks and a closing bracket that was not opened inside belong to the sentence.
 */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const candidate = trimEnd(match[0]);
    const href = safeHref(candidate);
    if (href === null) continue;
    if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
    parts.push({ kind: "link", text: candidate, href });
    end = match.index + candidate.length;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

const openers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };

/** In one pass from each side: a hostile message is as long as a message may be. */
function trimEnd(candidate: string): string {
  const surplus = new Map<string, number>();
  for (const character of candidate) {
    const opener = openers[character];
    if (opener) surplus.set(opener, (surplus.get(opener) ?? 0) + 1);
    else if ("([{".includes(character)) surplus.set(character, (surplus.get(character) ?? 0) - 1);
  }
  let end = candidate.length;
  while (end > 0) {
    const last = candidate.charAt(end - 1);
    const opener = openers[last];
    const unopened = opener === undefined ? 0 : (surplus.get(opener) ?? 0);
    if (opener !== undefined && unopened > 0) surplus.set(opener, unopened - 1);
    else if (!".,;:!?…".includes(last)) break;
    end -= 1;
  }
  return candidate.slice(0, end);
}

function safeHref(candidate: string): string | null {
  const url = URL.parse(candidate);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  // A name before the host ("https://bank.example@evil.example") is there to deceive.
  return url.hostname !== "" && url.username === "" && url.password === "" ? url.href : null;
}
