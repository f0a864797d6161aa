import { Temporal } from "temporal-polyfill";
import type { OrderLexicon, TimeRuleKind, TimeWords } from "./lexicon/lexicon.ts";
import { wholeWords } from "./patterns.ts";
import { clauseAt, type ReadMessage } from "./read-message.ts";

/** Days that a phrase of time means, both included; `slackDays` more on each side are not excluded. */
export interface DayRange {
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  slackDays: number;
}

export interface TimePhrase {
  from: number;
  to: number;
  /** What happened then, as far as the words beside it say. */
  role: "placed" | "delivered" | "other" | "unclear";
  /** More than one when it can be read in several ways. */
  ranges: readonly DayRange[];
  dismissed: boolean;
}

const datePatterns = [
  /(?<![\d/.-])(?<year>20\d{2})-(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d/.-])/g,
  /(?<![\d/.#-])(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>(?:20)?\d{2})(?![\d/-])/g,
  /(?<![\d/.#-])(?<day>\d{1,2})[/.](?<month>\d{1,2})(?![\d/%-]|\.\d)/g,
];

/** Who names more times than that tells no story of one order. */
const mostPhrases = 12;

/** Phrases of time in a message, resolved on the calendar of the writer's zone. */
export function findTimePhrases(message: ReadMessage, lexicon: OrderLexicon, today: Temporal.PlainDate): TimePhrase[] {
  const found: TimePhrase[] = [];
  const add = (from: number, to: number, ranges: readonly DayRange[]) => {
    if (ranges.length === 0 || found.length >= mostPhrases || found.some((one) => from < one.to && to > one.from)) return;
    found.push({ from, to, role: roleOf(message, lexicon, from, to), ranges, dismissed: clauseAt(message, from)?.dismissed ?? false });
  };
  const { time } = lexicon;
  for (const [kind, pattern] of compiledRules(time)) {
    for (const match of message.folded.matchAll(pattern)) {
      if (found.length >= mostPhrases) return found;
      add(match.index, match.index + match[0].length, resolve(kind, match.groups ?? {}, time, today));
    }
    // Before the single weekdays and days of a month, and after what has a month's name.
    if (kind === "dayAndMonth") for (const one of numericDates(message.folded, today)) add(one.from, one.to, one.ranges);
  }
  return found;
}

/** How well a day fits: 1 inside, less within the slack, 0 beyond. */
export function fitOfDay(ranges: readonly DayRange[], day: Temporal.PlainDate): number {
  return Math.max(0, ...ranges.map((range) => fitOfRange(range, day)));
}

function fitOfRange({ first, last, slackDays }: DayRange, day: Temporal.PlainDate): number {
  const before = day.until(first, { largestUnit: "day" }).days;
  const after = last.until(day, { largestUnit: "day" }).days;
  const outside = Math.max(before, after, 0);
  if (outside === 0) return 1;
  return outside <= slackDays ? 0.8 - (0.3 * outside) / (slackDays + 1) : 0;
}

const compiled = new WeakMap<TimeWords, (readonly [TimeRuleKind, RegExp])[]>();

function compiledRules(time: TimeWords): (readonly [TimeRuleKind, RegExp])[] {
  const known = compiled.get(time);
  if (known) return known;
  const { weekdays, months, units, numbers } = time;
  const parts = {
    n: `\\d{1,3}|${Object.keys(numbers).join("|")}`,
    unit: Object.values(units).join("|"),
    weekday: weekdays.join("|"),
    month: months.join("|"),
    day: "\\d{1,2}",
    year: "20\\d{2}",
  };
  const rules = time.rules.map(([kind, source]) => {
    // A group may be named once in each alternative.
    let count = 0;
    const pattern = source.replace(/\{(\w+)\}/g, (_, name: keyof typeof parts) => `(?<${name}${count++}>${parts[name]})`);
    return [kind, wholeWords([pattern])] as const;
  });
  compiled.set(time, rules);
  return rules;
}

type Groups = Readonly<Record<string, string | undefined>>;

function part(groups: Groups, name: string): string | undefined {
  for (const [key, value] of Object.entries(groups)) if (value !== undefined && key.replace(/\d+$/, "") === name) return value;
  return undefined;
}

function resolve(kind: TimeRuleKind, groups: Groups, time: TimeWords, today: Temporal.PlainDate): DayRange[] {
  const oneDay = (day: Temporal.PlainDate, slackDays = 0): DayRange[] => [{ first: day, last: day, slackDays }];
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const weekday = indexOfWord(time.weekdays, part(groups, "weekday")) + 1;
  const lastSuch = weekday === 0 ? today : today.subtract({ days: (today.dayOfWeek - weekday + 7) % 7 || 7 });
  const month = indexOfWord(time.months, part(groups, "month")) + 1;
  const year = part(groups, "year");
  switch (kind) {
    case "justNow":
      return oneDay(today);
    case "today":
      return oneDay(today);
    case "yesterday":
      return oneDay(today.subtract({ days: 1 }));
    case "dayBeforeYesterday":
      return oneDay(today.subtract({ days: 2 }));
    case "ago":
      return ago(groups, time, today);
    case "lastWeek":
      return [{ first: monday.subtract({ days: 7 }), last: monday.subtract({ days: 1 }), slackDays: 1 }];
    case "thisWeek":
      return [{ first: monday, last: today, slackDays: 0 }];
    case "lastWeekend": {
      const sunday = today.dayOfWeek === 7 ? today : monday.subtract({ days: 1 });
      return [{ first: sunday.subtract({ days: 2 }), last: sunday, slackDays: 0 }];
    }
    case "lastMonth": {
      const before = today.subtract({ months: 1 });
      return [{ first: before.with({ day: 1 }), last: before.with({ day: before.daysInMonth }), slackDays: 3 }];
    }
    case "thisMonth":
      return [{ first: today.with({ day: 1 }), last: today, slackDays: 0 }];
    case "lastYear":
      return [
        {
          first: Temporal.PlainDate.from({ year: today.year - 1, month: 1, day: 1 }),
          last: Temporal.PlainDate.from({ year: today.year - 1, month: 12, day: 31 }),
          slackDays: 0,
        },
      ];
    case "lastWeekday":
      // Some mean the nearest one, some the one of the week before.
      return [...oneDay(lastSuch), ...(monday.until(lastSuch).days >= 0 ? oneDay(lastSuch.subtract({ days: 7 })) : [])];
    case "weekdayOfLastWeek":
      return oneDay(monday.subtract({ days: 7 }).add({ days: weekday - 1 }));
    case "weekday":
      return oneDay(lastSuch);
    case "dayAndMonth":
      return dateOf(today, Number(part(groups, "day")), month, year);
    case "month": {
      const first = monthBefore(today, month, year);
      return first ? [{ first, last: first.with({ day: first.daysInMonth }), slackDays: 2 }] : [];
    }
    case "year": {
      const of = Number(year);
      return [
        {
          first: Temporal.PlainDate.from({ year: of, month: 1, day: 1 }),
          last: Temporal.PlainDate.from({ year: of, month: 12, day: 31 }),
          slackDays: 0,
        },
      ];
    }
    case "dayOfMonth": {
      const day = Number(part(groups, "day"));
      if (day < 1 || day > 31) return [];
      const inMonth = day <= today.day ? today : today.subtract({ months: 1 });
      return inMonth.daysInMonth < day ? [] : oneDay(inMonth.with({ day }));
    }
  }
}

function ago(groups: Groups, time: TimeWords, today: Temporal.PlainDate): DayRange[] {
  const written = part(groups, "n");
  const count = written === undefined ? 1 : (time.numbers[written] ?? Number(written));
  const unitText = part(groups, "unit");
  const isUnit = (unit: keyof TimeWords["units"]) => unitText !== undefined && new RegExp(`^(?:${time.units[unit]})$`).test(unitText);
  if (!Number.isFinite(count) || count > 400) return [];
  const range = (day: Temporal.PlainDate, aroundDays: number, slackDays: number): DayRange[] => [
    { first: day.subtract({ days: aroundDays }), last: day.add({ days: aroundDays }), slackDays },
  ];
  if (isUnit("day")) return range(today.subtract({ days: count }), count > 5 ? 1 : 0, count > 5 ? 2 : 1);
  if (isUnit("month")) return range(today.subtract({ months: count }), 8, 8);
  if (isUnit("year")) return range(today.subtract({ years: count }), 45, 60);
  return range(today.subtract({ days: 7 * count }), count > 1 ? 3 : 2, 2);
}

function numericDates(folded: string, today: Temporal.PlainDate): { from: number; to: number; ranges: DayRange[] }[] {
  return datePatterns.flatMap((pattern) =>
    [...folded.matchAll(pattern)].slice(0, mostPhrases).map((match) => {
      const { day, month, year } = match.groups ?? {};
      const full = year?.length === 2 ? `20${year}` : year;
      const usual = dateOf(today, Number(day), Number(month), full);
      // An American means the third of November by 11/3.
      const ranges = usual.length > 0 ? usual : dateOf(today, Number(month), Number(day), full);
      return { from: match.index, to: match.index + match[0].length, ranges };
    }),
  );
}

function dateOf(today: Temporal.PlainDate, day: number, month: number, year: string | undefined): DayRange[] {
  const first = monthBefore(today, month, year);
  if (!first || day < 1 || day > first.daysInMonth) return [];
  const date = first.with({ day });
  const past = year === undefined && Temporal.PlainDate.compare(date, today) > 0 ? date.subtract({ years: 1 }) : date;
  return [{ first: past, last: past, slackDays: 0 }];
}

/** The first of the month that is meant: of the given year, or the last such month that has begun. */
function monthBefore(today: Temporal.PlainDate, month: number, year: string | undefined): Temporal.PlainDate | null {
  if (!(month >= 1 && month <= 12)) return null;
  const first = Temporal.PlainDate.from({ year: year === undefined ? today.year : Number(year), month, day: 1 });
  return year === undefined && Temporal.PlainDate.compare(first, today) > 0 ? first.subtract({ years: 1 }) : first;
}

function indexOfWord(alternatives: readonly string[], word: string | undefined): number {
  return word === undefined ? -1 : alternatives.findIndex((one) => new RegExp(`^(?:${one})$`).test(word));
}

/** How far away a word may be that says what happened, in letters; another clause is farther, and what comes after says less than what is before. */
const farthestCue = 70;
const otherClause = 25;
const afterwards = 6;

function roleOf(message: ReadMessage, lexicon: OrderLexicon, from: number, to: number): TimePhrase["role"] {
  const start = sentenceEdge(message.folded, from, -1);
  const sentence = message.folded.slice(start, sentenceEdge(message.folded, to, 1));
  let role: TimePhrase["role"] = "unclear";
  let nearest = farthestCue;
  for (const name of ["placed", "delivered", "other"] as const) {
    for (const match of sentence.matchAll(wholeWords([lexicon.time.cues[name]]))) {
      const begin = start + match.index;
      const end = begin + match[0].length;
      const isInside = begin < to && end > from;
      // "The day before yesterday" is no "before"; "just ordered" is an order.
      if (isInside && name !== "placed") continue;
      const away = isInside ? 0 : begin >= to ? begin - to + afterwards : from - end;
      const distance = away + (clauseAt(message, begin) === clauseAt(message, from) ? 0 : otherClause);
      if (distance < nearest) [nearest, role] = [distance, name];
    }
  }
  return role;
}

function sentenceEdge(folded: string, place: number, step: 1 | -1): number {
  let at = place;
  while (
    at > 0 &&
    at < folded.length &&
    !/[!?\n]/.test(folded.charAt(step > 0 ? at : at - 1)) &&
    !isFullStop(folded, step > 0 ? at : at - 1)
  )
    at += step;
  return Math.max(0, Math.min(at, folded.length));
}

function isFullStop(folded: string, at: number): boolean {
  return folded.charAt(at) === "." && !/\d/.test(folded.charAt(at + 1));
}
