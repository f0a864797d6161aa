/** A week is named by its Monday, a date without a zone: reading it in UTC keeps it the same day for every reader. */
function monday(week: string): Date {
  return new Date(`${week}T00:00:00Z`);
}

/** The Monday with its month, as in "November 16". */
export function weekDay(week: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", timeZone: "UTC" }).format(monday(week));
}

/** The Monday's day and short month apart, for places with little room: without the dot of an abbreviation. */
export function weekParts(week: string, language: string): { day: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(monday(week));
  return { day: part({ day: "numeric" }), month: part({ month: "short" }).replace(/\.$/, "") };
}
