import type { CarrierEstimate, TimeAssumption } from "@askonce/spec";
import { readLocalTime } from "./local-time.ts";

export interface EstimateWindow {
  /** Beginning and end as the vendor writes them (ISO 8601), each a day or a time; `null` when it names none. */
  from: string | null;
  until: string | null;
}

export interface EstimateWindowOptions {
  /** Whether 23:59:59 is how this vendor writes a day, too. Default no: then it is a time. */
  lastSecondIsDay?: boolean;
}

const midnight = /^(\d{4}-\d{2}-\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const midnightOrLastSecond = /^(\d{4}-\d{2}-\d{2})(?:[T ](?:00:00(?::00)?|23:59:59)(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A vendor's day or window of delivery. A midnight is a day, which is how a day looks in a field for times: nobody delivers at 00:00:00. Of
 * a window the end decides; without one its beginning stands for both.
 *
 * @param timeZone IANA name, for times without an offset
 * @returns `null` when there is none that can be read
 */
export function readEstimateWindow(
  kind: CarrierEstimate["kind"],
  window: EstimateWindow,
  timeZone: string,
  { lastSecondIsDay = false }: EstimateWindowOptions = {},
): CarrierEstimate | null {
  const end = window.until ?? window.from;
  if (end === null) return null;
  const first = window.from === end ? null : window.from;
  const dayOf = (text: string) => (lastSecondIsDay ? midnightOrLastSecond : midnight).exec(text.trim())?.[1] ?? null;
  const common = { kind, statedAt: null, original: (first === null ? end : `${first} - ${end}`).slice(0, 120) };
  const day = dayOf(end);
  if (day !== null) return { ...common, date: day, from: null, until: null };
  const until = readLocalTime(end, "iso", timeZone);
  if (until === null) return null;
  const from = first === null || dayOf(first) !== null ? null : readLocalTime(first, "iso", timeZone);
  const assumed: TimeAssumption[] = [...new Set([...until.assumed, ...(from?.assumed ?? [])])];
  return { ...common, date: null, from: from?.at ?? null, until: until.at, ...(assumed.length === 0 ? {} : { assumed }) };
}
