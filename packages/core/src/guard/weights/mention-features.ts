import { askCues } from "../ask-cues.ts";
import { stateAt } from "../ask-marks.ts";
import { verdictOf } from "../ask-verdict.ts";
import { placeInDraft } from "../folded-draft.ts";
import { lexiconOf } from "../lexicon/compiled.ts";
import type { DraftSurroundings, KeySurroundings } from "./draft-surroundings.ts";
import { FeaturePlaces } from "./feature-places.ts";
import { kindOfKey } from "./key-kinds.ts";
import type { Mention } from "./mentions.ts";
import { placeOfValue } from "./value-place.ts";
import { wordsOf } from "./words.ts";

/** How many words before and after a mention are weighed by their order. */
const wordsBefore = 9;
const wordsAfter = 7;

/**
 * What is to be weighed of a mention besides what is the same for its key: features that are there or not, each by its name. Names that begin
 * with a language are of its words; the others mean the same in all of them.
 */
export function featuresOf(mention: Mention, key: KeySurroundings, draft: DraftSurroundings): FeaturePlaces {
  const features = new FeaturePlaces();
  addKind(features, mention, key);
  if (mention.kind === "bare") addBareWords(features, mention, draft);
  else {
    addPlace(features, mention, key, draft);
    addWords(features, mention, draft);
    addNeighbors(features, mention, draft);
  }
  return features;
}

function addKind(features: FeaturePlaces, { kind, noun, how, key: asked }: Mention, { kind: group }: KeySurroundings): void {
  features.add("kind:", kind);
  features.add("kind:", group, ":", kind);
  if (noun !== null) {
    features.add(`excluded:${noun.isExcluded}`);
    features.add(`hasValue:${noun.hasValue}`);
  }
  if (how === null) return;
  features.add("how:", how);
  features.add("how:", group, ":", how);
  features.add("how:", asked, ":", how);
}

/** A sentence that asks and names nothing: its words with the key, which they may ask for all the same. */
function addBareWords(features: FeaturePlaces, { key, sentence }: Mention, { reading, wordsAt }: DraftSurroundings): void {
  const read = reading.sentences[sentence];
  if (read === undefined) return;
  const words = wordsAt(sentence);
  const [alone, withKey] = [`${read.language}x|`, `${read.language}x|${key}|`];
  features.add(`question:bare:${read.sentence.isQuestion}`);
  features.add("key:bare:", key);
  features.add(read.language, "xw|", words[0] ?? "", " ", words[1] ?? "");
  for (const [place, word] of words.entries()) {
    features.add(withKey, word);
    features.add(alone, word);
    if (place > 0) features.add(withKey, words[place - 1] ?? "", " ", word);
    if (place > 1) features.add(withKey, words[place - 2] ?? "", " ", words[place - 1] ?? "", " ", word);
  }
}

/** Where it stands, what the rules say of it, and whether its value stands beside it. */
function addPlace(features: FeaturePlaces, mention: Mention, around: KeySurroundings, draft: DraftSurroundings): void {
  const { key, kind, sentence: index, from, to } = mention;
  const { kind: group, rules, sought } = around;
  const { reading, sentences } = draft;
  const read = reading.sentences[index];
  if (read === undefined) return;
  const { text, marks, language, sentence, nouns } = read;
  const lexicon = lexiconOf(language);
  const place = placeInDraft(reading.folded, sentence.from + from, sentence.from + Math.max(to, from + 1));
  const here = rules.find(({ ask }) => ask.from <= place.to && place.from <= ask.to + 2);
  const rule = here?.verdict.verdict ?? (rules.length > 0 ? "elsewhere" : "none");
  const state = stateAt(marks, from);
  const said = sought.map((value) => placeOfValue(value, text)).find((found) => found !== null) ?? null;
  const where = said === null ? "no" : said.how + (said.from >= to ? ">" : said.to <= from ? "<" : "=");
  const start = state !== null && state.from < from ? state.from : from;
  const confirms = state?.isConfirmation ?? false;
  const cues = askCues({ key, from: start, to, nounFrom: from, isConfirmation: confirms, hasValue: false }, sentences, index, lexicon);
  const ask = { key, from, to, text: text.slice(Math.max(0, from - 60), to), language, cues };
  const { verdict } = verdictOf(ask, draft.known, draft.history, null);
  const before = reading.sentences[index - 1];
  const valueBefore = before !== undefined && sought.some((value) => placeOfValue(value, before.text) !== null);
  const question = String(sentence.isQuestion);
  for (const [name, value] of [
    ["rule:", rule],
    ["verdict:", verdict],
  ] as const) {
    features.addRule(name, value);
    features.addRule(name, group, ":", value);
    features.addRule(name, key, ":", value);
  }
  features.addRule(`state:${state === null ? "none" : `${confirms ? "confirm" : "ask"}${state.isNear ? "Near" : ""}`}`);
  features.addRule("marks:", [...new Set(marks.map((mark) => mark.kind))].sort().join("+"));
  features.addRule(`afterNoun:${lexicon.afterNoun.test(text.slice(to, to + 80))}`);
  features.addRule(`vetoed:${read.isVetoed}`);
  for (const [name, isGiven] of Object.entries(cues)) {
    if (isGiven !== true) continue;
    features.addRule("cue:", name);
    features.addRule("cue:", group, ":", name);
  }
  features.add("question:", question);
  features.add("question:", kind, ":", question);
  features.add(`entry:${sentence.isEntry}`);
  features.add(`header:${sentence.isHeader}`);
  features.add(`paragraph:${sentence.startsParagraph}`);
  features.add(`length:${Math.min(6, Math.floor(Math.log2(text.length + 1)))}`);
  features.add(`nouns:${Math.min(4, nouns.length)}`);
  features.add(`headerBefore:${before?.sentence.isHeader ?? false}`);
  features.add(`questionAfter:${sentences[index + 1]?.isQuestion ?? "none"}`);
  features.add(`position:${index === 0 ? "first" : reading.sentences.length - index <= 2 ? "late" : "middle"}`);
  features.add("value:", where);
  features.add("value:", group, ":", where);
  features.add("value:", question, ":", where);
  features.add("value:", kind, ":", question, ":", where);
  features.add(`valueBefore:${valueBefore}`);
}

/** The words around it in their order, other things that can be asked for by their kind, and all words of the sentence. */
function addWords(features: FeaturePlaces, { key, sentence: index, from, to }: Mention, { reading }: DraftSurroundings): void {
  const read = reading.sentences[index];
  if (read === undefined) return;
  const { text, language, nouns } = read;
  const group = kindOfKey(key);
  const others = nouns.filter((noun) => !(noun.from < to && from < noun.to)).sort((one, other) => one.from - other.from);
  const named = (start: number, end: number) => {
    let masked = "";
    let at = start;
    for (const noun of others) {
      if (noun.from < at || noun.to > end) continue;
      masked += `${text.slice(at, noun.from)} zn${kindOfKey(noun.key).slice(0, 4)} `;
      at = noun.to;
    }
    return wordsOf(masked + text.slice(at, end));
  };
  const [allBefore, allAfter, target] = [named(0, from), named(to, text.length), wordsOf(text.slice(from, to))];
  const [before, after, whole] = [allBefore.slice(-wordsBefore), allAfter.slice(0, wordsAfter), [...allBefore, "K", ...allAfter]];
  for (const [place, word] of before.entries()) {
    features.add(language, "b|", word);
    if (place >= before.length - 4) features.add(language, "bk|", group, "|", word);
    if (place > 0) features.add(language, "b|", before[place - 1] ?? "", " ", word);
    if (place > 1) features.add(language, "b|", before[place - 2] ?? "", " ", before[place - 1] ?? "", " ", word);
  }
  for (const [place, word] of after.entries()) {
    features.add(language, "a|", word);
    if (place < 4) features.add(language, "ak|", group, "|", word);
    if (place > 0) features.add(language, "a|", after[place - 1] ?? "", " ", word);
  }
  for (const count of [1, 2, 3]) {
    features.add(`${language}b${count}|`, before.slice(-count).join(" "));
    features.add(`${language}a${count}|`, after.slice(0, count).join(" "));
    features.add(`${language}w${count}|`, whole.slice(0, count).join(" "));
  }
  features.add(language, "bk1|", key, "|", before.at(-1) ?? "");
  for (const [place, word] of whole.entries()) {
    features.add(language, "s|", word);
    features.add(language, "sg|", group, "|", word);
    features.add(language, "sk|", key, "|", word);
    if (place === 0) continue;
    features.add(language, "s|", whole[place - 1] ?? "", " ", word);
    features.add(language, "sk|", key, "|", whole[place - 1] ?? "", " ", word);
  }
  for (const word of target) features.add(language, "t|", key, "|", word);
  features.add(language, "t|", key, "|", target.join(" "));
}

/** The words of the sentences beside it. */
function addNeighbors(features: FeaturePlaces, { sentence }: Mention, draft: DraftSurroundings): void {
  const language = draft.reading.sentences[sentence]?.language ?? "";
  for (const word of draft.wordsAt(sentence - 1)) features.add(language, "p|", word);
  for (const word of draft.wordsAt(sentence + 1)) features.add(language, "n|", word);
}
