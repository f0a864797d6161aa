import { deliveryStatusRules, type ParcelSource } from "@askonce/spec";
import { instantText } from "../calendars/zone-days.ts";
import { type DecidedStatus, decideStatus } from "./decide-status.ts";
import type { ParcelClaim } from "./exception-facts.ts";
import type { SourceEvents } from "./parcel-reports.ts";

/** What each source says by itself, and whether they can all be right. */
export interface ComparedSources {
  sources: ParcelSource[];
  contradictory: boolean;
}

/**
 * Sources stand side by side. They contradict each other when one says that it is over and another one, asked later, does not, or calls it
 * over in another way, and when the customer says that nothing came. A storefront that only knows that it was sent contradicts nobody.
 */
export function compareSources(all: readonly SourceEvents[], claims: readonly ParcelClaim[], decided: DecidedStatus): ComparedSources {
  const sources: ParcelSource[] = [];
  let contradictory = false;
  for (const one of all) {
    const own = decideStatus(one.events, one.undated);
    sources.push({
      source: one.source,
      by: one.by,
      status: own.status,
      rawStatus: own.rawStatus ?? one.rawStatus,
      at: own.atMs === null ? null : instantText(own.atMs),
      fetchedAt: instantText(one.fetchedMs),
      problem: one.problem,
    });
    contradictory ||= one.source !== decided.source && contradicts(one, own, decided);
  }
  for (const by of ["agent", "customer"] as const) {
    const newest = newestClaim(claims.filter((claim) => claim.by === by && claim.clearedAt === null));
    if (newest === null) continue;
    // They know that something is wrong, and not where the parcel is.
    sources.push({ source: by, by, status: "unknown", rawStatus: newest.kind, at: newest.at, fetchedAt: newest.at, problem: null });
  }
  const isDenied =
    decided.status === "delivered" && claims.some((claim) => claim.kind === "delivered_not_received" && claim.clearedAt === null);
  return { sources, contradictory: contradictory || isDenied };
}

function contradicts(one: SourceEvents, own: DecidedStatus, decided: DecidedStatus): boolean {
  if (own.status === "unknown" || decided.status === "unknown") return false;
  if (own.status === "label_created" && (one.by !== "carrier" || decided.status === "cancelled")) return false;
  const isOver = deliveryStatusRules[own.status].terminal;
  if (isOver !== deliveryStatusRules[decided.status].terminal) return knewBetter(one, own, decided);
  return isOver && own.status !== decided.status && knewBetter(one, own, decided);
}

/** Whether the source could have known what was decided: an answer from before it is only old. */
function knewBetter(one: SourceEvents, own: DecidedStatus, decided: DecidedStatus): boolean {
  const { sinceMs } = decided;
  if (sinceMs === null) return true;
  return (one.problem === null && one.fetchedMs > sinceMs) || (own.atMs !== null && own.atMs > sinceMs);
}

function newestClaim(claims: readonly ParcelClaim[]): ParcelClaim | null {
  return claims.reduce<ParcelClaim | null>(
    (best, claim) => (best === null || Date.parse(claim.at) > Date.parse(best.at) ? claim : best),
    null,
  );
}
