import { type DeliveryLeg, type DeliveryStatus, deliveryStatusRules, type EvidenceSource } from "@askonce/spec";
import type { ParcelEvent } from "./parcel-events.ts";

const dayMs = 86_400_000;

/** A status without a time: known only to be so now. */
export interface UndatedStatus {
  status: DeliveryStatus;
  leg: DeliveryLeg;
  rawStatus: string | null;
  by: EvidenceSource;
  source: string;
}

/** Where a parcel is, and who said so. */
export interface DecidedStatus {
  status: DeliveryStatus;
  leg: DeliveryLeg;
  rawStatus: string | null;
  /** Who decided; `null` when nobody knows anything. */
  source: string | null;
  /** When it came to be so, in milliseconds; `null` when nobody told. */
  sinceMs: number | null;
  /** When it was last said, in milliseconds. */
  atMs: number | null;
}

const nothingKnown: DecidedStatus = { status: "unknown", leg: "forward", rawStatus: null, source: null, sinceMs: null, atMs: null };

/**
 * Where a parcel is, by the time of events and not of their arrival:
 *
 * - The newest counted event decides. An unknown code never does, and an announcement (a label, a shop's "fulfilled") never undoes a scan.
 * - What is over is reopened only by a courier's event that is newer, or by anybody after the customer said that nothing came.
 * - A status without a time decides only where no scan does.
 *
 * @param events sorted by `compareEvents`, oldest first
 * @param deniedMs when the customer said that nothing came, in milliseconds
 */
export function decideStatus(
  events: readonly ParcelEvent[],
  undated: readonly UndatedStatus[],
  deniedMs: number | null = null,
): DecidedStatus {
  let state = nothingKnown;
  for (const event of events) {
    if (event.uncounted !== null || event.status === "unknown") continue;
    if (state.status === event.status && state.leg === event.leg) {
      state = { ...state, rawStatus: event.rawStatus ?? state.rawStatus, atMs: event.ms };
      continue;
    }
    if (!follows(event, state, deniedMs)) continue;
    state = {
      status: event.status,
      leg: event.leg,
      rawStatus: event.rawStatus,
      source: event.source,
      sinceMs: event.ms,
      atMs: event.ms,
    };
  }
  const statement = undated.find((candidate) => decidesWithoutTime(candidate, state));
  if (statement === undefined) return state;
  const { status, leg, rawStatus, source } = statement;
  return { status, leg, rawStatus, source, sinceMs: null, atMs: null };
}

function follows(event: ParcelEvent, state: DecidedStatus, deniedMs: number | null): boolean {
  if (state.status === "unknown" || state.atMs === null) return true;
  if (event.status === "label_created") return false;
  // A day without an hour is not newer than something else of that day: it may have come before it. Only the way back comes after.
  const isLess = event.status !== "returning" && deliveryStatusRules[event.status].rank < deliveryStatusRules[state.status].rank;
  if (event.isDayOnly && isLess && event.ms - dayMs < state.atMs) return false;
  if (!deliveryStatusRules[state.status].terminal) return true;
  if (event.by === "carrier") return event.ms > state.atMs;
  return deniedMs !== null && state.status === "delivered" && deniedMs >= state.atMs && event.ms >= deniedMs;
}

function decidesWithoutTime(candidate: UndatedStatus, state: DecidedStatus): boolean {
  if (candidate.status === "unknown") return false;
  if (state.status === "unknown") return true;
  // A label is no scan: a courier's own word is more, and a shop may void what never moved.
  return state.status === "label_created" && (candidate.by === "carrier" || candidate.status === "cancelled");
}
