import { createStatusTable, type StatusReading } from "@askonce/adapter-kit";
import type { SamedayStateId, SamedayStatusId } from "./status-id.ts";
import { samedayStatusRows } from "./status-rows.ts";

const table = createStatusTable(samedayStatusRows);

/** @returns `null` for an id that the table does not hold */
export function readStatusId(id: SamedayStatusId): StatusReading | null {
  return table.read("statusId", id);
}

/** @returns `null` for an id that the table does not hold */
export function readStateId(id: SamedayStateId): StatusReading | null {
  return table.read("statusStateId", id);
}
