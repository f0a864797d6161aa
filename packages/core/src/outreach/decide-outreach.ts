import type { Incident, Instant } from "@askonce/spec";
import { isActive } from "../incidents/incident-state.ts";
import { fromInstant, toInstant } from "../platform/instants.ts";
import { defaultOutreachPolicy, type OutreachChange, type OutreachPolicy } from "./outreach-policy.ts";
import { quietUntil } from "./quiet-hours.ts";

/** Why it was decided so. Stored and counted: a code keeps its meaning. */
export const outreachReasons = [
  /** send: worth telling, and nothing speaks against it */
  "worth_telling",
  /** wait: it is night where the customer is */
  "quiet_hours",
  /** wait: they were written to today */
  "daily_limit",
  /** silent, from here on */
  "kind_not_told",
  "only_suspected",
  "already_told",
  "already_over",
  "no_consent",
  "ticket_open",
  "customer_knows",
  "courier_told",
  "stale",
  "weekly_limit",
  "held_out",
] as const;
export type OutreachReason = (typeof outreachReasons)[number];

/** Something this customer was told, or would have been told had they not been held out. */
export interface ToldBefore {
  incidentId: string;
  change: OutreachChange;
  at: Instant;
}

export interface OutreachQuestion {
  incident: Pick<Incident, "id" | "kind" | "state" | "evidence">;
  change: OutreachChange;
  /** When the change happened. */
  changedAt: Instant;
  /** Open or waiting tickets about the order. */
  ticketsOpen: number;
  /** Whether the customer wrote about the order since the incident began. */
  customerWroteSince: boolean;
  /** Whether the courier is known to have told the customer of it. */
  courierTold: boolean;
  /** Of this incident all, of the customer's others at least those of the last 7 days. */
  alreadyTold: readonly ToldBefore[];
  consent: "granted" | "denied" | "unknown";
  /** The recipient's IANA zone. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** From `holdOutDraw`. */
  holdOutDraw: number;
  policy?: Partial<OutreachPolicy>;
}

export interface OutreachDecision {
  decision: "send" | "wait" | "silent";
  reason: OutreachReason;
  /** When to decide again; `null` unless it waits. */
  at: Instant | null;
  /**
   * Whether the customer belongs to those who are not written to. Contacts are compared between `send` and `silent` for `held_out`: both
   * passed every other question at the same moment.
   */
  holdOut: boolean;
}

const dayMs = 24 * 3_600_000;

/** Whether a customer is told of a change of an incident, now, later or never. Pure; every outcome has its reason, to be recorded. */
export function decideOutreach(question: OutreachQuestion): OutreachDecision {
  const policy = { ...defaultOutreachPolicy, ...question.policy };
  const holdOut = question.holdOutDraw < policy.holdOutShare;
  const silent = reasonForSilence(question, policy);
  if (silent) return { decision: "silent", reason: silent, at: null, holdOut };
  const wait = reasonToWait(question, policy);
  if (wait) return { decision: "wait", reason: wait.reason, at: toInstant(wait.until), holdOut };
  // Last of all, after the waiting too: otherwise those held out would count with matters that settled themselves overnight.
  if (holdOut) return { decision: "silent", reason: "held_out", at: null, holdOut };
  return { decision: "send", reason: "worth_telling", at: null, holdOut };
}

function reasonForSilence(question: OutreachQuestion, policy: OutreachPolicy): OutreachReason | null {
  const { incident, change, alreadyTold, now } = question;
  if (!policy.tells[incident.kind]?.includes(change)) return "kind_not_told";
  if (alreadyTold.some((told) => told.incidentId === incident.id && told.change === change)) return "already_told";
  if (change !== "resolve" && !isActive(incident)) return "already_over";
  // The end of something is news only to whom its beginning was told.
  if (change === "resolve" && !alreadyTold.some((told) => told.incidentId === incident.id)) return "kind_not_told";
  if (incident.state === "suspected" && !policy.tellsSuspected.includes(incident.kind)) return "only_suspected";
  if (question.consent === "denied" || (question.consent === "unknown" && !policy.tellsWithoutConsent)) return "no_consent";
  if (question.ticketsOpen > 0) return "ticket_open";
  if (question.customerWroteSince || incident.evidence.some((entry) => entry.by === "customer")) return "customer_knows";
  if (question.courierTold && policy.courierMessageCounts) return "courier_told";
  if (now - fromInstant(question.changedAt) > policy.staleAfterMs) return "stale";
  if (momentsSince(question, now - 7 * dayMs).length >= policy.mostPerWeek) return "weekly_limit";
  return null;
}

function reasonToWait(question: OutreachQuestion, policy: OutreachPolicy): { reason: OutreachReason; until: number } | null {
  const { now, zone } = question;
  const today = momentsSince(question, now - dayMs);
  const isFull = today.length >= policy.mostPerDay;
  // The next one may go when so many have become older than a day that one more fits.
  const free = isFull ? (today[today.length - policy.mostPerDay] ?? now) + dayMs : now;
  const quiet = quietUntil(free, policy.quietHours, zone);
  if (isFull) return { reason: "daily_limit", until: quiet ?? free };
  return quiet === null ? null : { reason: "quiet_hours", until: quiet };
}

/** When the customer was told something after a moment, oldest first. */
function momentsSince(question: OutreachQuestion, moment: number): number[] {
  return question.alreadyTold
    .map((told) => fromInstant(told.at))
    .filter((at) => at > moment && at <= question.now)
    .sort((one, other) => one - other);
}
