import type { Context, DraftAsk, IncidentKind, Reason } from "@askonce/spec";
import { Temporal } from "temporal-polyfill";
import type { Platform } from "../platform/platform.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { QuestionCountsTable } from "./questions.schema.ts";

export interface AskedMessage {
  ticketId: string;
  messageId: string;
  channel: string;
  /** An agent's id, or `system`. */
  askedBy: string;
  templateId: string | null;
  sentAnyway: string | null;
  at: number;
}

/** Writes down what a message that was sent asks for, and counts it: in the transaction of the message. */
export async function recordQuestions(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  asks: readonly DraftAsk[],
  context: Context,
  message: AskedMessage,
): Promise<void> {
  // Asked twice in one message is one question.
  const byKey = new Map<string, DraftAsk>();
  for (const ask of asks) if (byKey.get(ask.key)?.verdict !== "known") byKey.set(ask.key, ask);
  const { ticketId, messageId } = message;
  for (const ask of byKey.values()) {
    const questionId = platform.createId("qst");
    await unit.database
      .insertInto("questions")
      .values({
        shop_id: store.shopId,
        id: questionId,
        ticket_id: ticketId,
        message_id: messageId,
        key: ask.key,
        verdict: ask.verdict,
        asked_at: message.at,
        asked_by: message.askedBy,
        channel: message.channel,
        // The reason belongs to what the guard objected to, not to what else the message asks.
        sent_anyway: ask.verdict === "known" ? message.sentAnyway : null,
        answered_by_fact_id: null,
        answered_at: null,
      })
      .execute();
    const wasKnown = ask.verdict === "known";
    unit.emit(
      "question.asked",
      { kind: "ticket", id: ticketId },
      { questionId, ticketId, messageId, key: ask.key, verdict: ask.verdict, wasKnown },
    );
    await count(unit, store, message, { key: ask.key, known: wasKnown, reason: reasonOf(context) });
  }
}

async function count(
  unit: UnitOfWork,
  store: Store,
  message: AskedMessage,
  { key, known, reason }: { key: string; known: boolean; reason: Reason },
): Promise<void> {
  const day = dayOf(message.at, store.shop.timeZone);
  const places: [QuestionCountsTable["dimension"], string][] = [
    ["all", "all"],
    ["agent", message.askedBy],
    ["channel", message.channel],
    ["key", key],
    ["reason", reason],
  ];
  if (message.templateId !== null) places.push(["template", message.templateId]);
  const added = known ? 1 : 0;
  await unit.database
    .insertInto("question_counts")
    .values(places.map(([dimension, value]) => ({ shop_id: store.shopId, dimension, value, day, asked: 1, known: added })))
    .onConflict((conflict) =>
      conflict.columns(["shop_id", "dimension", "value", "day"]).doUpdateSet((update) => ({
        asked: update("question_counts.asked", "+", 1),
        known: update("question_counts.known", "+", added),
      })),
    )
    .execute();
}

/** The day of the shop on which it was. */
export function dayOf(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

const reasons: Readonly<Record<IncidentKind, Reason>> = {
  late: "late",
  stalled: "late",
  lost: "lost",
  damaged: "damaged",
  missing_items: "missing_item",
  wrong_item: "wrong_item",
  delivered_not_received: "not_received",
  returned_to_sender: "order_status",
  pickup_expiring: "order_status",
  failed_attempt: "order_status",
  address_problem: "change_address",
  customs_hold: "order_status",
  refused: "return",
};

/** Why the customer writes, as far as a problem of their order says it. */
function reasonOf(context: Context): Reason {
  const [incident] = context.order?.delivery.incidents ?? [];
  return incident ? reasons[incident.kind] : "other";
}

/** Marks what was asked as answered by these facts. */
export async function answerQuestions(
  unit: UnitOfWork,
  store: Store,
  ticketId: string,
  facts: readonly { id: string; key: string }[],
  at: number,
): Promise<void> {
  if (facts.length === 0) return;
  const open = await unit.database
    .selectFrom("questions")
    .select(["id", "key"])
    .where("shop_id", "=", store.shopId)
    .where("ticket_id", "=", ticketId)
    .where("answered_at", "is", null)
    .execute();
  for (const question of open) {
    const fact = facts.find((one) => one.key === question.key);
    if (!fact) continue;
    await unit.database
      .updateTable("questions")
      .set({ answered_by_fact_id: fact.id, answered_at: at })
      .where("shop_id", "=", store.shopId)
      .where("id", "=", question.id)
      .execute();
    unit.emit("question.answered", { kind: "ticket", id: ticketId }, { questionId: question.id, ticketId, factId: fact.id });
  }
}
