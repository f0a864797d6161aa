import type { Instant } from "@askonce/spec";
import { type AnswerLanguage, answerLanguage } from "./answer-language.ts";
import { type AnswerTexts, answerTexts } from "./answer-texts.ts";
import { type SayWhen, sayWhen } from "./say-when.ts";

/** What stands at a place of a sentence: a text as it is, or a moment or a number to be written in the reader's language. */
export type SentenceValue = string | { day: Instant } | { time: Instant } | { dayAndTime: Instant } | { parcels: number };
export type SentenceValues = Readonly<Record<string, SentenceValue>>;

/** A sentence by its key, with what belongs into it. */
export interface Sentence {
  key: keyof AnswerTexts;
  values: SentenceValues;
}

export interface Writer extends AnswerLanguage {
  when: SayWhen;
  /** Which form a counted thing takes; forms a language does not tell apart are the same text. */
  plural(count: number): "one" | "few" | "other";
  /** A sentence in the reader's language. */
  write(sentence: Sentence): string;
  /** The same for a template of another table. */
  fill(template: string, values: SentenceValues): string;
}

/**
 * @param language BCP 47; what is not supported becomes English
 * @param zone IANA zone dates are written in
 * @param now milliseconds since the epoch
 */
export function createWriter(language: string | null, zone: string, now: number): Writer {
  const chosen = answerLanguage(language);
  const texts = answerTexts[chosen.language];
  const when = sayWhen(chosen.locale, zone, now);

  const fill: Writer["fill"] = (template, values) =>
    template.replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name];
      return value === undefined ? place : say(value);
    });

  const plural: Writer["plural"] = (count) => {
    const category = new Intl.PluralRules(chosen.locale).select(count);
    return category === "one" || category === "few" ? category : "other";
  };

  function say(value: SentenceValue): string {
    if (typeof value === "string") return oneLine(value);
    if ("day" in value) return when.day(value.day);
    if ("time" in value) return when.time(value.time);
    if ("parcels" in value) {
      return fill(texts[`parcels_${plural(value.parcels)}`], { n: String(value.parcels) });
    }
    const closed = when.dayClosedBy(value.dayAndTime);
    if (closed !== null) return closed;
    return fill(texts.day_and_time, { day: { day: value.dayAndTime }, time: { time: value.dayAndTime } });
  }

  return { ...chosen, when, fill, plural, write: ({ key, values }) => fill(texts[key], values) };
}

/** Names of places come from vendors, with blanks and line ends as they like. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
