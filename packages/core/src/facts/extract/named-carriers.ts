import { foldLetters } from "./folded-letters.ts";
import { type FoundPhrase, overlaps } from "./found-phrase.ts";
import type { MessageText } from "./message-text.ts";

/** Couriers that the shop works with, wherever they are named. */
export function findNamedCarriers(message: MessageText, carriers: readonly string[]): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  // Longest first, so that a name with two words is not found as its first.
  for (const carrier of [...carriers].sort((one, other) => other.length - one.length).slice(0, 100)) {
    const name = foldLetters(carrier.trim());
    if (name.length < 2) continue;
    for (let at = message.folded.indexOf(name); at >= 0 && found.length < 5; at = message.folded.indexOf(name, at + name.length)) {
      const isWhole = !/[a-z0-9]/.test(message.folded[at - 1] ?? " ") && !/[a-z0-9]/.test(message.folded[at + name.length] ?? " ");
      const inAddress =
        /[@./]$/.test(message.folded.slice(Math.max(0, at - 1), at)) ||
        /^\.[a-z]/.test(message.folded.slice(at + name.length, at + name.length + 2));
      const place = { key: "carrier" as const, from: at, to: at + name.length };
      if (isWhole && !inAddress && !found.some((other) => overlaps(place, other))) found.push(place);
    }
  }
  return found;
}
