import type { Instant, Money, SupportedLanguage } from "@askonce/spec";
import type { Messages, PluralText } from "../messages/messages.ts";
import { calendarDay, zoneCalendar } from "./calendar-day.ts";
import { elapsedUnit } from "./elapsed.ts";
import { fill } from "./fill.ts";
import { createMoneyFormat } from "./money.ts";

/** Everything a view needs to speak one language in one time zone. */
export interface Words {
  /** The tag to put on the element, for example `ro`. */
  readonly language: SupportedLanguage;
  readonly texts: Messages;
  /** The text for a number, with the number written as the language writes it. */
  count(text: PluralText, count: number): string;
  money(money: Money): string;
  /** `Tue, Nov 18`; with the year when it is not the present one. */
  day(instant: Instant, nowMs: number): string;
  /** `Tue, Nov 18, 10:24 AM`. */
  moment(instant: Instant, nowMs: number): string;
  /** A calendar date (`2026-11-18`), written without the year and the same in every zone. */
  date(date: string): string;
  /** `March 2024`. */
  month(instant: Instant): string;
  /** `6 days ago`. */
  ago(instant: Instant, nowMs: number): string;
  /** `in 6 days`; now for what has passed. */
  until(instant: Instant, nowMs: number): string;
  number(value: number): string;
  /** `3 min. ago`, from an age in milliseconds. */
  age(ageMs: number): string;
  /** The calendar day in the panel's zone, for counting days. */
  calendarDay(instant: Instant): number;
  /** A country's or a language's name; the code itself when it is unknown. */
  country(code: string): string;
  languageName(tag: string): string;
}

/** The first of the languages we speak that the tag asks for; English when none. */
export function supportedLanguage(tag: string): SupportedLanguage {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return primary === "it" || primary === "ro" ? primary : "en";
}

/** The tag to write English with: a region of English stays (`en-GB`), every other tag becomes plain English. */
export function englishTag(tag: string): string {
  return /^en\b/i.test(tag) ? tag : "en";
}

function localeOf(tag: string, language: SupportedLanguage): string {
  try {
    const locale = new Intl.Locale(tag);
    return locale.language === language ? locale.toString() : language;
  } catch {
    return language;
  }
}

/**
 * @param tag a BCP 47 tag; its region decides how dates and amounts look (`en-GB`), its language which texts are used
 * @param texts the texts of the tag's language
 * @param timeZone an IANA zone; the browser's own when absent or unknown
 */
export function createWords(tag: string, texts: Messages, timeZone?: string): Words {
  const language = supportedLanguage(tag);
  const locale = localeOf(tag, language);
  const zone = knownZone(timeZone);
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, calendar: "gregory", ...(zone ? { timeZone: zone } : {}) });
  const dateFormat = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    calendar: "gregory",
    timeZone: "UTC",
  });
  const dayFormat = dates({ weekday: "short", day: "numeric", month: "short" });
  const dayWithYear = dates({ day: "numeric", month: "short", year: "numeric" });
  const momentFormat = dates({ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
  const momentWithYear = dates({ day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit" });
  const monthFormat = dates({ month: "long", year: "numeric" });
  const agoFormat = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const ageFormat = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  const nowFormat = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const calendar = zoneCalendar(zone);
  const money = createMoneyFormat(locale);

  /** A time that cannot be read is shown as it came: better than an empty panel. */
  function written(instant: Instant, format: (atMs: number) => string): string {
    const atMs = Date.parse(instant);
    return Number.isNaN(atMs) ? instant : format(atMs);
  }
  function elapsed(ageMs: number, format: Intl.RelativeTimeFormat, direction = -1): string {
    const { value, unit } = elapsedUnit(ageMs);
    return (value === 0 ? nowFormat : format).format(value * direction, unit);
  }
  function name(type: "region" | "language", code: string): string {
    try {
      return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
    } catch {
      return code;
    }
  }
  const year = (atMs: number) => new Date(calendarDay(atMs, calendar) * 86_400_000).getUTCFullYear();

  return {
    language,
    texts,
    count: (text, count) => fill(text[plurals.select(count)] ?? text.other, { count: numbers.format(count) }),
    money,
    day: (instant, nowMs) => written(instant, (atMs) => (year(atMs) === year(nowMs) ? dayFormat : dayWithYear).format(atMs)),
    moment: (instant, nowMs) => written(instant, (atMs) => (year(atMs) === year(nowMs) ? momentFormat : momentWithYear).format(atMs)),
    date: (date) => written(date, (atMs) => dateFormat.format(atMs)),
    month: (instant) => written(instant, (atMs) => monthFormat.format(atMs)),
    ago: (instant, nowMs) => written(instant, (atMs) => elapsed(nowMs - atMs, agoFormat)),
    until: (instant, nowMs) => written(instant, (atMs) => elapsed(atMs - nowMs, agoFormat, 1)),
    number: (value) => numbers.format(value),
    age: (ageMs) => elapsed(ageMs, ageFormat),
    calendarDay: (instant) => calendarDay(Date.parse(instant), calendar),
    country: (code) => name("region", code),
    languageName: (tagOfName) => name("language", tagOfName),
  };
}

function knownZone(timeZone: string | undefined): string | undefined {
  if (!timeZone) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
