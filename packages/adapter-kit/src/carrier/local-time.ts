import type { Instant, TimeAssumption } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";

/**
 * How a vendor writes times.
 * - `iso`: `2026-11-20T08:12:00+0200`, with or without offset, colon in it, seconds; a blank for the `T`; a day alone
 * - `day_first`: `20.11.2026 08.12`, `20/11/26 08:12`, seconds or no time at all; two digits of a year are of this century
 * - `net_date`: `/Date(1795100000000+0200)/`, whose milliseconds are UTC whatever offset follows
 * - `epoch_seconds`, `epoch_ms`
 */
export type LocalTimePattern = "iso" | "day_first" | "net_date" | "epoch_seconds" | "epoch_ms";

/** A vendor's time, read. */
export interface LocalTime {
  at: Instant;
  /** The offset the text gave (`+02:00`), or the zone that was assumed; `null` when the text is UTC. */
  zone: string | null;
  /** What the text left out. Empty when it said everything. */
  assumed: TimeAssumption[];
  /** As it came. */
  original: string;
}

interface Fields {
  date: { year: number; month: number; day: number };
  time: { hour: number; minute: number; second: number; millisecond: number } | null;
  offset: string | null;
}

const timeSource = String.raw`(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?`;
const isoText = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*${timeSource}\s*(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$`, "i");
const dayFirstText = new RegExp(String.raw`^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ ,T]\s*${timeSource})?$`, "i");
const netDateText = /^\/Date\((-?\d{1,16})([+-]\d{4})?\)\/$/;

/** Parcels were not tracked before, nor will these codes be read after: such a time is an empty field, or another unit. */
const earliestMs = Date.UTC(2000, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

/**
 * Reads a vendor's time without the process's own zone. Of an hour that comes twice in autumn the first one is taken, of one that does not
 * exist in spring the one after it, of a day without time its last second; each is noted in `assumed`, as is the zone when the text has
 * no offset.
 *
 * @param zone IANA name, for texts without an offset
 * @returns `null` for what is no time; never throws
 */
export function readLocalTime(value: string | number | null | undefined, pattern: LocalTimePattern, zone: string): LocalTime | null {
  const original = value === null || value === undefined ? "" : String(value).trim();
  if (original === "" || original.length > 60) return null;
  try {
    if (pattern === "epoch_seconds" || pattern === "epoch_ms") return readEpoch(original, pattern === "epoch_seconds" ? 1000 : 1);
    if (pattern === "net_date") return readNetDate(original);
    const fields = pattern === "iso" ? isoFields(original) : dayFirstFields(original);
    return fields && resolve(fields, zone, original);
  } catch (error) {
    // Of Temporal: no such day, hour, offset or zone.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readEpoch(original: string, unitMs: number): LocalTime | null {
  if (!/^\d{1,16}(\.\d+)?$/.test(original)) return null;
  return finish(Math.trunc(Number(original) * unitMs), null, [], original);
}

function readNetDate(original: string): LocalTime | null {
  const match = netDateText.exec(original);
  if (!match) return null;
  return finish(Number(match[1]), zoneOfOffset(match[2] ?? null), [], original);
}

function isoFields(text: string): Fields | null {
  const match = isoText.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  return { date: dateOf(year, month, day), time: timeOf(hour, minute, second, fraction), offset: offset ?? null };
}

function dayFirstFields(text: string): Fields | null {
  const match = dayFirstText.exec(text);
  if (!match) return null;
  const [, day, month, year = "", hour, minute, second, fraction] = match;
  return { date: dateOf(year.length === 2 ? `20${year}` : year, month, day), time: timeOf(hour, minute, second, fraction), offset: null };
}

function dateOf(year = "", month = "", day = ""): Fields["date"] {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function timeOf(hour: string | undefined, minute = "", second = "0", fraction = ""): Fields["time"] {
  if (hour === undefined) return null;
  return { hour: Number(hour), minute: Number(minute), second: Number(second), millisecond: Number(fraction.padEnd(3, "0").slice(0, 3)) };
}

function resolve({ date, time, offset }: Fields, zone: string, original: string): LocalTime | null {
  const endOfDay = { hour: 23, minute: 59, second: 59, millisecond: 0 };
  const local = Temporal.PlainDateTime.from({ ...date, ...(time ?? endOfDay) }, { overflow: "reject" });
  const assumed: TimeAssumption[] = time === null ? ["time_of_day"] : [];
  if (offset !== null) {
    const given = zoneOfOffset(offset);
    return finish(local.toZonedDateTime(given ?? "UTC").epochMilliseconds, given, assumed, original);
  }
  const earlier = local.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(zone, { disambiguation: "later" });
  assumed.unshift("zone");
  if (earlier.epochMilliseconds === later.epochMilliseconds) return finish(earlier.epochMilliseconds, zone, assumed, original);
  // Both readings show the written hour when the clock went back, neither when it was skipped.
  const isSkipped = !earlier.toPlainDateTime().equals(local);
  assumed.push(isSkipped ? "missing_hour" : "ambiguous_hour");
  return finish((isSkipped ? later : earlier).epochMilliseconds, zone, assumed, original);
}

/** `+0200` and `+02` as `+02:00`; `null` for UTC. */
function zoneOfOffset(offset: string | null): string | null {
  if (offset === null || /^(z|utc)$/i.test(offset)) return null;
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  return digits === "0000" ? null : `${offset.slice(0, 1)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

function finish(ms: number, zone: string | null, assumed: TimeAssumption[], original: string): LocalTime | null {
  if (!(ms >= earliestMs && ms < latestMs)) return null;
  return { at: new Date(ms).toISOString().replace(".000Z", "Z"), zone, assumed, original };
}
