import { describe, expect, it } from "vitest";
import { createCalendar } from "./calendar.ts";
import { calendarFor } from "./country-calendar.ts";
import { countryZone } from "./country-zones.ts";
import { dayNumber, isoWeekday, localDate } from "./local-date.ts";
import { dayEnd, instantText, timeOfDay, zoneDays } from "./zone-days.ts";

const hourMs = 3_600_000;
const at = (instant: string) => Date.parse(instant);
const shopZone = "Europe/Bucharest";
const romania = calendarFor("RO", { shopZone });

describe("local dates", () => {
  it("counts days and weekdays", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(localDate(dayNumber("2028-02-29"))).toBe("2028-02-29");
    expect([isoWeekday(0), isoWeekday(dayNumber("2026-11-22")), isoWeekday(dayNumber("1969-12-29"))]).toEqual([4, 7, 1]);
  });

  it.each(["2026-02-30", "2026-13-01", "2026-1-1", "yesterday", "2026-11-22T10:00:00Z"])("refuses %s", (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

describe("days of a zone", () => {
  it("ends a day of 23, 24 and 25 hours with its last second", () => {
    expect(instantText(dayEnd("2026-03-29", "Europe/Bucharest"))).toBe("2026-03-29T20:59:59Z");
    expect(instantText(dayEnd("2026-10-25", "Europe/Bucharest"))).toBe("2026-10-25T21:59:59Z");
    expect(instantText(dayEnd("2026-11-18", "Europe/Rome"))).toBe("2026-11-18T22:59:59Z");
    const { startOf } = zoneDays("Europe/Rome");
    expect(startOf(dayNumber("2026-03-30")) - startOf(dayNumber("2026-03-29"))).toBe(23 * hourMs);
    expect(startOf(dayNumber("2026-10-26")) - startOf(dayNumber("2026-10-25"))).toBe(25 * hourMs);
  });

  it("ends the day before a midnight that the clocks skip", () => {
    // In Beirut the clocks go from 00:00 to 01:00, so that this day begins at one.
    expect(instantText(dayEnd("2026-03-28", "Asia/Beirut"))).toBe("2026-03-28T21:59:59Z");
    expect(zoneDays("Asia/Beirut").startOf(dayNumber("2026-03-29"))).toBe(at("2026-03-28T22:00:00Z"));
  });

  it("knows the day of an instant in the zones furthest apart", () => {
    const instant = at("2026-11-22T10:30:00Z");
    expect(localDate(zoneDays("Pacific/Kiritimati").dayOf(instant))).toBe("2026-11-23");
    expect(localDate(zoneDays("Pacific/Pago_Pago").dayOf(instant))).toBe("2026-11-21");
    expect(localDate(zoneDays("Etc/GMT+12").dayOf(at("2026-11-22T11:59:59.999Z")))).toBe("2026-11-21");
    expect(localDate(zoneDays("Etc/GMT+12").dayOf(at("2026-11-22T12:00:00Z")))).toBe("2026-11-22");
  });

  it("reads a time that is skipped as the one after the gap, and one that comes twice as the first", () => {
    expect(instantText(timeOfDay("2026-03-29", "03:30", "Europe/Bucharest"))).toBe("2026-03-29T01:30:00Z");
    expect(instantText(timeOfDay("2026-10-25", "03:30", "Europe/Bucharest"))).toBe("2026-10-25T00:30:00Z");
    expect(instantText(timeOfDay("2026-10-25", "16:00", "Europe/Bucharest"))).toBe("2026-10-25T14:00:00Z");
    expect(instantText(timeOfDay("2026-11-17", "21:00:30", "Europe/Rome"))).toBe("2026-11-17T20:00:30Z");
  });

  it("refuses zones and times that are none", () => {
    expect(() => zoneDays("Europe/Atlantis")).toThrow(RangeError);
    expect(() => timeOfDay("2026-11-17", "24:00", "Europe/Rome")).toThrow(RangeError);
    expect(() => timeOfDay("2026-11-17", "9:00", "Europe/Rome")).toThrow(RangeError);
  });

  it("survives the last day that can be written", () => {
    expect(dayEnd("9999-12-31", "UTC")).toBe(at("9999-12-31T23:59:59Z"));
  });
});

describe("working days", () => {
  it("leaves out weekends and public holidays", () => {
    expect(romania.isWorkingDay("2026-11-27")).toBe(true);
    expect(romania.isWorkingDay("2026-11-28")).toBe(false);
    expect(romania.isWorkingDay("2026-11-30")).toBe(false);
    expect(romania.addWorkingDays("2026-11-27", 1)).toBe("2026-12-02");
    expect(romania.addWorkingDays("2026-11-28", 0)).toBe("2026-12-02");
    expect(romania.addWorkingDays("2026-11-27", 0)).toBe("2026-11-27");
    expect(romania.workingDaysBetween("2026-11-27", "2026-12-04")).toBe(3);
    expect(romania.workingDaysBetween("2026-12-04", "2026-11-27")).toBe(0);
  });

  it("inverts adding: as many working days lie between as were added", () => {
    for (let count = 1; count < 400; count += 1) {
      expect(romania.workingDaysBetween("2026-01-05", romania.addWorkingDays("2026-01-05", count))).toBe(count);
    }
  });

  it("knows Italy's new holiday of 4 October and no holiday of the neighbor", () => {
    const italy = calendarFor("it", { shopZone });
    expect(italy.isWorkingDay("2027-10-04")).toBe(false);
    expect(italy.isWorkingDay("2026-12-01")).toBe(true);
    expect(romania.isWorkingDay("2026-12-08")).toBe(true);
    expect(italy.zone).toBe("Europe/Rome");
  });

  it("takes a worked holiday and an additional closure from the shop", () => {
    const own = calendarFor("RO", { shopZone, holidays: ["2026-12-24"], alwaysWorkingDays: ["2026-11-30", "2026-11-28"] });
    expect(own.addWorkingDays("2026-11-27", 2)).toBe("2026-11-30");
    expect(own.isWorkingDay("2026-12-24")).toBe(false);
  });

  it("says when only weekends are known, and takes the shop's zone where a country has several", () => {
    expect(romania.holidaysKnown).toBe(true);
    const usa = calendarFor("US", { shopZone });
    expect([usa.holidaysKnown, usa.zone, usa.isWorkingDay("2026-07-03"), usa.isWorkingDay("2026-07-04")]).toEqual([
      false,
      "Europe/Bucharest",
      true,
      false,
    ]);
    expect(calendarFor(null, { shopZone: "Europe/Rome" }).zone).toBe("Europe/Rome");
    expect(calendarFor("DE", { shopZone, zone: "Europe/Rome" }).zone).toBe("Europe/Rome");
    // Own closures do not make a country known.
    expect(calendarFor("DE", { shopZone, holidays: ["2026-10-03"] }).holidaysKnown).toBe(false);
  });

  it("makes one calendar for the same question", () => {
    expect(calendarFor("RO", { shopZone })).toBe(romania);
    expect(romania.withWeekend([7])).toBe(romania.withWeekend([7]));
    expect(romania.withWeekend([7]).isWorkingDay("2026-11-28")).toBe(true);
    expect(romania.withWeekend([7]).isWorkingDay("2026-11-30")).toBe(false);
  });

  it("has a real zone for every country of the EU, the United Kingdom and Switzerland", () => {
    const codes = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH";
    for (const code of codes.split(" ")) expect(() => zoneDays(countryZone(code) ?? "")).not.toThrow();
    expect([countryZone("US"), countryZone("CA"), countryZone("constructor")]).toEqual([null, null, null]);
  });

  it("refuses what would never end or means nothing", () => {
    expect(() => createCalendar({ zone: "UTC", weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow(RangeError);
    expect(() => createCalendar({ zone: "UTC", weekend: [0] })).toThrow(RangeError);
    expect(() => createCalendar({ zone: "UTC", holidays: ["2026-02-30"] })).toThrow(RangeError);
    expect(() => romania.addWorkingDays("2026-11-27", -1)).toThrow(RangeError);
    expect(() => romania.addWorkingDays("2026-11-27", 0.5)).toThrow(RangeError);
  });
});

describe("working time", () => {
  it("stands still on days without work", () => {
    // Friday 20:00 in Bucharest; Saturday to Tuesday are free.
    expect(instantText(romania.addWorkingTime(at("2026-11-27T18:00:00Z"), 14 * hourMs))).toBe("2026-12-02T08:00:00Z");
    expect(instantText(romania.addWorkingTime(at("2026-11-27T18:00:00Z"), 4 * hourMs))).toBe("2026-11-27T22:00:00Z");
    expect(instantText(romania.addWorkingTime(at("2026-11-28T09:00:00Z"), hourMs))).toBe("2026-12-01T23:00:00Z");
    expect(romania.addWorkingTime(at("2026-11-24T09:00:00Z"), 48 * hourMs)).toBe(at("2026-11-26T09:00:00Z"));
  });
});
