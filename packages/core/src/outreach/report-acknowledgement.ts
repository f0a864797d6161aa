import type { IncidentKind, Instant } from "@askonce/spec";
import type { ToldPromise } from "../answers/answer-plan.ts";
import type { AnswerTexts } from "../answers/answer-texts.ts";
import { nextWorkingEvening } from "../answers/say-when.ts";
import { createWriter } from "../answers/sentence.ts";
import { toInstant } from "../platform/instants.ts";
import { outreachTexts } from "./outreach-texts.ts";

/** What a customer can report of a delivery. */
export type ReportedKind = Extract<IncidentKind, "damaged" | "missing_items" | "wrong_item" | "delivered_not_received">;

export interface Report {
  kind: ReportedKind;
  orderNumber: string;
  /** How many photos came with it. */
  photos: number;
  /** BCP 47; what is not supported is written in English. */
  language: string | null;
  /** IANA zone of the place of delivery. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  /** Until when the shop can write back. Default: 18:00 of the next day from Monday to Friday. */
  followUpBy?: Instant;
}

const sentences: Readonly<Record<ReportedKind, { said: keyof AnswerTexts; next: keyof AnswerTexts }>> = {
  damaged: { said: "damaged_reported", next: "solution" },
  missing_items: { said: "missing_reported", next: "solution" },
  wrong_item: { said: "wrong_reported", next: "solution" },
  delivered_not_received: { said: "not_received", next: "follow_up_courier" },
};

/** Says that a report has arrived, with everything that came with it, and until when it is answered. Asks for nothing. */
export function reportAcknowledgement(report: Report): { key: string; text: string; promise: ToldPromise } {
  const writer = createWriter(report.language, report.zone, report.now);
  const texts = outreachTexts[writer.language];
  const by = report.followUpBy ?? toInstant(nextWorkingEvening(report.now, report.zone));
  const { said, next } = sentences[report.kind];
  const photos = report.photos > 0 ? [writer.fill(texts[`photos_${writer.plural(report.photos)}`], { n: String(report.photos) })] : [];
  const text = [
    texts.thanks,
    writer.write({ key: said, values: { order: report.orderNumber } }),
    ...photos,
    writer.write({ key: next, values: { by: { day: by } } }),
  ].join(" ");
  return { key: `${report.kind}.reported`, text, promise: { kind: "reply", dueAt: by } };
}
