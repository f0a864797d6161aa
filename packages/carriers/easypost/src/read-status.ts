import { createStatusTable, type StatusReading, unknownCode, type WordReading } from "@askonce/adapter-kit";
import { easypostStatusRows } from "./status-rows.ts";

const table = createStatusTable(easypostStatusRows);

/** These say where the parcel ended or that it turned round; a detail adds what went wrong, and changes nothing about that. */
const decided: ReadonlySet<string> = new Set(["delivered", "return_to_sender", "cancelled"]);

/**
 * The two words together. The detail is the finer one, except that
 * - only the status says delivered: `in_transit` with `arrived_at_destination` was seen, and is no delivery;
 * - a status of `failure` with a detail is a problem on the way (a missed delivery, an address that has to be mended) that the parcel gets
 *   over, as published webhooks show; without one it is the end.
 */
export function readStatus(status: string | null, detail: string | null): WordReading {
  const coarse = status === null ? null : table.read("status", status);
  const fine = detail === null || saysNothing(detail) ? null : table.read("status_detail", detail);
  const isUnknownDetail = detail !== null && table.read("status_detail", detail) === null && !saysNothing(detail);
  const unknownCodes = [
    ...(status === null || coarse !== null ? [] : [unknownCode("status", status)]),
    ...(isUnknownDetail ? [unknownCode("status_detail", detail)] : []),
  ];
  const rawStatus = detail === null || saysNothing(detail) ? (status ?? detail) : detail;
  return { reading: combine(status, coarse, fine), rawStatus, unknownCodes };
}

function combine(status: string | null, coarse: StatusReading | null, fine: StatusReading | null): StatusReading | null {
  if (fine === null) return coarse;
  if (status !== null && decided.has(status) && coarse !== null) {
    return { ...coarse, exceptions: [...new Set([...coarse.exceptions, ...fine.exceptions])] };
  }
  if (fine.status === "delivered") return coarse;
  // Held is the least that is certain of it: whether somebody stood at the door is not said.
  if (status === "failure" && fine.status === "in_transit") return { ...fine, status: "on_hold" };
  return fine;
}

function saysNothing(detail: string): boolean {
  return detail === "unknown" || detail === "status_update";
}
