import { siteOffsetMs } from "../woocommerce/site-time.ts";

/** An instant as the clocks of a zone show it, each part padded with zeros. */
export interface LocalTime {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
  /** `+02:00` */
  offset: string;
}

/** @param epochMs milliseconds since the epoch, UTC */
export function localTime(epochMs: number, zone: string): LocalTime {
  const offsetMs = siteOffsetMs(epochMs, zone);
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] =
    /^(\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(new Date(epochMs + offsetMs).toISOString()) ?? [];
  const minutes = Math.abs(offsetMs) / 60_000;
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return { year, month, day, hour, minute, second, offset: `${offsetMs < 0 ? "-" : "+"}${pad(minutes / 60)}:${pad(minutes % 60)}` };
}

/** `2026-11-21T12:00:00+02:00` */
export function isoWithOffset(epochMs: number, zone: string): string {
  const { year, month, day, hour, minute, second, offset } = localTime(epochMs, zone);
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`;
}
