import type { Checkpoint, EvidenceSource, Instant, Parcel, TrackedParcel, TrackedPiece } from "@askonce/spec";
import type { UndatedStatus } from "./decide-status.ts";
import { EventList } from "./event-list.ts";
import type { CountingLimits, ParcelEvent } from "./parcel-events.ts";
import { storefrontStatus } from "./shop-words.ts";

/** What one source answered, or told by itself. */
export interface ParcelReport {
  /** The adapter's id. */
  source: string;
  by: EvidenceSource;
  /** `null` when it knows nothing of the number, or has never answered. */
  tracked: TrackedParcel | null;
  /** When `tracked` was fetched, or came. */
  fetchedAt: Instant;
  /** The error code of the last asking, when it failed: `tracked` is older then. */
  problem: string | null;
}

/** Everything one source says, in one list. */
export interface SourceEvents {
  source: string;
  by: EvidenceSource;
  /** Oldest first. */
  events: ParcelEvent[];
  undated: UndatedStatus[];
  /** The source's newest own word, whatever it means. */
  rawStatus: string | null;
  fetchedMs: number;
  problem: string | null;
}

/** The same for every order in which they are given. */
export function newestFirst(reports: readonly ParcelReport[]): readonly ParcelReport[] {
  if (reports.length < 2) return reports;
  return reports.toSorted((one, other) => Date.parse(other.fetchedAt) - Date.parse(one.fetchedAt) || (one.source < other.source ? -1 : 1));
}

/**
 * Joins the reports of each source; sorted by the source's name.
 *
 * @param reports newest first
 */
export function readReports(reports: readonly ParcelReport[], limits: CountingLimits): SourceEvents[] {
  const bySource = new Map<string, ParcelReport[]>();
  for (const report of reports) {
    const same = bySource.get(report.source);
    if (same === undefined) bySource.set(report.source, [report]);
    else same.push(report);
  }
  const read = [...bySource.values()].flatMap((same) => {
    const [newest] = same;
    return newest === undefined ? [] : [readSource(newest, same.reverse(), limits)];
  });
  return read.sort((one, other) => (one.source < other.source ? -1 : 1));
}

/** @param reports of one source, oldest first */
function readSource(newest: ParcelReport, reports: readonly ParcelReport[], limits: CountingLimits): SourceEvents {
  const list = new EventList(newest.source, limits);
  let undated: UndatedStatus[] = [];
  for (const { tracked, fetchedAt, by } of reports) {
    if (tracked === null) continue;
    const fetchedMs = Date.parse(fetchedAt);
    list.add(shownCheckpoints(tracked), fetchedMs);
    const moment = tracked.status === "delivered" ? (tracked.deliveredAt ?? tracked.statusAt) : tracked.statusAt;
    undated = list.state(tracked, moment, by, fetchedMs);
  }
  const events = list.sorted();
  const tracked = reports.findLast((report) => report.tracked !== null)?.tracked ?? null;
  return {
    source: newest.source,
    by: newest.by,
    events,
    undated,
    rawStatus: events.findLast((event) => event.rawStatus !== null)?.rawStatus ?? tracked?.rawStatus ?? null,
    fetchedMs: Date.parse(newest.fetchedAt),
    problem: newest.problem,
  };
}

/** Of a number whose boxes alone have a history, theirs. Their ids are made distinct: each box has its own list. */
function shownCheckpoints(tracked: TrackedParcel): readonly Checkpoint[] {
  if (tracked.checkpoints.length > 0) return tracked.checkpoints;
  return tracked.pieces.flatMap(({ trackingNumber, checkpoints }) =>
    checkpoints.map((checkpoint) => ({ ...checkpoint, id: `${trackingNumber}:${checkpoint.id}`.slice(0, 200) })),
  );
}

/** A box by itself, read like a source. */
export function readPiece(piece: TrackedPiece, report: ParcelReport, limits: CountingLimits): SourceEvents {
  const tracked = {
    ...piece,
    estimates: [],
    pieces: [],
    pickupPoint: null,
    pickupUntil: null,
    returnTrackingNumber: null,
    unknownCodes: [],
  };
  return readSource({ ...report, tracked }, [{ ...report, tracked }], limits);
}

/** What the storefront says: scans of a courier that it passes on count as the courier's, its own status is its own. */
export function readStorefront(parcel: Parcel, source: string, fetchedAt: Instant, limits: CountingLimits): SourceEvents {
  const list = new EventList(source, limits);
  const fetchedMs = Date.parse(fetchedAt);
  list.add(parcel.checkpoints, fetchedMs);
  // A number that an agent wrote down is the agent's word.
  const by = source === "agent" ? "agent" : "storefront";
  const status = storefrontStatus(parcel.status, parcel.rawStatus);
  const isTold = parcel.checkpoints.some((checkpoint) => checkpoint.status === status && checkpoint.rawStatus === parcel.rawStatus);
  const moment = status === "delivered" ? parcel.deliveredAt : status === "label_created" ? parcel.shippedAt : null;
  const undated = isTold
    ? []
    : list.state({ status, leg: parcel.leg, exceptions: [], rawStatus: parcel.rawStatus }, moment ?? scanOf(parcel), by, fetchedMs);
  for (const { kind, by: saidBy, at } of parcel.exceptions) {
    list.state({ status: "unknown", leg: parcel.leg, exceptions: [kind], rawStatus: null }, at ?? scanOf(parcel), saidBy, fetchedMs);
  }
  return { source, by, events: list.sorted(), undated, rawStatus: parcel.rawStatus, fetchedMs, problem: null };
}

function scanOf(parcel: Parcel): Instant | null {
  return parcel.status === "cancelled" ? null : parcel.lastScanAt;
}
