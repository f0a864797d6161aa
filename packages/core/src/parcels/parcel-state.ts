import { type Checkpoint, deliveryStatusRules, type ExceptionFact, type Instant, type Parcel, type ParcelDelivery } from "@askonce/spec";
import { instantText } from "../calendars/zone-days.ts";
import { type DecidedStatus, decideStatus } from "./decide-status.ts";
import { compareFacts, exceptionFacts, type ParcelClaim } from "./exception-facts.ts";
import { mergeSources } from "./merge-sources.ts";
import { presentEstimate } from "./parcel-estimate.ts";
import { type CountingLimits, outOfTime, type ParcelEvent } from "./parcel-events.ts";
import { decideByPieces, partialDelivery, readPieces } from "./parcel-pieces.ts";
import { newestFirst, type ParcelReport, readReports, readStorefront } from "./parcel-reports.ts";
import { compareSources } from "./parcel-sources.ts";
import { pickupFacts, pickupHold } from "./pickup-hold.ts";
import { firstScanMs, lastScanMs } from "./scans.ts";

const checkpointsKept = 200;

export interface FoldParcelInput {
  /** What the storefront says. */
  reported: Parcel;
  /** The storefront adapter's id, and when it said so. */
  reportedBy: { source: string; fetchedAt: Instant };
  /** What couriers and aggregators say, in any order; several of one source are joined. */
  reports: readonly ParcelReport[];
  /** What agents and the customer said, over or not. */
  claims: readonly ParcelClaim[];
  placedAt: Instant;
  /** IANA zone of the place of delivery: an estimate of a day ends with it. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** How long a parcel is assumed to be kept for collection when the courier does not say, in milliseconds. Default nothing is assumed. */
  pickupHoldMs?: number | null;
  /** The exceptions of the last fold, from which one that has no time keeps its beginning. Default none. */
  known?: readonly ExceptionFact[];
}

export interface FoldedParcel {
  parcel: Parcel;
  delivery: Omit<ParcelDelivery, "lateness" | "nextCheckAt">;
}

/**
 * The truth about one parcel from everything that was said about it. Nothing depends on the order in which it was said, and saying it again
 * changes nothing.
 *
 * - Events count by their own time, at equal times by arrival. What lies more than 15 minutes ahead, or more than two days before the order,
 *   is shown and not counted, and so is an unknown code.
 * - Status, way and reopening: see `decideStatus`. Exceptions: see `exceptionFacts`. Several boxes of one number: the least advanced one.
 * - A courier's own "late" and "stalled" are kept as exceptions by the courier and decide nothing.
 * - A status whose time nobody told is believed only where there is no scan.
 */
export function foldParcel(input: FoldParcelInput): FoldedParcel {
  const { reported, claims, now, known = [] } = input;
  const limits: CountingLimits = { placedMs: Date.parse(input.placedAt), now };
  const reports = newestFirst(input.reports);
  const couriers = readReports(reports, limits);
  const storefront = readStorefront(reported, input.reportedBy.source, input.reportedBy.fetchedAt, limits);
  const all = [...couriers, storefront];
  const events = mergeSources(all);
  const single = decideStatus(events, undatedOf(all), deniedMs(claims));
  const boxes = readPieces(reports, limits, known);
  const { decided, isPartial, partialSince } = decideByPieces(boxes.pieces, single);

  const pickup = pickupHold(decided, reports, input.pickupHoldMs ?? null);
  const exceptions = withoutRepetition([
    ...exceptionFacts(events, claims, known),
    ...boxes.exceptions,
    ...pickupFacts(pickup, decided, now),
    ...(isPartial ? [partialDelivery(partialSince, known, now)] : []),
  ]);
  const { checkpoints, uncounted } = shown(events);
  const { sources, contradictory } = compareSources(all, claims, decided);
  return {
    parcel: {
      ...reported,
      status: decided.status,
      rawStatus: decided.rawStatus ?? (decided.status === "unknown" ? unknownWord(all) : null),
      leg: decided.leg,
      exceptions: exceptions.flatMap(({ kind, by, since, clearedAt }) => (clearedAt === null ? [{ kind, by, at: since }] : [])),
      shippedAt: reported.shippedAt ?? textOrNull(firstScanMs(events)),
      estimatedAt: presentEstimate(reports, input.zone) ?? reported.estimatedAt,
      deliveredAt: deliveredAt(decided, boxes.pieces),
      lastScanAt: textOrNull(latestScanMs(events, boxes.pieces, reported, limits)),
      checkpoints,
    },
    delivery: { parcelId: reported.id, exceptions, sources, contradictory, pieces: boxes.pieces, uncounted, pickup },
  };
}

/** Nothing more is expected of the parcel: it is over, and the customer does not say otherwise. Asking the courier again has no use. */
export function isSettled({ parcel, delivery }: FoldedParcel): boolean {
  const isDenied = delivery.exceptions.some(({ kind, clearedAt }) => kind === "delivered_not_received" && clearedAt === null);
  return deliveryStatusRules[parcel.status].terminal && !isDenied && !delivery.contradictory;
}

function undatedOf(all: ReturnType<typeof readReports>) {
  return all.length === 1 ? (all[0]?.undated ?? []) : all.flatMap(({ undated }) => undated);
}

/** Of a parcel nobody understands, the first word there is. */
function unknownWord(all: ReturnType<typeof readReports>): string | null {
  return all.find(({ rawStatus }) => rawStatus !== null)?.rawStatus ?? null;
}

function deniedMs(claims: readonly ParcelClaim[]): number | null {
  const denial = claims.find(({ kind, clearedAt }) => kind === "delivered_not_received" && clearedAt === null);
  return denial === undefined ? null : Date.parse(denial.at);
}

function shown(events: readonly ParcelEvent[]): { checkpoints: Checkpoint[]; uncounted: ParcelDelivery["uncounted"] } {
  const checkpoints: Checkpoint[] = [];
  const uncounted: ParcelDelivery["uncounted"] = [];
  for (let index = events.length - 1; index >= 0 && checkpoints.length < checkpointsKept; index -= 1) {
    const event = events[index];
    if (event === undefined || event.checkpoint === null) continue;
    checkpoints.push(event.checkpoint);
    if (event.uncounted !== null) uncounted.push({ checkpointId: event.checkpoint.id, reason: event.uncounted });
  }
  return { checkpoints, uncounted };
}

function deliveredAt(decided: DecidedStatus, pieces: ParcelDelivery["pieces"]): Instant | null {
  if (decided.status !== "delivered") return null;
  // Of several boxes the last one completes the parcel.
  const last = pieces.reduce<number | null>((best, piece) => laterOf(best, piece.deliveredAt), null);
  return textOrNull(last ?? decided.sinceMs);
}

function latestScanMs(
  events: readonly ParcelEvent[],
  pieces: ParcelDelivery["pieces"],
  reported: Parcel,
  limits: CountingLimits,
): number | null {
  let latest = pieces.reduce<number | null>((best, piece) => laterOf(best, piece.lastScanAt), lastScanMs(events));
  const { lastScanAt } = reported;
  if (lastScanAt !== null && outOfTime(Date.parse(lastScanAt), false, limits) === null) latest = laterOf(latest, lastScanAt);
  return latest;
}

function laterOf(best: number | null, at: Instant | null): number | null {
  if (at === null) return best;
  const ms = Date.parse(at);
  return best === null || ms > best ? ms : best;
}

function textOrNull(ms: number | null): Instant | null {
  return ms === null ? null : instantText(ms);
}

/** A problem that the number and one of its boxes both tell is one problem: the first telling stands. */
function withoutRepetition(facts: ExceptionFact[]): ExceptionFact[] {
  const seen = new Set<string>();
  return facts.sort(compareFacts).filter(({ kind, by, clearedAt }) => {
    const key = `${kind}|${by}|${clearedAt}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
