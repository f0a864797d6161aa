import {
  createCheckpoint,
  createStatusTable,
  createTrackedParcel,
  type LocalTime,
  latestOf,
  readDayAndTime,
  readLocalTime,
  readTimeline,
  type StatusReading,
  settleDayOnlyTimes,
  sortCheckpoints,
} from "@askonce/adapter-kit";
import { type Checkpoint, deliveryStatusRules, foldText, type TrackedParcel } from "@askonce/spec";
import { readEstimates } from "./estimates.ts";
import type { BrtDelivery, BrtEvent, BrtParcel } from "./parcel-answer.ts";
import { statusRows } from "./status-rows.ts";

export const timeZone = "Europe/Rome";

const table = createStatusTable(statusRows);

/** What BRT's answer says of a parcel. */
export function readParcel({ bolla, lista_eventi }: BrtParcel, trackingNumber: string, nowMs: number): TrackedParcel {
  const events = lista_eventi.length > 0 ? lista_eventi : (bolla?.lista_eventi ?? []);
  const delivery = bolla?.dati_consegna ?? null;
  const words = bolla?.dati_spedizione?.stato_sped_parte1 ?? bolla?.dati_spedizione?.descrizione_stato_sped_parte1 ?? null;
  // BRT lists the newest first.
  const scanned = readTimeline(events.toReversed(), { timeOf, checkpointOf: toCheckpoint }, nowMs);
  const checkpoints = withDelivery(scanned, delivery, words, nowMs);
  const said = words === null ? null : table.read("description", foldText(words));
  return createTrackedParcel({
    trackingNumber,
    ...latestOf(checkpoints, nowMs),
    ...(checkpoints.length === 0 && said ? { ...said, rawStatus: words } : {}),
    checkpoints,
    estimates: readEstimates(delivery, timeZone),
    unknownCodes: events.filter((event) => readMeaning(event) === null).map(codeOf),
  });
}

/** A time may be left out. */
function timeOf({ data, ora }: BrtEvent): LocalTime | null {
  return readDayAndTime(data, ora, "day_first", timeZone);
}

function toCheckpoint(event: BrtEvent, time: LocalTime): Checkpoint {
  return createCheckpoint({
    idParts: [event.id ?? event.descrizione, event.data, event.ora],
    time,
    reading: readMeaning(event),
    rawStatus: event.id ?? event.descrizione,
    text: event.descrizione,
    city: event.filiale,
  });
}

/** The id decides, the description helps when it is one that nobody has seen. */
function readMeaning({ id, descrizione }: BrtEvent): StatusReading | null {
  const byId = id === null ? null : table.read("event", id);
  return byId ?? (descrizione === null ? null : table.read("description", foldText(descrizione)));
}

function codeOf({ id, descrizione }: BrtEvent): string {
  return id === null ? `description:${descrizione}` : `event:${id}`;
}

/** The day of delivery stands on the shipment before, or without, an event of it. */
function withDelivery(checkpoints: readonly Checkpoint[], delivery: BrtDelivery | null, words: string | null, nowMs: number): Checkpoint[] {
  const { data_consegna_merce: day, ora_consegna_merce: hour } = delivery ?? {};
  const [time = null] = settleDayOnlyTimes([readLocalTime(`${day ?? ""} ${hour ?? ""}`, "day_first", timeZone)], nowMs);
  const isOver = checkpoints.some(({ status, leg }) => deliveryStatusRules[status].terminal || leg === "return");
  if (time === null || isOver) return [...checkpoints];
  const reading: StatusReading = { status: "delivered", exceptions: [], leg: "forward" };
  const checkpoint = createCheckpoint({ idParts: ["delivered", day ?? null, hour ?? null], time, reading, rawStatus: words, text: words });
  return sortCheckpoints([checkpoint, ...checkpoints]);
}
