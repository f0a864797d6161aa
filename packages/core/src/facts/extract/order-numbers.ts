import { normalizeOrderNumber } from "@askonce/spec";
import { type ExtractedFact, excerptAround } from "./extracted-fact.ts";
import { foldLetters } from "./folded-letters.ts";
import { looksLikePhone } from "./looks-like-phone.ts";
import { dateMark, maskOtherNumbers } from "./masked-text.ts";
import { parcelWordsBeside } from "./parcel-words.ts";
import { isSelfEvidentTracking } from "./tracking-numbers.ts";

/** No letter or digit beside it; `\b` knows only ASCII and would cut "comandă" short. */
const start = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
/** The word "order" as people write it in English, Italian and Romanian, in full, in short, and mistyped. */
const orderWord = `${start}(?:orders?|ordr|oder|oredr|command|purchase|(?:order )?confirmation|reference|conferma|riferimento|rif|confirmare(?:a)?|referin(?:t|ț|ţ)[aă]|ordin[ei]|ord|acquisto|achizi(?:t|ț|ţ)i[ae]|(?<=nr\\.?\\s)com|comand(?:a|ă|ata|ată|ei|e)|comenzi(?:i|le|lor)?|comnada|comada|cmd|bestellung|bestelling|commande|pedido|zam[oó]wienie)${end}`;
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
/** "my 77120 order". */
const betweenWords = /(?<![\p{L}\p{N}])(?:my|the|our|for|about)\s#?([A-Za-z]{0,4}-?\d{4,8})\s(?:order|purchase)(?![\p{L}\p{N}])/giu;
/** "orders: the 5001 and the 5009", "my order from yesterday, the big one, is 118820". */
const laterInSentence = new RegExp(
  `${orderWord}[^.!?\\n\\d]{0,60}?${start}(?:is|it's|it’s|its|e|e'|è|este|il|the)\\s(?:#|nr\\.?\\s?|n\\.\\s?)?(\\d{4,9})(?![\\p{L}\\p{N}/-]|[.,]\\d)`,
  "giu",
);
/** "(no. 61233)" in a text that speaks of an order or of buying. */
const inBrackets =
  /\((?:order\s)?(?:no|nr|n|num|number|numero|num[aă]r(?:ul)?)[.°º]?\s{0,2}:?\s{0,2}([A-Za-z]{0,4}-?\d[\dA-Za-z]*(?:-\d[\dA-Za-z]*)?)\)|,\s(?:no|nr)\.\s(\d{2,5}-\d{3,6})\)/giu;
const ofBuying =
  /(?<![\p{L}\p{N}])(?:order(?:ed|s)?|bought|purchased|ordin(?:e|i|ato|ata|ati)|acquistat[oaie]|comprat[oaie]|comand(?:a|ă|at|ată|ata)|cump[aă]rat)(?![\p{L}\p{N}])/iu;
/** "W-4471": a shop's own prefix in capitals, which nothing else has that is not masked. */
const prefixed = /(?<![\p{L}\p{N}@/.#-])(?!MD-)([A-Z]{1,4}-\d{4,7})(?![\p{L}\p{N}/-])/gu;
/** "order nr. is 4 8 2 1 3", "ordine 19 981": digits apart, as some programs show them. */
const spaced = new RegExp(
  `${orderWord}(?:${punctuation}|${numberWord}|${smallWord}){1,6}?(?<![\\d.,])(\\d(?:\\s\\d){3,8}|\\d{1,3}(?:\\s\\d{3}){1,2})(?![\\s]?[\\p{L}\\p{N}])`,
  "giu",
);
/** "it's about 48213", "48213 has not arrived": a long number that a matter is about. */
const aboutNumber =
  /(?<![\p{L}\p{N}])(?:about|regarding|concerning|re|riguardo (?:a|al)|in merito (?:a|al)|despre|referitor la|legat de)[\s:]{1,2}#?(\d{4,8})(?![\p{L}\p{N}/-]|[.,]\d|\s(?:people|times|customers))|(?:^|[.!?\n]\s?)(\d{4,8})\s(?:nu|n-a|hasn['’]?t|has|is|arrived|never|still|non|è|ancora|inca|încă|a venit|a ajuns)(?![\p{L}\p{N}])/giu;
/** The whole message is a number, with hardly a word: what was asked for. */
const onlyNumber =
  /^[\s"']*(?:(?:hi|hello|ciao|salve|buongiorno|bun[aă](?: ziua)?|salut)[\s,.!]{1,3})?(?:(?:it(?:'s| is)|here (?:it is|you go)|ecco(?:lo)?|iat[aă]|este|è|e|sure|sigur|certo|yes|da|sì|si)[\s,:.!]{1,3}){0,2}#?([A-Za-z]{0,4}-?\d{4,8})[\s.!]*(?:thanks|grazie|mul[tțţ]umesc|mersi)?[\s.!]*$/iu;
const nextInList = new RegExp(
  `^\\s{0,2}(?:,|;|&|\\+|/|and|or|e|ed|o|și|si|şi|sau)\\s{0,2}(?:(?:the|il|l'|pe)\\s)?(?:#|№|n\\.?|nr\\.?|no\\.?)?\\s?${token}${end}`,
  "iu",
);

/** Order numbers that the words themselves name as such: `#1042`, `order no. 1042`, `ordine n. 1042`, `comanda nr. 1042`. */
export function extractOrderNumbers(text: string, masked = maskOtherNumbers(text)): ExtractedFact[] {
  const facts: ExtractedFact[] = [];
  const add = (value: string, from: number, to: number, isMarked: boolean) => {
    const normalized = normalizeOrderNumber(value);
    if (!normalized || !isPlausible(value, isMarked)) return false;
    // "48" of "4 8 2 1 3" is not a number of its own.
    if (facts.some((fact) => fact.normalized.startsWith(normalized) && /\s/.test(fact.value))) return false;
    if (!facts.some((fact) => fact.normalized === normalized))
      facts.push({ key: "orderNumber", value, normalized, excerpt: excerptAround(text, from, to) });
    return true;
  };
  for (const match of masked.matchAll(spaced)) add(match[1] ?? "", match.index, match.index + match[0].length, true);
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
  for (const match of masked.matchAll(laterInSentence)) {
    if (add(match[1] ?? "", match.index, match.index + match[0].length, false)) addList(match.index + match[0].length, match[1] ?? "");
  }
  for (const match of masked.matchAll(betweenWords)) add(match[1] ?? "", match.index, match.index + match[0].length, false);
  for (const match of masked.matchAll(aboutNumber)) add(match[1] ?? match[2] ?? "", match.index, match.index + match[0].length, false);
  for (const match of masked.matchAll(prefixed)) {
    const end = match.index + match[0].length;
    const lead = foldLetters(masked.slice(Math.max(0, match.index - 60), match.index));
    if (parcelWordsBeside(lead, foldLetters(masked.slice(end, end + 60))) === null) add(match[1] ?? "", match.index, end, true);
  }
  if (ofBuying.test(masked)) {
    for (const match of masked.matchAll(inBrackets)) add(match[1] ?? match[2] ?? "", match.index, match.index + match[0].length, true);
  }
  const only = text.length < 200 ? onlyNumber.exec(text.trim()) : null;
  if (only) add(only[1] ?? "", 0, text.length, true);
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
