import { normalizeOrderNumber } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { looksLikePhone } from "./looks-like-phone.ts";
import { dateMark, maskOtherNumbers } from "./masked-text.ts";
import { isSelfEvidentTracking } from "./tracking-numbers.ts";

/** No letter or digit beside it; `\b` knows only ASCII and would cut "comandă" short. */
const start = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
/** The word "order" as people write it in English, Italian and Romanian, in full, in short, and mistyped. */
const orderWord = `${start}(?:orders?|ordr|oder|ordin[ei]|ord|acquisto|comand(?:a|ă|ata|ată|ei|e)|comenzi(?:i|le|lor)?|comnada|comada|cmd)${end}`;
const numberWord = `${start}(?:numbers?|num(?:ero|erul|ărul|arul|ăr|ar)?|no|nr|nmr|n|id|ref(?:erence)?|cod(?:e|ice|ul)?)${end}`;
const smallWord = `${start}(?:my|our|the|a|s|mia|mio|mea|mele|noastr[aă]|nostro|la|il|cu|con|de|di|d|is|was|it|its|it's|è|e|era|este|was|avente|având|avand|placed|plasat[aă]|fatto|effettuato|f[aă]cut[aă])${end}`;
/** "from 3 November", "del 3/11", "din 03.11.2026": allowed only together with the date. */
const dated = `(?:${start}(?:from|of|on|dated|placed|made|del|dell|dal|din|data|în|in|pe|at)${end}\\s?){0,2}${dateMark}+`;
const punctuation = "[\\s:.,;#°º№=()\\[\\]'’\"“”„«»*_-]";
const token = "([A-Za-z]{0,6}[-_/]?\\d[\\dA-Za-z]*(?:[-_/][\\dA-Za-z]+)*)";
const afterWord = new RegExp(
  `${orderWord}((?:${punctuation}|${numberWord}|${smallWord}|${dated}){0,10}?)(?<![\\p{L}\\p{N}+])${token}`,
  "giu",
);
const afterHash = new RegExp(`(?<![\\p{L}\\p{N}&/])[#№]\\s?${token}`, "giu");
/** "1042 is my order number", "1042 este numărul comenzii". */
const beforeWord = new RegExp(
  `(?<![\\p{L}\\p{N}+.,/-])${token}\\s(?:is|è|e|este)\\s(?:my|the|il|numărul|numarul|nr)?[\\s.]{0,2}(?:numero\\s(?:d['’]|di\\s|dell['’])|del\\s(?:mio\\s)?)?${orderWord}`,
  "giu",
);
const nextInList = new RegExp(
  `^\\s{0,2}(?:,|;|&|\\+|/|and|or|e|ed|o|și|si|şi|sau)\\s{0,2}(?:#|№|n\\.?|nr\\.?|no\\.?)?\\s?${token}${end}`,
  "iu",
);

/** Order numbers that the words themselves name as such: `#1042`, `order no. 1042`, `ordine n. 1042`, `comanda nr. 1042`. */
export function extractOrderNumbers(text: string): ExtractedFact[] {
  const masked = maskOtherNumbers(text);
  const facts: ExtractedFact[] = [];
  const add = (value: string, from: number, to: number, isMarked: boolean) => {
    const normalized = normalizeOrderNumber(value);
    if (!normalized || !isPlausible(value, isMarked)) return false;
    if (!facts.some((fact) => fact.normalized === normalized))
      facts.push({ key: "orderNumber", value, normalized, excerpt: excerptAround(text, from, to) });
    return true;
  };
  for (const match of masked.matchAll(afterWord)) {
    const value = match[2] ?? "";
    const isMarked = /[#№°º:=]/.test(match[1] ?? "") || new RegExp(numberWord, "iu").test(match[1] ?? "");
    if (add(value, match.index, match.index + match[0].length, isMarked)) addList(match.index + match[0].length, value);
  }
  for (const match of masked.matchAll(afterHash)) {
    const value = match[1] ?? "";
    if (add(value, match.index, match.index + match[0].length, true)) addList(match.index + match[0].length, value);
  }
  for (const match of masked.matchAll(beforeWord)) add(match[1] ?? "", match.index, match.index + match[0].length, true);
  return facts;

  /** "orders 1042, 1043 and 1050": what follows in the same form is one more of them. */
  function addList(after: number, first: string): void {
    let at = after;
    for (let count = 0; count < 10; count++) {
      const next = nextInList.exec(masked.slice(at, at + 60));
      const value = next?.[1];
      if (!next || value === undefined || shapeOf(value) !== shapeOf(first) || !add(value, at, at + next[0].length, false)) return;
      at += next[0].length;
    }
  }
}

/** Letters kept, digits counted. */
function shapeOf(value: string): string {
  return `${value.replace(/\d+/g, "0").toUpperCase()} ${value.replace(/\D/g, "").length}`;
}

/**
 * @param isMarked whether a sign or a word for "number" stands before it
 */
function isPlausible(value: string, isMarked: boolean): boolean {
  const digits = value.replace(/\D/g, "");
  if (digits.length < (isMarked ? 2 : 3) || value.length > 40) return false;
  if (/^\d+(?:st|nd|rd|th|x|k)$/i.test(value)) return false;
  if (isSelfEvidentTracking(value)) return false;
  if (isMarked) return digits.length <= 15;
  // Without a mark it may as well be a year, a phone or a parcel.
  return digits.length <= 10 && !/^(?:19[5-9]|20[0-4])\d$/.test(value) && !looksLikePhone(value);
}

/**
 * Words that could be an order number although nothing says so ("any news on 10423?"). They become facts only if the customer has such an
 * order.
 */
export function orderNumberCandidates(text: string): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}+@./-])[A-Za-z]{0,4}-?\d{3,10}(?:-[A-Za-z0-9]{1,4})?(?![\p{L}\p{N}@/-])/gu)) {
    const normalized = normalizeOrderNumber(match[0]);
    if (!normalized || facts.some((fact) => fact.normalized === normalized)) continue;
    facts.push({
      key: "orderNumber",
      value: match[0],
      normalized,
      excerpt: excerptAround(text, match.index, match.index + match[0].length),
    });
    if (facts.length === 20) break;
  }
  return facts;
}
