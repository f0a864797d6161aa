import type { LocalDate } from "./local-date.ts";

/*
 * Public holidays of whole countries, 2026 to 2028. Dates from date-holidays 3.37.0 (https://github.com/commenthol/date-holidays), its
 * data under CC BY 3.0 (https://creativecommons.org/licenses/by/3.0/), attributed to its contributors. Changed here: reduced to dates, without
 * names, each once. Holidays of single regions and patron saints are not in it.
 */
const romania: readonly string[] = [
  "2026: 01-01 01-06 01-07 01-24 04-10 04-12 04-13 05-01 05-31 06-01 08-15 11-30 12-01 12-25 12-26",
  "2027: 01-01 01-06 01-07 01-24 04-30 05-01 05-02 05-03 06-01 06-20 06-21 08-15 11-30 12-01 12-25 12-26",
  "2028: 01-01 01-06 01-07 01-24 04-14 04-16 04-17 05-01 06-01 06-04 06-05 08-15 11-30 12-01 12-25 12-26",
];

const italy: readonly string[] = [
  "2026: 01-01 01-06 04-05 04-06 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
  "2027: 01-01 01-06 03-28 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
  "2028: 01-01 01-06 04-16 04-17 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26",
];

function datesOf(years: readonly string[]): LocalDate[] {
  return years.flatMap((line) => {
    const [year, days = ""] = line.split(": ");
    return days.split(" ").map((day) => `${year}-${day}`);
  });
}

/** Dates without work by country, ISO 3166-1 alpha-2. A country that is not in it has weekends only. */
export const publicHolidays: Readonly<Record<string, readonly LocalDate[]>> = { IT: datesOf(italy), RO: datesOf(romania) };
