import { fromInstant, toInstant } from "../platform/instants.ts";
import { type AnswerPlan, activeIncident, type ParcelQuestion, plan, sentence, words } from "./answer-plan.ts";
import { answerMoving } from "./moving-answer.ts";
import { answerHold, answerTrouble } from "./trouble-answer.ts";

/** What to say of one parcel: the most serious thing first. Never claims more than its state, never names somebody at fault. */
export function answerParcel(question: ParcelQuestion): AnswerPlan {
  return answerTrouble(question) ?? byStatus(question);
}

function byStatus(question: ParcelQuestion): AnswerPlan {
  const { parcel, now, when } = question;
  const { order, estimate, writing, followUp, askCourier, solution, track } = words(question);
  const back = sentence("line_back");
  switch (parcel.status) {
    case "delivered":
      return parcel.leg === "return" ? plan("returned", back, writing, null, [sentence("returned", order), solution]) : delivered(question);
    case "returned":
      return plan("returned", back, writing, null, [sentence("returned", order), solution]);
    case "returning":
      return plan("returning", back, writing, null, [sentence("returning", order), solution]);
    case "failed":
      return plan("failed", sentence("line_problem"), writing, null, [sentence("failed", order), solution]);
    case "ready_for_pickup":
      return pickup(question);
    case "out_for_delivery": {
      const isToday = parcel.lastScanAt !== null && when.isToday(parcel.lastScanAt);
      const tonight = isToday ? toInstant(when.endOfDay(now)) : null;
      const isLate = isPastDue(question);
      const writes = isLate && !isToday;
      return plan("out_for_delivery", sentence("line_out"), writes ? writing : { kind: "deliver", by: tonight }, tonight, [
        sentence(isToday ? "out_today" : "out", order),
        isLate && sentence("later_than_planned"),
        writes && followUp,
        track,
      ]);
    }
    case "cancelled":
    case "label_created":
    case "unknown":
    case "handed_over":
    case "in_transit":
    case "on_hold":
    case "delivery_attempted": {
      const held = answerHold(question);
      if (held) return held;
      if (parcel.status === "delivery_attempted") {
        const [tried] = parcel.checkpoints.filter((checkpoint) => checkpoint.status === "delivery_attempted");
        return plan("attempted", sentence("line_attempted"), { kind: "retry", by: estimate }, estimate, [
          tried ? sentence("attempted", { ...order, attemptedDay: { day: tried.at } }) : sentence("attempted_undated", order),
          estimate ? sentence("next_attempt", { estimate: { day: estimate } }) : sentence("next_attempt_usual"),
          track,
        ]);
      }
      if (parcel.status === "on_hold") {
        const line = sentence("line_held");
        return plan("on_hold", line, writing, null, [sentence("hold", order), words(question).lastScan, askCourier]);
      }
      return answerMoving(question);
    }
  }
}

function isPastDue(question: ParcelQuestion): boolean {
  const { state, dueAt } = question.delivery.lateness;
  return state === "late" || state === "very_late" || (dueAt !== null && fromInstant(dueAt) < question.now && state !== "on_time");
}

function pickup(question: ParcelQuestion): AnswerPlan {
  const { delivery, incidents, now } = question;
  const { order, writing, followUp } = words(question);
  const until = delivery.pickup?.until ?? null;
  const name = delivery.pickup?.name?.trim() || null;
  const isAssumed = delivery.pickup?.untilAssumed === true;
  const day = until === null ? {} : { day: { day: until } };
  const line =
    until === null
      ? sentence("line_ready")
      : name === null
        ? sentence("line_ready_until", day)
        : sentence("line_ready_at", { ...day, point: name });
  const moment = until === null ? {} : { until: isAssumed ? { day: until } : { dayAndTime: until } };
  if (until !== null && fromInstant(until) <= now)
    return plan("pickup_over", sentence("line_ready"), writing, null, [sentence("pickup_over", { ...order, ...moment }), followUp]);
  const isExpiring = activeIncident(incidents, ["pickup_expiring"]) !== undefined;
  const deadline = isExpiring ? (isAssumed ? "expiring_assumed" : "expiring") : isAssumed ? "until_assumed" : "until";
  return plan(isExpiring && until ? "pickup_expiring" : "ready_for_pickup", line, { kind: "collect", by: until }, null, [
    sentence("ready", order),
    name !== null && sentence("at_point", { point: name }),
    until !== null && sentence(deadline, moment),
  ]);
}

function delivered(question: ParcelQuestion): AnswerPlan {
  const { parcel, delivery, when } = question;
  const { order } = words(question);
  const { deliveredAt } = parcel;
  const isToday = deliveredAt !== null && when.isToday(deliveredAt);
  const said =
    deliveredAt === null
      ? sentence("delivered_undated", order)
      : isToday
        ? sentence("delivered_today", { ...order, deliveredTime: { time: deliveredAt } })
        : sentence("delivered", { ...order, deliveredDay: { day: deliveredAt } });
  const line = deliveredAt === null ? sentence("line_delivered") : sentence("line_delivered_on", { day: { day: deliveredAt } });
  return plan(isToday ? "delivered_today" : "delivered", line, { kind: "none", by: null }, null, [
    said,
    delivery.lateness.state === "delivered_late" && sentence("was_late"),
    sentence("delivered_help"),
  ]);
}
