import type { IncidentKind } from "@askonce/spec";
import type { IncidentChange } from "../incidents/incident.ts";

/** What happened to an incident, as far as a customer may be told of it. */
export type OutreachChange = IncidentChange["change"];

/** When a customer is written to without having asked. Durations in milliseconds, times of day `HH:MM`. */
export interface OutreachPolicy {
  /** Which changes of which kinds are worth a message; what is not listed is not told. */
  tells: Partial<Record<IncidentKind, readonly OutreachChange[]>>;
  /** Kinds that are told although they are only suspected. */
  tellsSuspected: readonly IncidentKind[];
  /** A message the courier is known to have sent about the same thing makes ours needless. Default `false`. */
  courierMessageCounts: boolean;
  /** Whether somebody who was never asked for consent is written to about their own order. Default `true`. */
  tellsWithoutConsent: boolean;
  /** No message in the recipient's own night; the same time twice means none. Default 21:00 to 08:00. */
  quietHours: { from: string; until: string };
  /** Most messages to one customer in any 24 hours; one more waits. Default 1. */
  mostPerDay: number;
  /** Most in any 7 days; one more is not sent. Default 3. */
  mostPerWeek: number;
  /** News older than this is none. Default 3 days. */
  staleAfterMs: number;
  /** Which share of customers is not written to, so that it can be known what writing prevents; 0 to 1. Default 0.05. */
  holdOutShare: number;
}

export const defaultOutreachPolicy: OutreachPolicy = {
  tells: {
    late: ["open", "strengthen"],
    stalled: ["open", "strengthen"],
    lost: ["open", "strengthen"],
    damaged: ["open", "strengthen"],
    returned_to_sender: ["open"],
    pickup_expiring: ["open"],
    address_problem: ["open"],
    customs_hold: ["open"],
    // A failed attempt is told by the courier, a refusal and a report by the customer themselves.
  },
  tellsSuspected: ["pickup_expiring"],
  courierMessageCounts: false,
  tellsWithoutConsent: true,
  quietHours: { from: "21:00", until: "08:00" },
  mostPerDay: 1,
  mostPerWeek: 3,
  staleAfterMs: 3 * 24 * 3_600_000,
  holdOutShare: 0.05,
};
