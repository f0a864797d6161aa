import type { CourierEvent, CourierEventKind } from "../courier-event.ts";
import type { CourierParcel } from "../courier-parcel.ts";
import { isoWithOffset } from "../courier-time.ts";
import type { CourierWorld } from "../courier-world.ts";
import { samedayWords } from "./sameday-words.ts";

/** The zone of Sameday's own clocks, whatever the country of the account. */
export const samedayZone = "Europe/Bucharest";

const returnKinds: readonly CourierEventKind[] = ["return_started", "return_in_transit", "returned"];
const endKinds: readonly CourierEventKind[] = ["delivered", "collected", "returned"];

/** The client API writes offsets without a colon. */
function samedayTime(epochMs: number): string {
  return isoWithOffset(epochMs, samedayZone).replace(/:(?=\d\d$)/, "");
}

/** The number of a piece: the shipment's with three digits behind it. */
export function samedayPieceNumber({ trackingNumber }: CourierParcel, piece: number): string {
  return trackingNumber + String(piece + 1).padStart(3, "0");
}

/** One row of a history; `null` for what Sameday has no word for. */
export function samedayRow(event: CourierEvent): Record<string, unknown> | null {
  const word = samedayWords[event.kind];
  if (word === undefined) return null;
  const { statusId, status, statusLabel, statusState, reason = "" } = word;
  const transitLocation = event.kind === "ready_for_pickup" ? "easybox Demo" : "";
  const statusDate = samedayTime(Date.parse(event.at));
  return { statusId, status, statusLabel, statusState, statusDate, county: event.county ?? "", reason, transitLocation };
}

function samedayHistory(events: readonly CourierEvent[]): Record<string, unknown>[] {
  return events.map(samedayRow).filter((row) => row !== null);
}

/** Whether the parcel is on its way back, or came back, as of this event. */
function isInReturn(event: CourierEvent): boolean {
  return returnKinds.includes(event.kind);
}

/** The newest event that Sameday has a word for. */
function newest(events: readonly CourierEvent[]): CourierEvent | null {
  const said = events.filter((event) => samedayWords[event.kind] !== undefined);
  return said.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1) ?? null;
}

function summaryOf(events: readonly CourierEvent[]): Record<string, unknown> {
  const last = newest(events);
  // Handed back to the sender counts as delivered here: only `inReturn` tells the two apart.
  const isDelivered = last !== null && endKinds.includes(last.kind);
  const attempts = events.filter((event) => event.kind === "attempt_failed");
  const lastAttempt = newest(attempts);
  return {
    deliveredAt: isDelivered ? samedayTime(Date.parse(last.at)) : "",
    lastDeliveryAttempt: lastAttempt === null ? "" : samedayTime(Date.parse(lastAttempt.at)),
    delivered: isDelivered,
    canceled: false,
    deliveryAttempts: new Set(attempts.map((event) => event.id)).size,
  };
}

/** The body of `/api/client/awb/{awb}/status`. */
export function samedayAwbStatus(world: CourierWorld, parcel: CourierParcel): Record<string, unknown> {
  const events = world.shown(parcel.trackingNumber);
  const last = newest(events);
  const ofPieces = Array.from({ length: parcel.pieces }, (_, piece) => world.shown(parcel.trackingNumber, piece));
  const summaries = ofPieces.map(summaryOf);
  const delivered = summaries.every((summary) => summary.delivered === true);
  return {
    expeditionSummary: {
      ...summaryOf(events),
      delivered,
      ...(delivered ? {} : { deliveredAt: "" }),
      servicePayment: 0,
      awbWeight: 1.2,
      cashOnDelivery: 149.9,
      awbNumber: parcel.trackingNumber,
      redirectionsAttempts: events.filter((event) => event.kind === "redirected").length,
    },
    expeditionStatus: last === null ? null : samedayRow(last),
    parcelsStatus: ofPieces.flatMap((list, piece) => {
      const event = newest(list);
      return event === null ? [] : [{ ...samedayRow(event), ...pieceFields(parcel, piece), inReturn: isInReturn(event) }];
    }),
    expeditionHistory: samedayHistory(events),
  };
}

/** The body of `/api/client/parcel/{parcelAwb}/status-history`. */
export function samedayParcelHistory(world: CourierWorld, parcel: CourierParcel, piece: number): Record<string, unknown> {
  const events = world.shown(parcel.trackingNumber, piece);
  const last = newest(events);
  const pickedUp = events.find((event) => event.kind === "picked_up");
  return {
    parcelSummary: {
      ...summaryOf(events),
      parcelWeight: 1.2,
      parcelAwbNumber: samedayPieceNumber(parcel, piece),
      isPickedUp: pickedUp !== undefined,
      pickedUpAt: pickedUp === undefined ? "" : samedayTime(Date.parse(pickedUp.at)),
    },
    parcelHistory: events.flatMap((event) => {
      const row = samedayRow(event);
      return row === null ? [] : [{ ...row, inReturn: isInReturn(event) }];
    }),
    expeditionStatus: last === null ? null : samedayRow(last),
  };
}

export function pieceFields(parcel: CourierParcel, piece: number): Record<string, unknown> {
  const parcelAwbNumber = samedayPieceNumber(parcel, piece);
  return { parcelAwbNumber, parcelDetails: `https://api.sameday.ro/api/client/parcel/${parcelAwbNumber}/status-history` };
}

/** The body of the history that needs no key: other fields, times in UTC. */
export function samedayPublicHistory(world: CourierWorld, parcel: CourierParcel): Record<string, unknown> {
  return {
    awbHistory: world.shown(parcel.trackingNumber).flatMap((event) => {
      const word = samedayWords[event.kind];
      if (word === undefined) return [];
      return [
        {
          county: event.county ?? "",
          country: event.countryCode ?? "",
          statusState: word.statusState,
          statusStateId: word.stateId,
          statusId: word.statusId,
          statusDate: event.at.replace(/\.\d+Z$/, "Z"),
          transitLocation: event.kind === "ready_for_pickup" ? "easybox Demo" : "",
        },
      ];
    }),
  };
}
