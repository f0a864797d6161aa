import type { ExceptionFact, Instant, ParcelPiece, TrackedPiece } from "@askonce/spec";
import { instantText } from "../calendars/zone-days.ts";
import { type DecidedStatus, decideStatus } from "./decide-status.ts";
import { exceptionFacts } from "./exception-facts.ts";
import type { CountingLimits } from "./parcel-events.ts";
import { type ParcelReport, readPiece, type SourceEvents } from "./parcel-reports.ts";
import { rollUpStatus } from "./roll-up.ts";
import { lastScanMs } from "./scans.ts";

/** The boxes of one number, each by the same rules as a parcel. */
export interface ReadPieces {
  pieces: ParcelPiece[];
  exceptions: ExceptionFact[];
}

/**
 * @param reports newest first: each box is read as its newest report tells it
 */
export function readPieces(reports: readonly ParcelReport[], limits: CountingLimits, known: readonly ExceptionFact[]): ReadPieces {
  const newest = new Map<string, { piece: TrackedPiece; report: ParcelReport }>();
  for (const report of reports) {
    for (const piece of report.tracked?.pieces ?? []) {
      if (!newest.has(piece.trackingNumber)) newest.set(piece.trackingNumber, { piece, report });
    }
  }
  const pieces: ParcelPiece[] = [];
  const exceptions: ExceptionFact[] = [];
  for (const { piece, report } of newest.values()) {
    const read = readPiece(piece, report, limits);
    pieces.push(pieceOf(piece.trackingNumber, read));
    exceptions.push(...exceptionFacts(read.events, [], known));
  }
  pieces.sort((one, other) => (one.trackingNumber < other.trackingNumber ? -1 : 1));
  return { pieces, exceptions };
}

function pieceOf(trackingNumber: string, { events, undated, rawStatus }: SourceEvents): ParcelPiece {
  const { status, leg, sinceMs, ...decided } = decideStatus(events, undated);
  const scanMs = lastScanMs(events);
  return {
    trackingNumber,
    status,
    leg,
    rawStatus: decided.rawStatus ?? rawStatus,
    lastScanAt: scanMs === null ? null : instantText(scanMs),
    deliveredAt: status === "delivered" && sinceMs !== null ? instantText(sinceMs) : null,
  };
}

/**
 * The parcel's status by its boxes: the least advanced one's. A box of which nothing is known is where the number is.
 */
export function decideByPieces(
  pieces: readonly ParcelPiece[],
  decided: DecidedStatus,
): { decided: DecidedStatus; partialSince: Instant | null; isPartial: boolean } {
  if (pieces.length === 0) return { decided, isPartial: false, partialSince: null };
  const parts = pieces.map((piece) => (piece.status === "unknown" ? { ...piece, status: decided.status, leg: decided.leg } : piece));
  const { status, leg, isPartial, partialSince } = rollUpStatus(parts);
  if (status === decided.status && leg === decided.leg) return { decided, isPartial, partialSince };
  const piece = parts.find((part) => part.status === status && part.leg === leg);
  const atMs = piece?.lastScanAt == null ? null : Date.parse(piece.lastScanAt);
  const rawStatus = piece?.rawStatus ?? null;
  return { decided: { status, leg, rawStatus, source: decided.source, sinceMs: atMs, atMs }, isPartial, partialSince };
}

/** Some boxes came and some did not, since the first one came, or since we noticed. */
export function partialDelivery(since: Instant | null, known: readonly ExceptionFact[], now: number): ExceptionFact {
  const before = known.find(({ kind, by, clearedAt }) => kind === "partial_delivery" && by === "derived" && clearedAt === null);
  return { kind: "partial_delivery", by: "derived", since: since ?? before?.since ?? instantText(now), clearedAt: null };
}
