import {
  type DeliveryException,
  type DeliveryStatus,
  deliveryStatusRules,
  type EvidenceSource,
  type ExceptionFact,
  type Instant,
} from "@askonce/spec";
import { instantText } from "../calendars/zone-days.ts";
import type { ParcelEvent } from "./parcel-events.ts";

const factsKept = 100;

/** What an agent or the customer said about a parcel. It stays until it is taken back. */
export interface ParcelClaim {
  kind: DeliveryException;
  by: "agent" | "customer";
  at: Instant;
  clearedAt: Instant | null;
}

interface OpenFact {
  fact: ExceptionFact;
  sinceMs: number;
  /** The parcel's status when it was said. */
  status: DeliveryStatus;
}

/** Moving on does not make a box whole again. */
const lasting: ReadonlySet<DeliveryException> = new Set(["damaged", "destroyed", "compensated", "missing_items", "wrong_item"]);
/** These say that it waits to be collected, and nothing of it is left when it is on its way back. */
const waiting: ReadonlySet<DeliveryException> = new Set(["locker_ready", "pickup_expiring"]);
const moving: ReadonlySet<DeliveryStatus> = new Set(["handed_over", "in_transit", "out_for_delivery", "ready_for_pickup", "delivered"]);

/**
 * What is or was wrong, oldest first, at most the newest 100. A problem that a source told is over with the next event that brings the parcel
 * nearer to the buyer; on the way back it stays, as the reason for it. What somebody claimed stays until they take it back.
 *
 * @param events sorted by `compareEvents`, oldest first; uncounted ones are left out
 * @param known the facts of the last time, from which a problem without a time keeps its beginning
 */
export function exceptionFacts(
  events: readonly ParcelEvent[],
  claims: readonly ParcelClaim[],
  known: readonly ExceptionFact[],
): ExceptionFact[] {
  const facts: ExceptionFact[] = claims.map(({ kind, by, at, clearedAt }) => ({ kind, by, since: at, clearedAt }));
  const open = new Map<string, OpenFact>();
  let status: DeliveryStatus = "unknown";
  for (const event of events) {
    if (event.uncounted !== null) continue;
    if (event.status !== "unknown") status = event.status;
    for (const [key, entry] of open) {
      if (!endsFact(event, entry)) continue;
      entry.fact.clearedAt = textOf(event);
      open.delete(key);
    }
    for (const kind of event.exceptions) {
      const key = `${kind}|${event.by}`;
      if (open.has(key)) continue;
      const fact: ExceptionFact = { kind, by: event.by, since: sinceOf(event, kind, known), clearedAt: null };
      facts.push(fact);
      open.set(key, { fact, sinceMs: event.ms, status });
    }
  }
  const sorted = facts.sort(compareFacts);
  return sorted.length > factsKept ? sorted.slice(-factsKept) : sorted;
}

/** Oldest first; what began together in the order of its name. */
export function compareFacts(one: ExceptionFact, other: ExceptionFact): number {
  const order = Date.parse(one.since) - Date.parse(other.since);
  if (order !== 0) return order;
  const [key, otherKey] = [`${one.kind}|${one.by}`, `${other.kind}|${other.by}`];
  return key < otherKey ? -1 : key > otherKey ? 1 : 0;
}

function endsFact(event: ParcelEvent, { fact, sinceMs, status }: OpenFact): boolean {
  if (event.ms <= sinceMs || event.exceptions.includes(fact.kind) || lasting.has(fact.kind)) return false;
  if (event.leg === "return") return waiting.has(fact.kind);
  if (!moving.has(event.status)) return false;
  const wasOver = deliveryStatusRules[status].terminal && event.status !== status;
  if (status === "on_hold" || wasOver) return true;
  const difference = deliveryStatusRules[event.status].rank - deliveryStatusRules[status].rank;
  // Another scan on the road is progress; another notice that it waits to be collected is none.
  return difference > 0 || (difference === 0 && event.status !== "ready_for_pickup" && event.status !== "delivered");
}

function sinceOf(event: ParcelEvent, kind: DeliveryException, known: readonly ExceptionFact[]): Instant {
  const before = event.isTimed ? undefined : known.find((fact) => isSame(fact, kind, event.by));
  return before?.since ?? textOf(event);
}

function isSame(fact: ExceptionFact, kind: DeliveryException, by: EvidenceSource): boolean {
  return fact.kind === kind && fact.by === by && fact.clearedAt === null;
}

function textOf(event: ParcelEvent): Instant {
  return event.checkpoint?.at ?? instantText(event.ms);
}
