import { describe, expect, it } from "vitest";
import { en } from "../messages/en.ts";
import { it as italian } from "../messages/it.ts";
import { ro } from "../messages/ro.ts";
import { calendarDay, zoneCalendar } from "./calendar-day.ts";
import { elapsedUnit } from "./elapsed.ts";
import { fill, fillParts } from "./fill.ts";
import { createWords, englishTag, supportedLanguage } from "./words.ts";

const now = Date.parse("2026-11-21T10:00:00Z");
const english = createWords("en", en, "Europe/Bucharest");
const romanian = createWords("ro", ro, "Europe/Bucharest");
const inItalian = createWords("it-IT", italian, "Europe/Rome");

describe("counting", () => {
  it("puts the Romanian de after 20, and not after 19 or 101", () => {
    const orders = (count: number) => romanian.count(ro.orders, count);
    expect([1, 2, 19, 20, 21, 100, 101, 119, 120].map(orders)).toEqual([
      "1 comandă",
      "2 comenzi",
      "19 comenzi",
      "20 de comenzi",
      "21 de comenzi",
      "100 de comenzi",
      "101 comenzi",
      "119 comenzi",
      "120 de comenzi",
    ]);
  });
  it("knows one and many in English and Italian", () => {
    expect([english.count(en.lateBy, 1), english.count(en.lateBy, 3)]).toEqual(["1 day late", "3 days late"]);
    expect(inItalian.count(italian.orders, 1)).toBe("1 ordine");
    expect(inItalian.count(italian.orders, 1_000_000)).toBe("1.000.000 di ordini");
  });
});

describe("money", () => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  it("is written with the currency's own decimals", () => {
    expect(plain(romanian.money({ amountMinor: 123_450, currency: "RON" }))).toBe("1.234,50 RON");
    expect(plain(english.money({ amountMinor: 500, currency: "JPY" }))).toBe("¥500");
    expect(plain(english.money({ amountMinor: 1500, currency: "KWD" }))).toBe("KWD 1.500");
  });
  it("keeps the minus with the number and survives a code that is none", () => {
    expect(english.money({ amountMinor: -500, currency: "EUR" })).toBe("\u2212€5.00");
    expect(english.money({ amountMinor: 500, currency: "points" })).toBe("5.00 points");
  });
});

describe("times", () => {
  it("names the day in the panel's zone, with the year only when it is another one", () => {
    expect(english.day("2026-11-18T22:30:00Z", now)).toBe("Thu, Nov 19");
    expect(createWords("en", en, "America/New_York").day("2026-11-18T22:30:00Z", now)).toBe("Wed, Nov 18");
    expect(english.day("2025-12-02T08:00:00Z", now)).toBe("Dec 2, 2025");
    expect(romanian.day("2026-11-18T12:00:00Z", now)).toBe("mie., 18 nov.");
  });
  it("says how long ago, rounded down, and never a time to come", () => {
    expect(romanian.ago("2026-11-01T10:00:00Z", now)).toBe("acum 20 de zile");
    expect(inItalian.ago("2026-11-15T11:00:00Z", now)).toBe("5 giorni fa");
    expect(english.ago("2026-11-21T10:05:00Z", now)).toBe("now");
  });
  it("shows a time that cannot be read as it came", () => {
    expect(english.day("soon", now)).toBe("soon");
  });
  it("changes the unit at its limit", () => {
    const minute = 60_000;
    expect([44_999, 45_000, 59 * minute, 60 * minute, 47 * 60 * minute, -5].map((ageMs) => elapsedUnit(ageMs))).toEqual([
      { value: 0, unit: "second" },
      { value: 1, unit: "minute" },
      { value: 59, unit: "minute" },
      { value: 1, unit: "hour" },
      { value: 1, unit: "day" },
      { value: 0, unit: "second" },
    ]);
  });
  it("counts calendar days over a change of the clock", () => {
    const bucharest = zoneCalendar("Europe/Bucharest");
    const day = (instant: string) => calendarDay(Date.parse(instant), bucharest);
    // On 2026-10-25 the day has 25 hours in Bucharest.
    expect(day("2026-10-25T21:59:59Z") - day("2026-10-24T21:00:00Z")).toBe(0);
    expect(day("2026-10-25T22:00:00Z") - day("2026-10-24T21:00:00Z")).toBe(1);
  });
});

describe("languages", () => {
  it("takes the nearest language it speaks", () => {
    expect(["ro-MD", "IT", "en-GB", "de", "", "italian"].map(supportedLanguage)).toEqual(["ro", "it", "en", "en", "en", "en"]);
    expect([englishTag("en-GB"), englishTag("de")]).toEqual(["en-GB", "en"]);
  });
  it("does not break on a tag or a zone that is none", () => {
    const odd = createWords("en-!!", en, "Mars/Olympus");
    expect(odd.country("RO")).toBe("Romania");
    expect(odd.country("??")).toBe("??");
  });
});

describe("fill", () => {
  it("gives pieces in order, and shows a place it has no value for", () => {
    expect(fillParts("Order {number}, {day}", { number: 7 })).toEqual(["Order ", 7, ", ", "{day}"]);
    expect(fill("{constructor}", {})).toBe("{constructor}");
  });
});

it("writes a promised date as the same day in every zone, without guessing a time", () => {
  for (const zone of ["Pacific/Kiritimati", "Europe/Bucharest", "Pacific/Pago_Pago"]) {
    expect(createWords("en", en, zone).date("2026-11-18")).toBe("Wed, Nov 18");
  }
});

it("counts down, and says now for what has passed", () => {
  const words = createWords("en", en, "UTC");
  expect(words.until("2026-11-21T14:00:00Z", Date.parse("2026-11-21T10:00:00Z"))).toBe("in 4 hours");
  expect(words.until("2026-11-21T09:00:00Z", Date.parse("2026-11-21T10:00:00Z"))).toBe("now");
});
