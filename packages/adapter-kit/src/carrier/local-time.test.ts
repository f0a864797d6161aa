import { instantSchema } from "@askonce/spec";
import { afterEach, describe, expect, it } from "vitest";
import { type LocalTimePattern, readLocalTime } from "./local-time.ts";

const bucharest = "Europe/Bucharest";
const originalZone = process.env.TZ;

afterEach(() => {
  if (originalZone === undefined) delete process.env.TZ;
  else process.env.TZ = originalZone;
});

/** Text, pattern, instant, zone, assumptions; read in Bucharest. */
const cases: [string | number, LocalTimePattern, string, string | null, string[]][] = [
  ["2019-02-26T09:37:28+0200", "iso", "2019-02-26T07:37:28Z", "+02:00", []],
  ["2019-02-26T09:37:28+02:00", "iso", "2019-02-26T07:37:28Z", "+02:00", []],
  ["2019-02-26T09:37:28+02", "iso", "2019-02-26T07:37:28Z", "+02:00", []],
  ["2019-02-26T09:37:28.1234567-0530", "iso", "2019-02-26T15:07:28.123Z", "-05:30", []],
  ["2026-11-20T09:30:00Z", "iso", "2026-11-20T09:30:00Z", null, []],
  ["2026-11-20T09:30:00+00:00", "iso", "2026-11-20T09:30:00Z", null, []],
  ["2026-11-20T09:30:00", "iso", "2026-11-20T07:30:00Z", bucharest, ["zone"]],
  ["2026-11-22 10:00", "iso", "2026-11-22T08:00:00Z", bucharest, ["zone"]],
  ["2026-07-22 10:00", "iso", "2026-07-22T07:00:00Z", bucharest, ["zone"]],
  ["2026-11-22", "iso", "2026-11-22T21:59:59Z", bucharest, ["zone", "time_of_day"]],
  ["20.11.2026 08.12", "day_first", "2026-11-20T06:12:00Z", bucharest, ["zone"]],
  ["20/11/26 08:12", "day_first", "2026-11-20T06:12:00Z", bucharest, ["zone"]],
  ["20/11/26 8.12", "day_first", "2026-11-20T06:12:00Z", bucharest, ["zone"]],
  ["20/11/26 ", "day_first", "2026-11-20T21:59:59Z", bucharest, ["zone", "time_of_day"]],
  ["2026-10-25 03:30", "iso", "2026-10-25T00:30:00Z", bucharest, ["zone", "ambiguous_hour"]],
  ["2026-03-29 03:30", "iso", "2026-03-29T01:30:00Z", bucharest, ["zone", "missing_hour"]],
  ["2026-10-25T03:30:00+0200", "iso", "2026-10-25T01:30:00Z", "+02:00", []],
  ["/Date(1795100000000+0200)/", "net_date", "2026-11-19T14:53:20Z", "+02:00", []],
  ["/Date(1795100000000)/", "net_date", "2026-11-19T14:53:20Z", null, []],
  [1795100000, "epoch_seconds", "2026-11-19T14:53:20Z", null, []],
  ["1795100000123", "epoch_ms", "2026-11-19T14:53:20.123Z", null, []],
];

describe("readLocalTime", () => {
  it.each(["UTC", "America/New_York", "Europe/Bucharest", "Pacific/Kiritimati"])("reads the same in a process of %s", (processZone) => {
    process.env.TZ = processZone;
    expect(new Date(0).getTimezoneOffset()).toBe({ UTC: 0, "America/New_York": 300, "Europe/Bucharest": -120 }[processZone] ?? 640);
    for (const [text, pattern, at, zone, assumed] of cases) {
      expect(readLocalTime(text, pattern, bucharest), String(text)).toEqual({ at, zone, assumed, original: String(text).trim() });
    }
  });

  it.each([
    ["", "iso"],
    [null, "iso"],
    [undefined, "day_first"],
    ["0000-00-00 00:00:00", "iso"],
    ["0001-01-01T00:00:00", "iso"],
    ["2026-02-30 10:00", "iso"],
    ["2026-11-20 25:00", "iso"],
    ["2026-11-20T10:00:00+9900", "iso"],
    ["20/11/2026", "iso"],
    ["2026-11-20", "day_first"],
    ["31.11.2026 10.00", "day_first"],
    ["11/20/26 10:00", "day_first"],
    ["tomorrow", "iso"],
    ["/Date(99999999999999999)/", "net_date"],
    [1795100000000, "epoch_seconds"],
    [1795100000, "epoch_ms"],
    [0, "epoch_ms"],
    [Number.NaN, "epoch_ms"],
  ] as [string | number | null | undefined, LocalTimePattern][])("takes %j (%s) for no time", (text, pattern) => {
    expect(readLocalTime(text, pattern, bucharest)).toBeNull();
  });

  it("takes no zone for no time instead of throwing", () => {
    expect(readLocalTime("2026-11-20 10:00", "iso", "Nowhere/Land")).toBeNull();
  });

  it("gives an instant or nothing for whatever comes", () => {
    const alphabet = "0123456789-+:./ TZDate()";
    let seed = 42;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    const patterns: LocalTimePattern[] = ["iso", "day_first", "net_date", "epoch_seconds", "epoch_ms"];
    let read = 0;
    for (let round = 0; round < 20_000; round++) {
      const seedText = String(cases[next(cases.length)]?.[0] ?? "");
      const at = next(seedText.length + 1);
      const text = `${seedText.slice(0, at)}${alphabet[next(alphabet.length)]}${seedText.slice(at + next(3))}`;
      for (const pattern of patterns) {
        const time = readLocalTime(text, pattern, bucharest);
        if (time === null) continue;
        read++;
        expect(instantSchema.safeParse(time.at).success, text).toBe(true);
      }
    }
    expect(read).toBeGreaterThan(1000);
  });
});
