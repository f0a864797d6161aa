import type { Fact, FactSource, IncidentKind, ProblemDetails, SupportedLanguage } from "@askonce/spec";

/** The words of ours that forms, reports and incidents keep as values of facts. */
export interface FactValueTables {
  factProblem: Record<IncidentKind, string>;
  factExtent: Record<NonNullable<ProblemDetails["extent"]>, string>;
  factOutcome: Record<NonNullable<ProblemDetails["wantedOutcome"]>, string>;
}

/** How an interface says values: its words and its times, in the reader's language and time zone. */
export interface FactSpeech {
  readonly language: SupportedLanguage;
  readonly texts: FactValueTables;
  day(instant: string): string;
  /** With the time of day. */
  moment(instant: string): string;
}

/** What of a fact decides how its value is said; without a source it is what somebody wrote. */
export type SaidFact = Pick<Fact, "key" | "value"> & { readonly source: FactSource | null };

/** Where people write in words of their own, which are never touched: to whoever wrote "late" it is not our word. */
const ownWords: ReadonlySet<FactSource["kind"]> = new Set(["message", "agent", "ticket"]);

/** Two kinds of problems are called otherwise in a report's fact. */
const reported: Readonly<Record<string, string>> = { items_missing: "missing_items", not_received: "delivered_not_received" };

/**
 * A fact's value as an agent reads it: a word of ours in the reader's language, a day or an instant as the language writes it, everything else as
 * it came. A problem keeps what the customer added to it.
 */
export function factInWords({ key, value, source }: SaidFact, { language, texts, day, moment }: FactSpeech): string {
  if (source === null || ownWords.has(source.kind)) return value;
  if (key === "problem") {
    const [kind = "", ...own] = value.split(": ");
    return [wordFor(texts.factProblem, kind), ...own].join(": ");
  }
  if (key === "damageExtent") return wordFor(texts.factExtent, value);
  if (key === "wantedOutcome") return wordFor(texts.factOutcome, value);
  if (key === "language") return /^[a-z]{2,3}(-|$)/i.test(value) ? languageName(value, language) : value;
  if ((key !== "deliveryDate" && key !== "since") || !/^\d{4}-\d\d-\d\d(T.*Z)?$/.test(value) || Number.isNaN(Date.parse(value)))
    return value;
  if (!value.includes("T")) return writtenDay(value, language);
  return key === "since" ? moment(value) : day(value);
}

function wordFor(table: Readonly<Record<string, string>>, value: string): string {
  const said = value.replaceAll(" ", "_");
  const code = Object.hasOwn(reported, said) ? reported[said] : said;
  return (code !== undefined && Object.hasOwn(table, code) ? table[code] : undefined) ?? value;
}

/** A calendar day is the same in every zone. */
function writtenDay(date: string, language: string): string {
  const parts = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  return new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" }).format(Date.parse(date));
}

function languageName(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
