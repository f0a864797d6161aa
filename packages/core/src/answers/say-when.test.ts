import { describe, expect, it } from "vitest";
import { toInstant } from "../platform/instants.ts";
import { answerLanguage } from "./answer-language.ts";
import { nextWorkingEvening, sayWhen } from "./say-when.ts";

const now = Date.parse("2026-11-16T08:00:00Z");

describe("moments", () => {
  it.each([
    ["en-GB", "Tuesday 24 November", "22:59"],
    ["en-US", "Tuesday, November 24", "10:59 PM"],
    ["it-IT", "martedì 24 novembre", "22:59"],
    ["ro-RO", "marți, 24 noiembrie", "22:59"],
  ])("in %s", (locale, day, time) => {
    const when = sayWhen(locale, "Europe/Rome", now);
    expect(when.day("2026-11-24T21:59:59Z")).toBe(day);
    expect(when.time("2026-11-24T21:59:59Z").replace("\u202f", " ")).toBe(time);
  });

  it("have a year when it is another one, on the clock of the place", () => {
    expect(sayWhen("en-GB", "Europe/Rome", now).day("2026-12-31T22:30:00Z")).toBe("Thursday 31 December");
    expect(sayWhen("en-GB", "Europe/Bucharest", now).day("2026-12-31T22:30:00Z")).toBe("Friday, 1 January 2027");
  });

  it("know the day's end in the nights in which the clock is changed", () => {
    const when = sayWhen("en-GB", "Europe/Bucharest", now);
    expect(toInstant(when.endOfDay(Date.parse("2026-10-25T05:00:00Z")))).toBe("2026-10-25T21:59:59.999Z");
    expect(when.isToday("2026-11-16T21:59:59Z")).toBe(true);
    expect(when.isToday("2026-11-16T22:00:00Z")).toBe(false);
  });

  it("name the day that a deadline at midnight closes", () => {
    const when = sayWhen("en-GB", "Europe/Bucharest", now);
    expect(when.dayClosedBy("2026-11-20T22:00:00Z")).toBe("Friday 20 November");
    expect(when.dayClosedBy("2026-11-20T21:59:59Z")).toBe("Friday 20 November");
    expect(when.dayClosedBy("2026-11-20T21:58:00Z")).toBeNull();
    expect(when.dayClosedBy("2026-11-20T22:01:00Z")).toBeNull();
  });

  it("skip the weekend", () => {
    const evening = (instant: string) => toInstant(nextWorkingEvening(Date.parse(instant), "Europe/Bucharest"));
    expect(evening("2026-11-16T08:00:00Z")).toBe("2026-11-17T16:00:00.000Z");
    expect(evening("2026-11-20T08:00:00Z")).toBe("2026-11-23T16:00:00.000Z");
    expect(evening("2026-11-21T08:00:00Z")).toBe("2026-11-23T16:00:00.000Z");
    expect(evening("2026-10-23T08:00:00Z")).toBe("2026-10-26T16:00:00.000Z");
  });
});

describe("the language of an answer", () => {
  it.each([
    ["ro", "ro", "ro-RO"],
    ["it_IT", "it", "it-IT"],
    ["it-CH", "it", "it-CH"],
    ["en-US", "en", "en-US"],
    ["RO", "ro", "ro-RO"],
    ["de-DE", "en", "en-GB"],
    ["not a tag!", "en", "en-GB"],
    [null, "en", "en-GB"],
  ])("%s", (tag, language, locale) => {
    expect(answerLanguage(tag)).toEqual({ language, locale });
  });
});
