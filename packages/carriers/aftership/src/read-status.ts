import { createStatusTable, type StatusReading } from "@askonce/adapter-kit";
import { aftershipStatusRows } from "./status-rows.ts";

const table = createStatusTable(aftershipStatusRows);

export interface AftershipReading {
  /** `null` when neither word is known, or when the one that matters is not. */
  reading: StatusReading | null;
  /** The finer of the two words. */
  rawStatus: string | null;
  unknownCodes: string[];
}

/**
 * The subtag where it is known. Of a subtag that is not, the tag still tells how far the parcel is; but "Exception" alone says only that
 * something is wrong, and could be a return, a loss or a delay, so it is left open.
 */
export function readStatus(tag: string | null, subtag: string | null): AftershipReading {
  const rawStatus = subtag ?? tag;
  const fine = subtag === null ? null : table.read("subtag", subtag);
  if (fine) return { reading: fine, rawStatus, unknownCodes: [] };
  const coarse = tag === null ? null : table.read("tag", tag);
  const unknownCodes = [
    ...(subtag === null ? [] : [`subtag:${codeFor(subtag)}`]),
    ...(tag === null || coarse !== null ? [] : [`tag:${codeFor(tag)}`]),
  ];
  return { reading: subtag !== null && tag === "Exception" ? null : coarse, rawStatus, unknownCodes };
}

/** Only what looks like a code goes into diagnostics. */
function codeFor(code: string): string {
  return /^[\w-]{1,60}$/.test(code) ? code : "(no code)";
}
