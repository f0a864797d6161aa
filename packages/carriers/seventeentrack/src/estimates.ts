import { readLocalTime } from "@askonce/adapter-kit";
import type { CarrierEstimate, TimeAssumption } from "@askonce/spec";

/** The window in which 17TRACK expects the delivery. It comes from the courier or is its own guess, and is promised by neither. */
export function readEstimate(window: { from: string | null; to: string | null } | null | undefined, timeZone: string): CarrierEstimate[] {
  const end = window?.to ?? window?.from ?? null;
  if (end === null) return [];
  const first = window?.from === end ? null : (window?.from ?? null);
  const common = { kind: "estimated" as const, statedAt: null, original: (first === null ? end : `${first} - ${end}`).slice(0, 120) };
  const day = dayOf(end);
  if (day !== null) return [{ ...common, date: day, from: null, until: null }];
  const until = readLocalTime(end, "iso", timeZone);
  if (until === null) return [];
  const from = first === null || dayOf(first) !== null ? null : readLocalTime(first, "iso", timeZone);
  const assumed: TimeAssumption[] = [...new Set([...until.assumed, ...(from?.assumed ?? [])])];
  return [{ ...common, date: null, from: from?.at ?? null, until: until.at, ...(assumed.length === 0 ? {} : { assumed }) }];
}

/** Of a day, and of its first and last second, which are how a day looks in a field for times. */
function dayOf(text: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})(?:[T ](?:00:00(?::00)?|23:59:59)(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim())?.[1] ?? null;
}
