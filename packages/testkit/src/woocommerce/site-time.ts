const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, known);
  }
  return known;
}

/** How far the zone's clock is ahead of UTC at that instant, in milliseconds. */
export function siteOffsetMs(instantMs: number, timeZone: string): number {
  const parts: Record<string, number> = {};
  for (const part of format(timeZone).formatToParts(instantMs)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instantMs / 1000) * 1000;
}

/** `2026-11-21T17:17:05`: UTC, but without the `Z` that would say so. This is every `*_gmt` field. */
export function gmtText(instantMs: number): string {
  return new Date(instantMs).toISOString().slice(0, 19);
}

/** `2026-11-21T19:17:05`: the site's own clock without offset. This is every date field without `_gmt`. */
export function siteText(instantMs: number, timeZone: string): string {
  return gmtText(instantMs + siteOffsetMs(instantMs, timeZone));
}

/** The instant at which the site's clock shows `text` (`2026-11-21T19:17:05`). In the repeated hour of autumn the first one is meant. */
export function siteInstantMs(text: string, timeZone: string): number {
  const asUtc = Date.parse(`${text}Z`);
  const before = siteOffsetMs(asUtc - 86_400_000, timeZone);
  const after = siteOffsetMs(asUtc + 86_400_000, timeZone);
  for (const offset of [before, after]) {
    const instant = asUtc - offset;
    if (siteOffsetMs(instant, timeZone) === offset) return instant;
  }
  // A time inside the skipped hour of spring does not exist; like PHP, move on by the offset before the change.
  return asUtc - before;
}

const datePattern = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * What a date parameter of the orders list (`modified_after`, `after`, ...) means, as observed on WooCommerce 10.5:
 * without offset and without `dates_are_gmt` it is the site's clock; with an offset or `Z` alone it is what it says; without offset and
 * with `dates_are_gmt=true` it is UTC; with both it is converted twice, and so is off by the site's offset.
 *
 * @returns the instant in milliseconds with whole seconds, or `null` for what WordPress does not accept as a date (a day alone, words)
 */
export function dateParameterMs(text: string, datesAreGmt: boolean, timeZone: string): number | null {
  const match = datePattern.exec(text);
  if (match === null) return null;
  const [, day = "", time = "", offset] = match;
  const plain = `${day}T${time}`;
  if (Number.isNaN(Date.parse(`${plain}Z`))) return null;
  if (offset === undefined) return datesAreGmt ? Date.parse(`${plain}Z`) : siteInstantMs(plain, timeZone);
  const shift = offset.length === 3 ? `${offset}:00` : offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset;
  const instant = Date.parse(`${plain}${shift.toUpperCase()}`);
  return datesAreGmt ? instant + siteOffsetMs(instant, timeZone) : instant;
}
