import type { Instant } from "@askonce/spec";
import { fromInstant } from "../platform/instants.ts";
import { type AnswerPlan, activeIncident, type ParcelQuestion, plan, sentence, words } from "./answer-plan.ts";

/** What to say of a parcel between shop and van: whether it is on time, and what is expected. */
export function answerMoving(question: ParcelQuestion): AnswerPlan {
  const { parcel, delivery, now } = question;
  const { order, estimate, due, writing, askCourier, track, lastScan } = words(question);
  const { state } = delivery.lateness;
  const expected = estimate ?? (due !== null && fromInstant(due) > now ? due : null);
  const named = (day: Instant) => sentence("line_expected", { day: { day } });

  if ((state === "late" || state === "very_late") && due !== null) {
    const said = sentence(state, { ...order, due: { day: due } });
    const newDate = estimate && sentence("new_date", { estimate: { day: estimate } });
    const line = estimate ? sentence("line_late_expected", { day: { day: estimate } }) : sentence("line_late");
    if (state === "very_late") return plan("very_late", line, writing, estimate, [said, newDate, askCourier, track]);
    if (!newDate) return plan("late", line, writing, null, [said, lastScan, askCourier, track]);
    return plan("late_new_date", line, { kind: "deliver", by: estimate }, estimate, [said, newDate, track]);
  }

  const isStalled = delivery.lateness.stalledSince !== null || activeIncident(question.incidents, ["stalled"]) !== undefined;
  const isUnscanned = parcel.status === "label_created" || parcel.status === "unknown";
  if (isStalled && parcel.lastScanAt === null)
    return plan("stalled", sentence("line_preparing"), writing, null, [sentence("stalled_unscanned", order), askCourier, track]);
  if (isStalled && parcel.lastScanAt !== null) {
    const said = sentence("stalled", { ...order, scannedDay: { day: parcel.lastScanAt } });
    return plan("stalled", sentence("line_moving"), writing, null, [said, askCourier, track]);
  }
  const day = estimate
    ? sentence("expected_estimate", { estimate: { day: estimate } })
    : expected
      ? sentence("expected", { due: { day: expected } })
      : null;
  const delivering = { kind: "deliver" as const, by: expected };
  if (isUnscanned) {
    const line = sentence("line_preparing");
    if (parcel.status === "label_created")
      return plan("label_only", line, delivering, expected, [sentence("label_only", order), day, track]);
    if (parcel.lastScanAt !== null)
      return plan("unclear", sentence("line_problem"), writing, null, [sentence("unclear", order), lastScan, askCourier]);
    if (parcel.trackingNumber !== null)
      return plan("number_unknown", line, writing, expected, [sentence("number_unknown", order), day, askCourier]);
    return plan("shipped_untracked", sentence("line_moving"), delivering, expected, [sentence("shipped_untracked", order), day]);
  }
  if (state === "at_risk" && due !== null) {
    const isLater = estimate !== null && fromInstant(estimate) > fromInstant(due);
    const said = isLater
      ? sentence("at_risk_estimate", { estimate: { day: estimate }, due: { day: due } })
      : sentence("at_risk", { due: { day: due } });
    const by = isLater ? estimate : due;
    return plan("at_risk", named(by), { kind: "deliver", by }, by, [sentence("in_transit", order), said, track]);
  }
  const line = expected ? named(expected) : sentence("line_moving");
  return plan("in_transit", line, delivering, expected, [sentence("in_transit", order), lastScan, day ?? sentence("no_day_yet"), track]);
}
