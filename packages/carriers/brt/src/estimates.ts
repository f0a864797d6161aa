import { readLocalTime } from "@askonce/adapter-kit";
import type { CarrierEstimate, TimeAssumption } from "@askonce/spec";
import type { BrtDelivery } from "./parcel-answer.ts";

/** The day BRT booked, with its hours when it names them; empty when it booked none. */
export function readEstimates(delivery: BrtDelivery | null, timeZone: string): CarrierEstimate[] {
  const { data_teorica_consegna: day, ora_teorica_consegna_da: from, ora_teorica_consegna_a: until } = delivery ?? {};
  const booked = readLocalTime(day, "day_first", timeZone);
  if (booked === null) return [];
  const begins = readHour(day, from, timeZone);
  // `00.00` is how BRT leaves the hour out.
  const ends = /^0?0[.:]?00$/.test(until ?? "") ? null : readHour(day, until, timeZone);
  const assumed: TimeAssumption[] = ends?.assumed ?? [];
  return [
    {
      kind: "booked",
      date: isoDay(booked.original),
      from: ends === null ? null : (begins?.at ?? null),
      until: ends?.at ?? null,
      statedAt: null,
      original: [day, from, until].filter((part) => part != null).join(" "),
      ...(assumed.length === 0 ? {} : { assumed }),
    },
  ];
}

function readHour(day: string | null | undefined, hour: string | null | undefined, timeZone: string): ReturnType<typeof readLocalTime> {
  return day == null || hour == null ? null : readLocalTime(`${day} ${hour}`, "day_first", timeZone);
}

/** `dd.mm.yyyy` as `yyyy-mm-dd`. */
function isoDay(day: string): string | null {
  const [, date = "", month = "", year = ""] = /^(\d{1,2})\D(\d{1,2})\D(\d{2}|\d{4})\b/.exec(day) ?? [];
  return year === "" ? null : `${year.padStart(4, "20")}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}
