import type { ExceptionFact, IncidentClosing, IncidentEvidence, IncidentKind } from "@askonce/spec";
import { fromInstant, toInstant } from "../platform/instants.ts";
import type { IncidentEvidenceCode } from "./evidence-codes.ts";
import { findingFor } from "./findings.ts";
import { lastScan, type Situation, standing } from "./situation.ts";

/** Why an incident is over by itself, and what shows it. */
export interface Closing {
  because: IncidentClosing;
  evidence: IncidentEvidence;
}

/** Given what an incident rests on, whether it is over. Of several the first that answers counts. */
type Rule = (situation: Situation, evidence: readonly IncidentEvidence[]) => Closing | null;

function closing(
  because: IncidentClosing,
  code: IncidentEvidenceCode,
  at: string | null,
  situation: Situation,
  values: IncidentEvidence["values"] = {},
): Closing {
  const by = code === "delivered" || code === "collected" || code === "moved_again" || code === "went_back" ? "carrier" : "derived";
  return { because, evidence: { by, at: at ?? toInstant(situation.now), code, values, text: null } };
}

const whenDelivered: Rule = (situation) => {
  if (!situation.isDelivered) return null;
  const { parcel, delivery } = situation;
  const { dueAt, lateByMs } = delivery.lateness;
  const late = lateByMs > 0 ? { dueAt, lateByMs } : {};
  return closing("delivered", "delivered", parcel.deliveredAt ?? parcel.lastScanAt, situation, {
    deliveredAt: parcel.deliveredAt,
    ...late,
  });
};

/** The same, for what was never so if the parcel arrived after all. */
const mistakenWhenDelivered: Rule = (situation, evidence) => {
  const delivered = whenDelivered(situation, evidence);
  return delivered && { ...delivered, because: "mistaken" };
};

const whenCollected: Rule = (situation) => {
  if (!situation.isDelivered) return null;
  const { deliveredAt, lastScanAt } = situation.parcel;
  return closing("collected", "collected", deliveredAt ?? lastScanAt, situation, { deliveredAt });
};

function wentBack(situation: Situation): Closing {
  const { status, lastScanAt } = situation.parcel;
  return closing("returned", "went_back", lastScanAt, situation, { status, since: lastScanAt });
}
const whenGoingBack: Rule = (situation) => (situation.goesBack ? wentBack(situation) : null);
const whenBack: Rule = (situation) => (situation.parcel.status === "returned" ? wentBack(situation) : null);

const whenOrderCancelled: Rule = (situation) =>
  situation.order.status === "cancelled" ? closing("given_up", "order_cancelled", null, situation) : null;
const whenParcelCancelled: Rule = (situation) =>
  situation.parcel.status === "cancelled" ? closing("given_up", "parcel_cancelled", null, situation) : null;

function movedAgain(situation: Situation, because: IncidentClosing): Closing {
  const { lastScanAt } = situation.parcel;
  return closing(because, "moved_again", lastScanAt, situation, { scanAt: lastScanAt });
}

/** The newest instant among the named values of the evidence, or else of the evidence itself; infinite when there is none. */
function newest(evidence: readonly IncidentEvidence[], names: readonly string[]): number {
  const named = evidence.flatMap((entry) => names.map((name) => entry.values[name])).filter((value) => typeof value === "string");
  const instants = named.length > 0 ? named : evidence.map((entry) => entry.at);
  return instants.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...instants.map(fromInstant));
}

function scannedSince(situation: Situation, moment: number): boolean {
  return (lastScan(situation) ?? Number.NEGATIVE_INFINITY) > moment;
}

/** Whether our own clock alone speaks for it: only then may the clock take it back, and not what a person has entered. */
function isDerived(evidence: readonly IncidentEvidence[]): boolean {
  return evidence.length > 0 && evidence.every((entry) => entry.by === "derived");
}

const whenNotLate: Rule = (situation, evidence) =>
  // The clock may have stopped at a pickup point: then it was late, and is over only when the parcel is in the buyer's hands.
  isDerived(evidence) &&
  situation.delivery.lateness.stoppedAt === null &&
  // No clock runs for a parcel that reached nobody, which does not make it punctual.
  situation.parcel.status !== "failed" &&
  findingFor("late", situation) === null
    ? closing("mistaken", "not_overdue", null, situation, { dueAt: situation.delivery.lateness.dueAt })
    : null;

const whenScanned: Rule = (situation, evidence) =>
  scannedSince(situation, newest(evidence, ["lastScanAt"])) ? movedAgain(situation, "moved_again") : null;

const whenNoScanIsDue: Rule = (situation, evidence) =>
  isDerived(evidence) && findingFor("stalled", situation) === null
    ? closing("mistaken", "no_scan_due", null, situation, { lastScanAt: situation.parcel.lastScanAt })
    : null;

const whenFound: Rule = (situation, evidence) => {
  const said = standing(situation, ["lost", "destroyed", "compensated"]).map((exception) => fromInstant(exception.since));
  return scannedSince(situation, Math.max(newest(evidence, ["lastScanAt", "since"]), ...said)) ? movedAgain(situation, "mistaken") : null;
};

/** The exception that evidence speaks of, when it speaks of one. */
function exceptionOf(situation: Situation, entry: IncidentEvidence): ExceptionFact | undefined {
  return situation.delivery.exceptions.find(
    (exception) => exception.kind === entry.values.exception && exception.by === entry.by && exception.since === entry.values.since,
  );
}

/** When everything the incident rests on was taken back. An agent's own entry rests on nothing that could be, so it stays. */
function whenCleared(because: IncidentClosing): Rule {
  return (situation, evidence) => {
    const cleared = evidence.map((entry) => exceptionOf(situation, entry)?.clearedAt ?? null).filter((at) => at !== null);
    if (cleared.length === 0 || cleared.length < evidence.length) return null;
    const at = toInstant(Math.max(...cleared.map(fromInstant)));
    return closing(because, "exception_cleared", at, situation, { clearedAt: at });
  };
}

const whenWithdrawn = whenCleared("mistaken");
const whenReleased = whenCleared("moved_again");

const whenTurnedAround: Rule = (situation) =>
  !situation.goesBack && situation.parcel.leg === "forward" ? movedAgain(situation, "moved_again") : null;

const whenReady: Rule = (situation) => (situation.parcel.status === "ready_for_pickup" ? movedAgain(situation, "moved_again") : null);

const whenPickupChanged: Rule = (situation, evidence) => {
  const until = situation.delivery.pickup?.until ?? null;
  if (situation.parcel.status !== "ready_for_pickup") return movedAgain(situation, "moved_again");
  return until !== null && fromInstant(until) > newest(evidence, ["until"])
    ? closing("mistaken", "pickup_extended", null, situation, { until })
    : null;
};

const whenTrackedAgain: Rule = (situation, evidence) =>
  !situation.isDelivered && !situation.goesBack && scannedSince(situation, newest(evidence, ["since"]))
    ? movedAgain(situation, "moved_again")
    : null;

const rules: Readonly<Record<IncidentKind, readonly Rule[]>> = {
  late: [whenDelivered, whenGoingBack, whenOrderCancelled, whenParcelCancelled, whenNotLate],
  stalled: [whenDelivered, whenBack, whenParcelCancelled, whenScanned, whenNoScanIsDue],
  lost: [mistakenWhenDelivered, whenBack, whenParcelCancelled, whenFound, whenWithdrawn],
  damaged: [whenWithdrawn],
  missing_items: [whenWithdrawn],
  wrong_item: [whenWithdrawn],
  delivered_not_received: [whenWithdrawn, whenBack, whenTrackedAgain],
  returned_to_sender: [whenDelivered, whenTurnedAround],
  pickup_expiring: [whenCollected, whenGoingBack, whenParcelCancelled, whenPickupChanged],
  failed_attempt: [whenDelivered, whenReady, whenGoingBack, whenOrderCancelled, whenParcelCancelled],
  address_problem: [whenDelivered, whenGoingBack, whenOrderCancelled, whenParcelCancelled, whenReleased],
  customs_hold: [whenDelivered, whenGoingBack, whenOrderCancelled, whenParcelCancelled, whenReleased],
  // Turning around is what a refusal leads to and does not end it.
  refused: [whenDelivered, whenBack, (situation, evidence) => (situation.goesBack ? null : whenReleased(situation, evidence))],
};

/** Whether an incident of this kind that rests on this evidence is over by itself, and why; `null` while it is not. */
export function closingFor(kind: IncidentKind, situation: Situation, evidence: readonly IncidentEvidence[]): Closing | null {
  for (const rule of rules[kind]) {
    const found = rule(situation, evidence);
    if (found) return found;
  }
  return null;
}
