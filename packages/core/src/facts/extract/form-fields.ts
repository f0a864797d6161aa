import type { FactKey } from "@askonce/spec";
import { type FoundPhrase, trimPlace } from "./found-phrase.ts";
import type { Lexicon } from "./lexicon/lexicon.ts";
import type { MessageText } from "./message-text.ts";

const field = /(?:^|[\n/;|])[ \t*-]*([a-z][a-z .'-]{2,28}?)\s?[:=][ \t]*([^\n/;|]{1,120})/g;

/** What stands after a colon in a form or a list: "Name: Ana Pop", "problema: fondo deformato". */
export function findFormFields(message: MessageText, lexicon: Lexicon): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  for (const match of message.folded.matchAll(field)) {
    const label = match[1]?.trim() ?? "";
    const value = match[2] ?? "";
    for (const [key, words] of Object.entries(lexicon.fields)) {
      if (!words?.test(label) || found.length >= 20) continue;
      const from = match.index + match[0].length - value.length;
      const place = trimPlace(message.folded, { from, to: from + value.length });
      if (place.to > place.from) found.push({ key: key as FactKey, ...place });
      break;
    }
  }
  return found;
}
