import type { IncidentClosing, IncidentState } from "@askonce/spec";

/** What can happen to an incident. `support` adds evidence and leaves the state as it is. */
export const incidentActs = ["suspect", "open", "confirm", "support", "resolve", "dismiss"] as const;
export type IncidentAct = (typeof incidentActs)[number];

/** `none`: there is no incident yet. */
export type IncidentStateOrNone = IncidentState | "none";

/**
 * The state machine: which act leads where; an act that is not listed is not allowed. Closed incidents stay closed, new evidence makes a new
 * incident: that keeps the numbers of the old one true.
 */
export const incidentTransitions: Readonly<Record<IncidentStateOrNone, Partial<Record<IncidentAct, IncidentState>>>> = {
  none: { suspect: "suspected", open: "open" },
  suspected: { confirm: "open", support: "suspected", resolve: "resolved", dismiss: "dismissed" },
  open: { support: "open", resolve: "resolved", dismiss: "dismissed" },
  resolved: {},
  dismissed: {},
};

/** The state after an act; `null` when the act is not allowed in this state. */
export function nextIncidentState(state: IncidentStateOrNone, act: IncidentAct): IncidentState | null {
  return incidentTransitions[state][act] ?? null;
}

/** Which act closes an incident for a reason: what was never so is dismissed, everything else was so and is resolved. */
export function closingAct(because: IncidentClosing): "resolve" | "dismiss" {
  return because === "mistaken" || because === "duplicate" ? "dismiss" : "resolve";
}

/** Whether an incident is still looked after. */
export function isActive(incident: { state: IncidentState }): boolean {
  return incident.state === "suspected" || incident.state === "open";
}
