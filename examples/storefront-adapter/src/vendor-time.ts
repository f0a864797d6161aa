import type { Instant } from "@askonce/spec";

export interface VendorTime {
  at: Instant;
  /** The offset it was given in, for example `+03:00`. */
  zone: string;
}

/** The shop writes local times with their offset, `22.10.2026 13:00:00 +03:00`; `null` for anything else: a zone is never guessed. */
export function readVendorTime(text: string): VendorTime | null {
  const match = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2}:\d{2})$/.exec(text);
  if (!match) return null;
  const [, day, month, year, time, zone = ""] = match;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${time}${zone}`);
  return Number.isNaN(milliseconds) ? null : { at: new Date(milliseconds).toISOString(), zone };
}
