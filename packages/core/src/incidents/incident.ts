import { type Incident, type IncidentClosing, type IncidentEvidence, type IncidentKind, type Instant, incidentKinds } from "@askonce/spec";
import { toInstant } from "../platform/instants.ts";
import { closingFor } from "./closings.ts";
import { type Finding, findingFor } from "./findings.ts";
import { closingAct, type IncidentAct, isActive, nextIncidentState } from "./incident-state.ts";
import { type ParcelSituation, readSituation, type Situation } from "./situation.ts";

/** What is to be done about the incidents of a parcel. `evidence` holds what is new, oldest first. */
export type IncidentChange =
  | {
      change: "open";
      kind: IncidentKind;
      state: "suspected" | "open";
      severity: 1 | 2 | 3;
      evidence: IncidentEvidence[];
      at: Instant;
    }
  | {
      change: "strengthen";
      incidentId: string;
      kind: IncidentKind;
      state: "suspected" | "open";
      severity: 1 | 2 | 3;
      evidence: IncidentEvidence[];
      at: Instant;
    }
  | {
      /** `resolve` also stands for a dismissal: `state` says which. */
      change: "resolve";
      incidentId: string;
      kind: IncidentKind;
      state: "resolved" | "dismissed";
      because: IncidentClosing;
      evidence: IncidentEvidence[];
      at: Instant;
    };

const severities: Readonly<Record<IncidentKind, { suspected: 1 | 2 | 3; open: 1 | 2 | 3 }>> = {
  late: { suspected: 1, open: 2 },
  stalled: { suspected: 1, open: 2 },
  lost: { suspected: 2, open: 3 },
  damaged: { suspected: 2, open: 3 },
  missing_items: { suspected: 3, open: 3 },
  wrong_item: { suspected: 2, open: 2 },
  delivered_not_received: { suspected: 3, open: 3 },
  returned_to_sender: { suspected: 2, open: 2 },
  pickup_expiring: { suspected: 1, open: 1 },
  failed_attempt: { suspected: 1, open: 1 },
  address_problem: { suspected: 2, open: 2 },
  customs_hold: { suspected: 2, open: 2 },
  refused: { suspected: 2, open: 2 },
};

/** How much is at stake: 1 to be watched, 2 the customer is affected, 3 goods or money. */
export function severityOf(kind: IncidentKind, state: "suspected" | "open"): 1 | 2 | 3 {
  return severities[kind][state];
}

/** The same evidence learned again. The moment it was noticed at does not make it other evidence. */
function sameEvidence(one: IncidentEvidence, other: IncidentEvidence): boolean {
  return one.code === other.code && one.by === other.by && fingerprint(one.values) === fingerprint(other.values);
}
function fingerprint(values: IncidentEvidence["values"]): string {
  return JSON.stringify(Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
function unknownTo(known: readonly Incident[], evidence: readonly IncidentEvidence[]): IncidentEvidence[] {
  return evidence.filter((entry) => !known.some((incident) => incident.evidence.some((old) => sameEvidence(old, entry))));
}

/**
 * What the present state of a parcel means for its incidents: at most one active one of each kind. Pure and repeatable: with the changes
 * applied, the same situation yields none. An incident that was closed, by a person or by itself, does not come back through evidence it
 * already held; new evidence makes a new one.
 */
export function decideIncidents(given: ParcelSituation): IncidentChange[] {
  const situation = readSituation(given);
  return incidentKinds.flatMap((kind) => decideKind(kind, situation));
}

function decideKind(kind: IncidentKind, situation: Situation): IncidentChange[] {
  const at = toInstant(situation.now);
  const ofKind = situation.known.filter(
    (incident) => incident.kind === kind && (incident.parcelId === null || incident.parcelId === situation.parcel.id),
  );
  const active = ofKind.find((incident) => isActive(incident) && incident.parcelId !== null) ?? ofKind.find(isActive);
  const finding = findingFor(kind, situation);
  // One about the whole order is not over because one of its parcels is.
  const closing = active && active.parcelId !== null ? closingFor(kind, situation, active.evidence) : null;

  if (active && !closing) {
    const change = finding && strengthening(active, finding, ofKind, at);
    return change ? [change] : [];
  }
  const changes: IncidentChange[] = [];
  if (active && closing) {
    const state = nextIncidentState(active.state, closingAct(closing.because));
    if (state !== "resolved" && state !== "dismissed") return [];
    changes.push({ change: "resolve", incidentId: active.id, kind, state, because: closing.because, evidence: [closing.evidence], at });
  }
  const opening = finding && openingOf(kind, finding, ofKind, situation, at);
  return opening ? [...changes, opening] : changes;
}

function strengthening(active: Incident, finding: Finding, known: readonly Incident[], at: Instant): IncidentChange | null {
  const evidence = unknownTo(known, [...finding.grounds, ...finding.supports]);
  const act: IncidentAct = active.state === "suspected" && finding.state === "open" ? "confirm" : "support";
  const state = nextIncidentState(active.state, act);
  if (state !== "suspected" && state !== "open") return null;
  if (evidence.length === 0 && state === active.state) return null;
  const severity = severityOf(active.kind, state);
  return { change: "strengthen", incidentId: active.id, kind: active.kind, state, severity, evidence, at };
}

function openingOf(
  kind: IncidentKind,
  finding: Finding,
  known: readonly Incident[],
  situation: Situation,
  at: Instant,
): IncidentChange | null {
  const grounds = unknownTo(known, finding.grounds);
  if (grounds.length === 0) return null;
  const evidence = [...grounds, ...unknownTo(known, finding.supports)];
  // What would be over at once is not opened: a poll that comes late sees the trouble and its end together.
  if (closingFor(kind, situation, evidence)) return null;
  const state = nextIncidentState("none", finding.state === "open" ? "open" : "suspect");
  if (state !== "suspected" && state !== "open") return null;
  return { change: "open", kind, state, severity: severityOf(kind, state), evidence, at };
}
