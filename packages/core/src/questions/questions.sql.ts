import type { Question } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Tables } from "../storage/tables.ts";

export function toQuestion(row: Omit<Selectable<Tables["questions"]>, "shop_id">): Question {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    messageId: row.message_id,
    key: row.key as Question["key"],
    verdict: row.verdict,
    askedAt: toInstant(row.asked_at),
    askedBy: row.asked_by,
    channel: row.channel,
    wasKnown: row.verdict === "known",
    sentAnyway: row.sent_anyway,
    answeredByFactId: row.answered_by_fact_id,
    answeredAt: toInstantOrNull(row.answered_at),
  };
}
