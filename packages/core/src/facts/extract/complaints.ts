import { type FoundPhrase, overlaps, trimPlace } from "./found-phrase.ts";
import type { ComplaintWords, Lexicon } from "./lexicon/lexicon.ts";
import { type MessageText, sentenceAround } from "./message-text.ts";

/** Most complaints of one message. */
const mostComplaints = 3;
const preposition = /^(?:of|in|on|at|for|with|from|di|de|da|del|della|dello|la|cu|din|al|alla|con|nel|nella)$/;

/**
 * What went wrong, in the words that say so: "lid is cracked", "won't turn on", "received the wrong size". The thing itself is left out when
 * it is what was bought or sent, because that is a fact of its own; a part of it is kept.
 *
 * @param known items and couriers, which are no subject of a complaint's words
 */
export function findComplaints(message: MessageText, lexicon: Lexicon, known: readonly FoundPhrase[]): FoundPhrase[] {
  const { folded } = message;
  const found: FoundPhrase[] = [];
  for (const pattern of lexicon.complaints.patterns) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match && found.length < mostComplaints; match = pattern.exec(folded)) {
      const span = match.indices?.groups?.v ?? match.indices?.[0];
      if (match[0] === "") pattern.lastIndex++;
      if (!span) continue;
      const place = trimPlace(folded, { from: span[0], to: span[1] });
      if (place.to <= place.from || found.some((other) => overlaps(place, other)) || !isComplaint(message, lexicon, place)) continue;
      const from = withSubject(folded, place.from, lexicon, known);
      const to = withObject(folded, place.to, lexicon.complaints, match.indices?.groups?.open !== undefined);
      const whole = trimPlace(folded, { from, to });
      if (!found.some((other) => overlaps(whole, other))) found.push({ key: "problem", ...whole });
    }
  }
  return found;
}

function isComplaint(message: MessageText, lexicon: Lexicon, place: { from: number; to: number }): boolean {
  const { folded } = message;
  if (lexicon.negation.test(folded.slice(Math.max(0, place.from - 40), place.from))) return false;
  const { ownAction, ownTrouble, harmless } = lexicon.complaints;
  const before = folded.slice(Math.max(0, place.from - 12), place.from);
  const own = folded.slice(place.from, place.to + 12);
  if (ownAction.test(`${before}|${own}`) && !ownTrouble.test(own)) return false;
  const around = sentenceAround(folded, place.from, place.to);
  const sentence = folded.slice(around.from, around.to);
  return !lexicon.supposing.test(sentence) && !harmless.test(sentence);
}

/** Where the complaint begins when its subject is a part or somebody, and not the thing that was bought. */
function withSubject(folded: string, from: number, lexicon: Lexicon, known: readonly FoundPhrase[]): number {
  const before = folded.slice(Math.max(0, from - 60), from);
  const clause = before.slice(Math.max(...[...".!?;,\n:()"].map((mark) => before.lastIndexOf(mark))) + 1);
  const offset = from - clause.length;
  const words = [...clause.matchAll(/[a-z0-9'-]+/g)];
  const linking = words.at(-1);
  let index = words.length - 1;
  if (linking && lexicon.complaints.linking.test(linking[0])) index--;
  let first: number | null = null;
  for (let taken = 0; taken < 3 && index >= 0; taken++, index--) {
    const word = words[index]?.[0] ?? "";
    if (lexicon.complaints.article.test(word)) {
      if (first !== null && lexicon.complaints.keepsArticle) first = offset + (words[index]?.index ?? 0);
      break;
    }
    // "the resistor of the hob": what stands after a preposition is not the subject, and the subject is too far away.
    if (first !== null && preposition.test(word)) return from;
    if (lexicon.complaints.notSubject.test(word) || lexicon.items.time.test(word) || /\d{3}/.test(word)) break;
    const at = offset + (words[index]?.index ?? 0);
    if (known.some((one) => overlaps(one, { from: at, to: at + word.length }))) return first ?? from;
    if (lexicon.items.noun.test(word) || lexicon.complaints.whole.test(word)) return first ?? from;
    first = offset + (words[index]?.index ?? 0);
  }
  return first ?? from;
}

/** Where an open complaint ends: up to three more words, unless something new begins. */
function withObject(folded: string, to: number, words: ComplaintWords, isOpen: boolean): number {
  if (!isOpen) return to;
  let end = to;
  for (let taken = 0; taken < 4; taken++) {
    const next = /^\s{1,2}([a-z0-9'-]+)/.exec(folded.slice(end, end + 30));
    if (!next || words.ends.test(next[1] ?? "")) break;
    end += next[0].length;
  }
  return end;
}
