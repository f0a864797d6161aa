import type { Incident, IncidentKind, Instant, Parcel, ParcelDelivery } from "@askonce/spec";
import { type AnswerPlan, promiseOf, type ToldPromise } from "../answers/answer-plan.ts";
import { answerParcel } from "../answers/parcel-answer.ts";
import { nextWorkingEvening } from "../answers/say-when.ts";
import { createWriter } from "../answers/sentence.ts";
import { toInstant } from "../platform/instants.ts";
import type { OutreachChange } from "./outreach-policy.ts";
import { type OutreachTexts, outreachTexts } from "./outreach-texts.ts";

export interface MessageQuestion {
  incident: Incident;
  change: OutreachChange;
  orderNumber: string;
  parcel: Parcel;
  delivery: ParcelDelivery;
  /** Which of how many parcels of the order it is, counted from 1; left out when it is the only one. */
  position?: { number: number; count: number };
  /** BCP 47; what is not supported is written in English. */
  language: string | null;
  /** IANA zone of the place of delivery. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Until when the shop can write again if the message has to say so. Default: 18:00 of the next day from Monday to Friday. */
  followUpBy?: Instant;
}

export interface OutreachMessage {
  /** Kind and change, `late.open`. */
  key: string;
  subject: string;
  /** Without greeting and signature: those are the channel's. */
  text: string;
  promise: ToldPromise | null;
}

/**
 * What a customer is told of a change of an incident: the live answer about that parcel with what the occasion adds. `null` when there is
 * nothing to tell: an incident that was a mistake nobody saw, that was settled with the customer, or whose end they brought about.
 */
export function outreachMessage(question: MessageQuestion): OutreachMessage | null {
  const { incident, change, orderNumber, parcel, delivery, zone, now, position } = question;
  if (change === "resolve" && !isNews(incident)) return null;
  const writer = createWriter(question.language, zone, now);
  const texts = outreachTexts[writer.language];
  const by = question.followUpBy ?? toInstant(nextWorkingEvening(now, zone));
  const incidents = change === "resolve" ? [] : [incident];
  const plan = answerParcel({ parcel, delivery, incidents, orderNumber, now, when: writer.when, by });
  const values = { order: orderNumber };
  const own = (key: keyof OutreachTexts) => writer.fill(texts[key], values);
  const body = plan.sentences.filter((sentence) => sentence.key !== "track").map(writer.write);
  const track = plan.sentences.filter((sentence) => sentence.key === "track").map(writer.write);
  const about = position ? [writer.fill(texts.about_parcel, { number: String(position.number), count: String(position.count) })] : [];
  const hasMoved = change === "resolve" && incident.evidence.at(-1)?.code === "moved_again";
  const isRefused = change !== "resolve" && incident.kind === "refused";
  const text = [
    ...(hasMoved ? [own("moved_again")] : []),
    ...(isRefused ? [own("refused")] : []),
    ...body,
    ...about,
    ...(change === "resolve" ? [] : closingsOf(incident.kind, plan).map(own)),
    ...track,
  ].join(" ");
  return { key: `${incident.kind}.${change}`, subject: own(subjectOf(incident.kind, change)), text, promise: promiseOf(plan, writer.when) };
}

/** What was collected the customer knows; what was settled by people was told by them. */
function isNews(incident: Incident): boolean {
  const { closedBecause } = incident;
  if (closedBecause === "delivered" || closedBecause === "moved_again" || closedBecause === "returned") return true;
  const code = incident.evidence.at(-1)?.code;
  return closedBecause === "mistaken" && (code === "moved_again" || code === "delivered");
}

function closingsOf(kind: IncidentKind, plan: AnswerPlan): (keyof OutreachTexts)[] {
  if (kind === "address_problem") return ["address_help"];
  if (kind === "refused") return ["refused_help"];
  const isTheirs =
    plan.next.kind === "collect" || plan.next.kind === "retry" || kind === "delivered_not_received" || plan.next.kind === "none";
  return isTheirs ? [] : ["nothing_to_do"];
}

const subjects: Readonly<Record<IncidentKind, keyof OutreachTexts>> = {
  late: "subject_late",
  stalled: "subject_stalled",
  lost: "subject_parcel",
  damaged: "subject_parcel",
  missing_items: "subject_report",
  wrong_item: "subject_report",
  delivered_not_received: "subject_report",
  returned_to_sender: "subject_returning",
  pickup_expiring: "subject_pickup",
  failed_attempt: "subject_delivery",
  address_problem: "subject_delivery",
  customs_hold: "subject_customs",
  refused: "subject_delivery",
};

function subjectOf(kind: IncidentKind, change: OutreachChange): keyof OutreachTexts {
  if (change === "resolve") return "subject_over";
  return kind === "late" && change === "strengthen" ? "subject_late_again" : subjects[kind];
}
