import type { Incident, IncidentKind, Instant, Parcel, ParcelDelivery } from "@askonce/spec";
import { isActive } from "../incidents/incident-state.ts";
import { fromInstant, toInstant } from "../platform/instants.ts";
import type { SayWhen } from "./say-when.ts";
import type { Sentence, SentenceValues } from "./sentence.ts";

/** What is the matter with an order, in one word. Stored with the answer and counted: a key keeps its meaning. */
export const answerKeys = [
  "order_unknown",
  "cancelled",
  "not_completed",
  "not_shipped",
  "not_shipped_late",
  "partly_shipped",
  "shipped_untracked",
  "label_only",
  "number_unknown",
  "unclear",
  "in_transit",
  "at_risk",
  "stalled",
  "late_new_date",
  "late",
  "very_late",
  "out_for_delivery",
  "attempted",
  "ready_for_pickup",
  "pickup_expiring",
  "pickup_over",
  "delivered_today",
  "delivered",
  "delivered_not_received",
  "returning",
  "returned",
  "lost",
  "damaged",
  "missing_items",
  "wrong_item",
  "on_hold_address",
  "on_hold_customs",
  "on_hold_payment",
  "on_hold",
  "failed",
  "contradictory",
  "partial_delivery",
  "several_parcels",
] as const;
export type AnswerKey = (typeof answerKeys)[number];

/** What comes next: the shop ships, the courier delivers or tries again, the customer collects, somebody writes back; or nothing. */
export type NextStepKind = "ship" | "deliver" | "retry" | "collect" | "write" | "none";

/** One parcel's answer before it is written. */
export interface AnswerPlan {
  key: AnswerKey;
  sentences: Sentence[];
  /** The same in one line, for orders of several parcels; without the parcel's number. */
  line: Sentence;
  next: { kind: NextStepKind; by: Instant | null };
  /** The delivery day that the answer names. */
  told: Instant | null;
}

/** What the customer may now rely on: `reply`, that we write by then; `delivery`, the day that was named. */
export interface ToldPromise {
  kind: "reply" | "delivery";
  dueAt: Instant;
}

/**
 * What a plan promises. Where we write back ourselves that is ours to keep; a delivery day is the courier's, and is meant to its end, whatever
 * hour the estimate has.
 */
export function promiseOf({ next, told }: Pick<AnswerPlan, "next" | "told">, when: SayWhen): ToldPromise | null {
  if (next.kind === "write" && next.by !== null) return { kind: "reply", dueAt: next.by };
  return told === null ? null : { kind: "delivery", dueAt: toInstant(when.endOfDay(fromInstant(told))) };
}

export interface ParcelQuestion {
  parcel: Parcel;
  delivery: ParcelDelivery;
  /** Active ones of this parcel. */
  incidents: readonly Incident[];
  orderNumber: string;
  now: number;
  when: SayWhen;
  /** Until when somebody writes back if the answer says so. */
  by: Instant;
}

/** Which of these kinds of trouble a parcel has; the first that is found. */
export function activeIncident(incidents: readonly Incident[], kinds: readonly IncidentKind[]): Incident | undefined {
  for (const kind of kinds) {
    const found = incidents.find((incident) => incident.kind === kind && isActive(incident));
    if (found) return found;
  }
  return undefined;
}

/** A plan; what does not apply is left out. */
export function plan(
  key: AnswerKey,
  line: Sentence,
  next: AnswerPlan["next"],
  told: Instant | null,
  sentences: (Sentence | null | false | "")[],
): AnswerPlan {
  return { key, line, next, told, sentences: sentences.filter((sentence) => typeof sentence === "object" && sentence !== null) };
}
export const sentence = (key: Sentence["key"], values: SentenceValues = {}): Sentence => ({ key, values });

/** The sentences that many answers share, and the days they name. */
export function words({ parcel, delivery, orderNumber, now, by }: ParcelQuestion) {
  const { lateness } = delivery;
  const estimate = parcel.estimatedAt !== null && fromInstant(parcel.estimatedAt) > now ? parcel.estimatedAt : null;
  const order = { order: orderNumber };
  const writing = { kind: "write" as const, by };
  const scanned = parcel.lastScanAt;
  const city = parcel.checkpoints.find((checkpoint) => checkpoint.at === scanned)?.city;
  return {
    order,
    estimate,
    due: lateness.dueAt,
    writing,
    followUp: sentence("follow_up", { by: { day: by } }),
    askCourier: sentence("follow_up_courier", { by: { day: by } }),
    solution: sentence("solution", { by: { day: by } }),
    track: parcel.trackingUrl === null ? null : sentence("track", { link: parcel.trackingUrl }),
    lastScan:
      scanned === null ? null : sentence(city ? "last_scan_in" : "last_scan", { scannedDay: { day: scanned }, ...(city ? { city } : {}) }),
  };
}
