import type { DeliveryException, Incident, IncidentKind, Instant } from "@askonce/spec";
import { type AnswerKey, type AnswerPlan, activeIncident, type ParcelQuestion, plan, sentence, words } from "./answer-plan.ts";
import type { Sentence } from "./sentence.ts";

/** What to say when something is wrong with the parcel itself or with what is known of it; `null` when nothing is. */
export function answerTrouble(question: ParcelQuestion): AnswerPlan | null {
  const { parcel, delivery, incidents } = question;
  const { order, writing, askCourier, solution } = words(question);
  const problem = sentence("line_problem");
  if (activeIncident(incidents, ["delivered_not_received"]) && parcel.status === "delivered")
    return plan("delivered_not_received", problem, writing, null, [sentence("not_received", order), askCourier]);
  if (delivery.contradictory) return plan("contradictory", problem, writing, null, [sentence("contradictory", order), askCourier]);
  const lost = activeIncident(incidents, ["lost"]);
  if (lost && parcel.status !== "delivered") {
    const isSuspected = lost.state === "suspected" && parcel.lastScanAt !== null;
    const said = isSuspected
      ? sentence("lost_suspected", { ...order, scannedDay: { day: parcel.lastScanAt ?? "" } })
      : sentence("lost", order);
    return plan("lost", problem, writing, null, [said, isSuspected ? askCourier : solution]);
  }
  const reported = activeIncident(incidents, reportedKinds);
  return reported ? answerReport(reported, question.orderNumber, question.by) : null;
}

/** Kinds a customer reports, and is waiting for us to set right. */
export const reportedKinds = ["damaged", "missing_items", "wrong_item"] as const satisfies readonly IncidentKind[];

/** What to say of something that was reported and is being set right. */
export function answerReport(incident: Incident, orderNumber: string, by: Instant): AnswerPlan {
  const isCarriers = incident.evidence.length > 0 && incident.evidence.every((entry) => entry.by === "carrier");
  const key = incident.kind === "missing_items" || incident.kind === "wrong_item" ? incident.kind : "damaged";
  const said = {
    damaged: isCarriers ? "damaged_carrier" : "damaged_reported",
    missing_items: "missing_reported",
    wrong_item: "wrong_reported",
  } as const;
  return plan(key, sentence("line_problem"), { kind: "write", by }, null, [
    sentence(said[key], { order: orderNumber }),
    sentence("solution", { by: { day: by } }),
  ]);
}

const holds: readonly [DeliveryException[], AnswerKey, Sentence["key"]][] = [
  [["address_issue"], "on_hold_address", "hold_address"],
  [["customs_hold"], "on_hold_customs", "hold_customs"],
  [["payment_due", "cod_unpaid"], "on_hold_payment", "hold_payment"],
];

/** What to say when a courier holds the parcel for a reason that is known. */
export function answerHold(question: ParcelQuestion): AnswerPlan | null {
  const { order, writing, askCourier } = words(question);
  const standing = question.delivery.exceptions.filter((exception) => exception.clearedAt === null).map((exception) => exception.kind);
  for (const [exceptions, key, said] of holds) {
    if (!exceptions.some((exception) => standing.includes(exception))) continue;
    return plan(key, sentence("line_held"), writing, null, [sentence(said, order), askCourier]);
  }
  return null;
}
