import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { orderLexicons } from "./lexicon/lexicons.ts";
import { readMessage } from "./read-message.ts";
import { findTimePhrases, fitOfDay } from "./time-phrases.ts";

/** A Friday. */
const today = Temporal.PlainDate.from("2026-11-20");

function read(language: keyof typeof orderLexicons, text: string) {
  const lexicon = orderLexicons[language];
  return findTimePhrases(readMessage(text, lexicon), lexicon, today).map(({ role, ranges }) => {
    const [range] = ranges;
    return `${role} ${range?.first}${range && Temporal.PlainDate.compare(range.first, range.last) < 0 ? `..${range.last}` : ""}`;
  });
}

describe("a phrase of time", () => {
  it.each([
    ["en", "I ordered it yesterday", "placed 2026-11-19"],
    ["en", "the order from last Tuesday", "placed 2026-11-17"],
    ["en", "it arrived on Monday", "delivered 2026-11-16"],
    ["en", "bought 3 days ago", "placed 2026-11-17"],
    ["en", "I placed it the day before yesterday", "placed 2026-11-18"],
    ["en", "ordered in October", "placed 2026-10-01..2026-10-31"],
    ["en", "ordered in December", "placed 2025-12-01..2025-12-31"],
    ["en", "ordered on 3 November", "placed 2026-11-03"],
    ["en", "ordered on November 3rd, 2025", "placed 2025-11-03"],
    ["en", "my order of 03/11", "placed 2026-11-03"],
    ["en", "the order of 2026-11-05", "placed 2026-11-05"],
    ["en", "ordered last week", "placed 2026-11-09..2026-11-15"],
    ["en", "ordered two weeks ago", "placed 2026-11-03..2026-11-09"],
    ["en", "I ordered on the 5th", "placed 2026-11-05"],
    ["en", "it should be here by Monday", "other 2026-11-16"],
    ["it", "ho ordinato l'altro ieri", "placed 2026-11-18"],
    ["it", "l'ordine della settimana scorsa", "placed 2026-11-09..2026-11-15"],
    ["it", "è arrivato lunedì", "delivered 2026-11-16"],
    ["it", "ordinato due settimane fa", "placed 2026-11-03..2026-11-09"],
    ["it", "l'ordine del 3 novembre", "placed 2026-11-03"],
    ["it", "l'ordine di giovedì scorso", "placed 2026-11-19"],
    ["ro", "am comandat alaltăieri", "placed 2026-11-18"],
    ["ro", "comanda de luni", "placed 2026-11-16"],
    ["ro", "am comandat acum 2 luni", "placed 2026-09-12..2026-09-28"],
    ["ro", "comanda de săptămâna trecută", "placed 2026-11-09..2026-11-15"],
    ["ro", "a ajuns ieri", "delivered 2026-11-19"],
    ["ro", "am comandat pe 3 noiembrie", "placed 2026-11-03"],
  ] as const)("%s: %s", (language, text, expected) => {
    expect(read(language, text)).toEqual([expected]);
  });

  it("fits the days it means, less those around, and no others", () => {
    const day = (text: string) => Temporal.PlainDate.from(text);
    const ranges = [{ first: day("2026-11-09"), last: day("2026-11-15"), slackDays: 1 }];
    expect(fitOfDay(ranges, day("2026-11-12"))).toBe(1);
    expect(fitOfDay(ranges, day("2026-11-16"))).toBeGreaterThan(0.5);
    expect(fitOfDay(ranges, day("2026-11-08"))).toBeLessThan(1);
    expect(fitOfDay(ranges, day("2026-11-17"))).toBe(0);
  });

  it("is none where a number of months is, or a word that is also a month", () => {
    expect(read("ro", "aștept de 3 luni")).toEqual([]);
    expect(read("en", "I may order again")).toEqual([]);
  });
});
