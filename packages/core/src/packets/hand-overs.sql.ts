import type { HandOver } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant } from "../platform/instants.ts";
import type { Tables } from "../storage/tables.ts";

export function toHandOver(row: Omit<Selectable<Tables["hand_overs"]>, "shop_id">): HandOver {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    purpose: row.purpose,
    fromName: row.from_name,
    toAgentId: row.to_agent_id,
    note: row.note,
    at: toInstant(row.at),
  };
}
