import { type FoundPhrase, overlaps, placeOf } from "./found-phrase.ts";
import type { ItemWords, Lexicon } from "./lexicon/lexicon.ts";
import { type MessageText, sentenceAround } from "./message-text.ts";

interface Word {
  text: string;
  from: number;
  to: number;
}

const mostItems = 3;
/** Most words of a name before and after its noun. */
const mostBeside = 4;

/** Names of things that the message is about: a noun of what shops sell with the words that belong to it, or what was ordered by whatever name. */
export function findStatedItems(message: MessageText, lexicon: Lexicon): FoundPhrase[] {
  const { items } = lexicon;
  const all = wordsOf(message.folded);
  const found: FoundPhrase[] = [];
  const add = (first: Word, last: Word) => {
    const place = { key: "item" as const, from: first.from, to: last.to };
    if (found.length >= mostItems || found.some((other) => overlaps(place, other)) || !isOwn(message, lexicon, place)) return;
    // "the pan" after "a set of pans" is the same thing again.
    const stem = message.folded.slice(last.from, last.to).slice(0, 5);
    if (found.some((other) => message.folded.slice(other.from, other.to).includes(stem))) return;
    found.push(place);
  };
  for (let index = 0; index < all.length && found.length < mostItems; index++) {
    const word = all[index];
    const isWeak = word !== undefined && items.weak.test(word.text);
    if (!word || !(isWeak || items.noun.test(word.text)) || items.stop.test(word.text)) continue;
    const [first, last] =
      items.order === "before" ? nameBefore(message.folded, all, index, items) : nameAfter(message.folded, all, index, items);
    if (isWeak && first === last) continue;
    add(all[first] ?? word, all[last] ?? word);
    index = last;
  }
  for (const pattern of items.frames) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(message.folded); match && found.length < mostItems; match = pattern.exec(message.folded)) {
      const name = nameInFrame(message.folded, wordsOf(message.folded.slice(0, placeOf(match).to), placeOf(match).from), items);
      if (name) add(name[0], name[1]);
    }
  }
  return found;
}

function wordsOf(folded: string, from = 0): Word[] {
  const all: Word[] = [];
  const pattern = /[a-z0-9][a-z0-9&-]*(?:'(?!s\b)[a-z]{1,2}\b)?/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    // "l'ordine", "un'altra": the article is a word of its own.
    all.push({ text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return all;
}

function isBeside(folded: string, one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && /^[ "\n]{1,2}$/.test(folded.slice(one.to, other.from));
}

/** English: what stands before the noun describes it; more nouns after it belong to it ("lamp shade"). */
function nameBefore(folded: string, all: readonly Word[], index: number, items: ItemWords): [number, number] {
  let last = index;
  while (
    last - index < 2 &&
    isBeside(folded, all[last], all[last + 1]) &&
    (items.noun.test(all[last + 1]?.text ?? "") || items.weak.test(all[last + 1]?.text ?? ""))
  )
    last++;
  let first = index;
  while (index - first < mostBeside && isBeside(folded, all[first - 1], all[first]) && describes(all[first - 1], items)) first--;
  return [first, last];
}

/** Italian and Romanian: what describes the noun stands after it, with or without a preposition. */
function nameAfter(folded: string, all: readonly Word[], index: number, items: ItemWords): [number, number] {
  let last = index;
  while (last - index < mostBeside) {
    if (!isBeside(folded, all[last], all[last + 1])) break;
    const next = all[last + 1];
    if (next && (items.modifier.test(next.text) || isNameLike(folded, next))) {
      last++;
      continue;
    }
    const joined = all[last + 2];
    const isJoined = next && items.joiner.test(next.text) && isBeside(folded, next, joined);
    if (!isJoined || !joined || !isJoinedName(next, joined, items)) break;
    last += 2;
  }
  return [index, last];
}

/** "macchina da cucire", "libro di ricette": after the closest preposition any word that does not begin something else. */
function isJoinedName(joiner: Word, word: Word, items: ItemWords): boolean {
  if (items.modifier.test(word.text) || items.noun.test(word.text)) return true;
  return (
    /^(?:di|da|de|d)$/.test(joiner.text) &&
    /^[a-z]{4,}$/.test(word.text) &&
    !items.stop.test(word.text) &&
    !items.generic.test(word.text) &&
    !items.time.test(word.text)
  );
}

/** A capital in the middle of a sentence is looked for by the caller's text; folded text has none, so digits and mixed codes are all that can be seen. */
function isNameLike(_folded: string, word: Word): boolean {
  return /^[a-z]{1,4}-?\d{1,4}[a-z]?$/.test(word.text);
}

function describes(word: Word | undefined, items: ItemWords): boolean {
  return word !== undefined && !items.stop.test(word.text) && !items.generic.test(word.text) && /^[a-z]/.test(word.text);
}

function nameInFrame(folded: string, all: readonly Word[], items: ItemWords): [Word, Word] | null {
  const first = all[0];
  if (!first || items.stop.test(first.text) || items.generic.test(first.text) || items.time.test(first.text)) return null;
  let last = first;
  let count = 1;
  for (const word of all.slice(1)) {
    if (count > mostBeside || !isBeside(folded, last, word)) break;
    const isJoiner = items.joiner.test(word.text);
    if (!isJoiner && (items.stop.test(word.text) || items.generic.test(word.text) || items.time.test(word.text))) break;
    if (isJoiner) {
      const next = all[all.indexOf(word) + 1];
      if (
        !next ||
        items.stop.test(next.text) ||
        items.time.test(next.text) ||
        items.generic.test(next.text) ||
        !isBeside(folded, word, next)
      )
        break;
    }
    last = word;
    count++;
  }
  return [first, last];
}

/** Whether the thing is one that the customer has or ordered, not one they ask about or that came in its place. */
function isOwn(message: MessageText, lexicon: Lexicon, place: { from: number; to: number }): boolean {
  const around = sentenceAround(message.folded, place.from, place.to);
  const sentence = message.folded.slice(around.from, around.to);
  if (lexicon.supposing.test(sentence) || lexicon.items.replaced.test(message.folded.slice(place.to, place.to + 40))) return false;
  return !sentence.trimEnd().endsWith("?") || lexicon.items.owned.test(sentence);
}

/** What is said of an item right beside its name: color, size, how many. */
export function findItemDetails(message: MessageText, lexicon: Lexicon, items: readonly FoundPhrase[]): FoundPhrase[] {
  const { folded, text } = message;
  const { color, count } = lexicon.items;
  return items.flatMap((item) => {
    const details: FoundPhrase[] = [];
    const inside = color.exec(folded.slice(item.from, item.to));
    const after = folded.slice(item.to, item.to + 40);
    const listed = new RegExp(`^,\\s(${color.source})(?=[,.;\\n]|$)`).exec(after);
    // "cream" at the end of an English name is the thing.
    if (inside && (lexicon.items.order === "after" || item.from + inside.index + inside[0].length < item.to))
      details.push({ key: "color", from: item.from + inside.index, to: item.from + inside.index + inside[0].length });
    else if (listed)
      details.push({ key: "color", from: item.to + listed[0].length - (listed[1]?.length ?? 0), to: item.to + listed[0].length });
    const size = sizeAfter.exec(after);
    if (size?.[1] !== undefined) {
      const from = item.to + size[0].length - size[1].length;
      // A small "l" or "m" after a name is a letter of something else.
      if (/[\dA-Z]/.test(text[from] ?? "")) details.push({ key: "size", from, to: from + size[1].length });
    }
    const number = count.exec(folded.slice(Math.max(0, item.from - 16), item.from));
    const before = number?.[1];
    if (number && before !== undefined) {
      const from = Math.max(0, item.from - 16) + number.index + number[0].indexOf(before);
      details.push({ key: "quantity", from, to: from + before.length });
    }
    const bracketed = bracketedCount.exec(after);
    if (bracketed?.[1] !== undefined)
      details.push({
        key: "quantity",
        from: item.to + bracketed[0].indexOf(bracketed[1]),
        to: item.to + bracketed[0].indexOf(bracketed[1]) + bracketed[1].length,
      });
    return details;
  });
}

const sizeAfter =
  /^(?:\s\(|,?\s(?:in\s|no\.?\s|nr\.?\s|n\.?\s)?)(xxs|xs|s|m|l|xl|xxl|[2345]xl|3[4-9](?:[.,]5)?|4[0-8](?:[.,]5)?)(?=[\s).,;!?]|$)(?!\s(?:invece|instead|in loc|rather|cm|lei|euro|ron))/;
const bracketedCount = /^\s\((?:x\s?)?(\d{1,2})(?:\sof\sthem|x|\spcs|\sbuc|\spezzi|\spz)?\)/;
