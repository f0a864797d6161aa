import type { Instant, Order, OrderDelivery, Parcel, ParcelDelivery } from "@askonce/spec";
import { isActive } from "../incidents/incident-state.ts";
import { isCustomerReturn } from "../incidents/situation.ts";
import { fromInstant, toInstant } from "../platform/instants.ts";
import { type AnswerFact, factsOf } from "./answer-facts.ts";
import { type AnswerKey, type AnswerPlan, activeIncident, type NextStepKind, promiseOf, type ToldPromise } from "./answer-plan.ts";
import { answerParcel } from "./parcel-answer.ts";
import { nextWorkingEvening } from "./say-when.ts";
import { createWriter, type Sentence, type Writer } from "./sentence.ts";
import { answerReport, reportedKinds } from "./trouble-answer.ts";

export interface OrderQuestion {
  /** `null` when there is no order of that number. */
  order: Order | null;
  /** `null` together with the order. */
  delivery: OrderDelivery | null;
  /** BCP 47; what is not supported is answered in English. */
  language: string | null;
  /** Milliseconds since the epoch. */
  now: number;
  /** IANA zone of the place of delivery, in which dates are written. */
  zone: string;
  /** Until when the shop can write back if the answer has to say so. Default: 18:00 of the next day from Monday to Friday. */
  followUpBy?: Instant;
}

export interface OrderAnswer {
  key: AnswerKey;
  /** Whole sentences in the reader's language; of several parcels one line each. */
  text: string;
  nextStep: { kind: NextStepKind; by: Instant | null };
  /** What was known and used, each once. */
  usedFacts: AnswerFact[];
  /** To be kept as a promise. */
  promise: ToldPromise | null;
}

/** Everything a finished answer is made of. */
interface Draft {
  key: AnswerKey;
  paragraphs: Sentence[][];
  next: AnswerPlan["next"];
  told: Instant | null;
}

const mostLines = 6;
/** What an answer closes with, whatever is added to it. */
const endings: ReadonlySet<Sentence["key"]> = new Set(["track", "delivered_help"]);

/**
 * "Where is my order", from what is known now: what happened, what comes next and by when. Pure: the same state gives the same answer. Never
 * calls delivered what was merely shipped, blames nobody and asks for nothing.
 */
export function whereIsMyOrder(question: OrderQuestion): OrderAnswer {
  const writer = createWriter(question.language, question.zone, question.now);
  const draft = draftAnswer(question, writer);
  const text = draft.paragraphs.map((paragraph) => paragraph.map((sentence) => writer.write(sentence)).join(" ")).join("\n");
  const { key, next, paragraphs } = draft;
  return { key, text, nextStep: next, usedFacts: factsOf(paragraphs.flat(), key), promise: promiseOf(draft, writer.when) };
}

function draftAnswer(question: OrderQuestion, writer: Writer): Draft {
  const { order, delivery, now, zone } = question;
  if (order === null || delivery === null)
    return draft("order_unknown", { kind: "none", by: null }, null, [say("order_unknown"), say("order_unknown_next")]);
  const by = question.followUpBy ?? toInstant(nextWorkingEvening(now, zone));
  const parcels = parcelsOf(order, delivery);
  const ended = endedOrder(order, parcels);
  if (ended) return ended;
  if (parcels.length === 0) return unshipped(order, delivery, now, by);
  const orderNumber = order.number;
  const active = delivery.incidents.filter(isActive);
  const [only] = parcels;
  if (only && parcels.length === 1) {
    const incidents = active.filter((incident) => incident.parcelId === null || incident.parcelId === only.parcel.id);
    const plan = answerParcel({ ...only, incidents, orderNumber, now, when: writer.when, by });
    const rest = order.fulfillmentStatus === "partly_fulfilled" ? [say("rest_preparing")] : [];
    const last = plan.sentences.at(-1);
    const ending = last && endings.has(last.key) ? [last] : [];
    const body = plan.sentences.slice(0, plan.sentences.length - ending.length);
    return draft(plan.key, plan.next, plan.told, [...body, ...rest, ...ending]);
  }
  const plans = parcels.map((entry) => {
    const incidents = active.filter((incident) => incident.parcelId === entry.parcel.id);
    return answerParcel({ ...entry, incidents, orderNumber, now, when: writer.when, by });
  });
  const reported = activeIncident(
    active.filter((incident) => incident.parcelId === null),
    reportedKinds,
  );
  return several(plans, order, by, reported ? answerReport(reported, orderNumber, by) : null);
}

const say = (key: Sentence["key"], values: Sentence["values"] = {}): Sentence => ({ key, values });
function draft(key: AnswerKey, next: AnswerPlan["next"], told: Instant | null, sentences: Sentence[]): Draft {
  return { key, paragraphs: [sentences], next, told };
}

interface ParcelEntry {
  parcel: Parcel;
  delivery: ParcelDelivery;
}

/** The parcels on their way to the buyer: not those they send back, and no labels that were thrown away. */
function parcelsOf(order: Order, delivery: OrderDelivery): ParcelEntry[] {
  return order.parcels.flatMap((parcel) => {
    const own = delivery.parcels.find((entry) => entry.parcelId === parcel.id);
    if (!own || parcel.status === "cancelled" || isCustomerReturn(parcel, own)) return [];
    return [{ parcel, delivery: own }];
  });
}

function endedOrder(order: Order, parcels: readonly ParcelEntry[]): Draft | null {
  if (parcels.some(({ parcel }) => parcel.status === "delivered")) return null;
  const number = { order: order.number };
  const nothing = { kind: "none" as const, by: null };
  if (order.status === "cancelled") {
    const said = order.cancelledAt
      ? say("cancelled_on", { ...number, cancelledDay: { day: order.cancelledAt } })
      : say("cancelled", number);
    return draft("cancelled", nothing, null, order.paymentStatus === "refunded" ? [said, say("refunded")] : [said]);
  }
  const isUnfinished = (order.status === "failed" || order.status === "draft") && parcels.length === 0;
  return isUnfinished ? draft("not_completed", nothing, null, [say("not_completed", number)]) : null;
}

function unshipped(order: Order, delivery: OrderDelivery, now: number, by: Instant): Draft {
  const number = { order: order.number };
  const promised = delivery.promises.filter(
    (promise) => promise.kind === "delivery" && promise.shownToBuyer && promise.state !== "withdrawn" && promise.parcelId === null,
  );
  // The first one the buyer saw stays the yardstick.
  const due = promised.toSorted((one, other) => fromInstant(one.madeAt) - fromInstant(other.madeAt))[0]?.dueAt ?? null;
  const isPast = due !== null && fromInstant(due) < now;
  const isShipped = order.fulfillmentStatus === "fulfilled";
  if (isPast && !isShipped) {
    const late = say("not_shipped_late", { ...number, due: { day: due } });
    return draft("not_shipped_late", { kind: "write", by }, null, [late, say("follow_up", { by: { day: by } })]);
  }
  const expected = due === null || isPast ? [] : [say("expected", { due: { day: due } })];
  const told = isPast ? null : due;
  if (isShipped) {
    const writes = isPast ? [say("follow_up_courier", { by: { day: by } })] : [];
    const next = isPast ? { kind: "write" as const, by } : { kind: "deliver" as const, by: told };
    return draft("shipped_untracked", next, told, [say("shipped_untracked", number), ...expected, ...writes]);
  }
  const key = order.fulfillmentStatus === "partly_fulfilled" ? "partly_shipped" : "not_shipped";
  return draft(key, { kind: "ship", by: null }, told, [say(key, number), ...expected]);
}

/** Of several parcels: how many, each in a line, and once what comes next. The most pressing one decides about the next step. */
function several(plans: readonly AnswerPlan[], order: Order, by: Instant, report: AnswerPlan | null): Draft {
  const isDelivered = (plan: AnswerPlan) => plan.key === "delivered" || plan.key === "delivered_today";
  const delivered = plans.filter(isDelivered).length;
  const pressing = pressingOf(plans);
  const writes = plans.some((plan) => plan.next.kind === "write");
  const counted = { order: order.number, parcels: { parcels: plans.length } };
  const isPartial = delivered > 0 && delivered < plans.length;
  const intro = isPartial ? say("partial", { ...counted, delivered: String(delivered) }) : say("several", counted);
  const numbered = plans.map((plan, index) => ({ plan, number: index + 1 }));
  // When not all fit, those that matter most are shown.
  const shown = numbered.toSorted((one, other) => urgency[one.plan.next.kind] - urgency[other.plan.next.kind]).slice(0, mostLines);
  const lines = shown
    .toSorted((one, other) => one.number - other.number)
    .map(({ plan, number }) => [{ ...plan.line, values: { ...plan.line.values, number: String(number) } }]);
  const hidden = plans.length - lines.length;
  const closing = [
    ...(hidden > 0 ? [say("lines_more", { parcels: { parcels: hidden } })] : []),
    ...(report ? report.sentences : writes ? [say("follow_up", { by: { day: by } })] : []),
    ...(order.fulfillmentStatus === "partly_fulfilled" ? [say("rest_preparing")] : []),
    ...(delivered === plans.length && !report ? [say("delivered_help")] : []),
  ];
  return {
    key: report?.key ?? (isPartial ? "partial_delivery" : "several_parcels"),
    paragraphs: closing.length > 0 ? [[intro], ...lines, closing] : [[intro], ...lines],
    next: report || writes ? { kind: "write", by } : pressing.next,
    told: pressing.told,
  };
}

const urgency: Readonly<Record<NextStepKind, number>> = { write: 0, collect: 1, retry: 2, deliver: 3, ship: 4, none: 5 };

function pressingOf(plans: readonly AnswerPlan[]): AnswerPlan {
  const latest = (plan: AnswerPlan) => (plan.next.by === null ? Number.POSITIVE_INFINITY : fromInstant(plan.next.by));
  const [first] = plans.toSorted((one, other) => urgency[one.next.kind] - urgency[other.next.kind] || latest(one) - latest(other));
  if (!first) throw new RangeError("An order without parcels has no pressing one");
  return first;
}
