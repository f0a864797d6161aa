import { type Checkpoint, deliveryStatusRules, type TrackedParcel, type TrackedPiece } from "@askonce/spec";
import * as z from "zod";
import { memoryWords } from "./memory-words.ts";

export const memoryEventSchema = z.object({
  id: z.string(),
  code: z.string(),
  says: z.string(),
  at: z.string(),
  zone: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  piece: z.int().nullable(),
});
export type MemoryEvent = z.infer<typeof memoryEventSchema>;

export const memoryParcelSchema = z.object({
  number: z.string(),
  booked: z.string(),
  pieces: z.array(z.string()),
  events: z.array(memoryEventSchema),
});

/** Everything the courier said of a number. */
export function mapMemoryParcel({ number, booked, pieces, events }: z.infer<typeof memoryParcelSchema>): TrackedParcel {
  const ofPieces = pieces.map((pieceNumber, index) =>
    mapPiece(
      pieceNumber,
      events.filter((event) => event.piece === null || event.piece === index),
    ),
  );
  const parcel = mapPart(number, events);
  const [date = null] = booked.split(" ");
  // Of several pieces the least advanced one speaks for the number.
  const slowest = ofPieces.toSorted((one, other) => deliveryStatusRules[one.status].rank - deliveryStatusRules[other.status].rank)[0];
  return {
    ...parcel,
    ...(slowest && { status: slowest.status, leg: slowest.leg, rawStatus: slowest.rawStatus, statusAt: slowest.statusAt }),
    ...(slowest && slowest.status !== "delivered" ? { deliveredAt: null } : {}),
    estimates: [{ kind: "booked", date, from: null, until: null, statedAt: null, original: booked }],
    pieces: ofPieces,
  };
}

/** What a list of changes said of a number: a part. */
export function mapPart(number: string, events: readonly MemoryEvent[]): TrackedParcel {
  const unknown = events.filter((event) => memoryWords[event.code] === undefined).map((event) => `code:${event.code}`);
  return {
    ...mapPiece(number, events),
    estimates: [],
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    unknownCodes: [...new Set(unknown)],
  };
}

function mapPiece(trackingNumber: string, events: readonly MemoryEvent[]): TrackedPiece {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  const checkpoints = unique.map(mapEvent).toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  const known = checkpoints.find((checkpoint) => checkpoint.status !== "unknown");
  const isHandedOver = known?.status === "delivered" || known?.leg === "return";
  return {
    trackingNumber,
    status: known?.status ?? "unknown",
    leg: known?.leg ?? "forward",
    exceptions: known?.exceptions ?? [],
    rawStatus: known?.rawStatus ?? null,
    statusAt: known?.at ?? null,
    deliveredAt: isHandedOver ? (checkpoints.find((checkpoint) => checkpoint.status === "delivered")?.at ?? null) : null,
    checkpoints,
  };
}

function mapEvent(event: MemoryEvent): Checkpoint {
  const { status, leg, exceptions } = memoryWords[event.code] ?? { status: "unknown", leg: "forward", exceptions: [] };
  return {
    id: event.id,
    at: new Date(event.at).toISOString(),
    zone: event.zone,
    status,
    leg,
    exceptions: [...exceptions],
    rawStatus: event.code,
    text: event.says,
    city: event.city,
    countryCode: event.country,
    by: "carrier",
  };
}
