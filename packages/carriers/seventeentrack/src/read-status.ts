import { createStatusTable, type StatusReading } from "@askonce/adapter-kit";
import { seventeentrackStatusRows } from "./status-rows.ts";

const table = createStatusTable(seventeentrackStatusRows);

export interface SeventeentrackReading {
  /** `null` when no word is given, or the one that matters is not known. */
  reading: StatusReading | null;
  /** The finest of the words. */
  rawStatus: string | null;
  unknownCodes: string[];
}

/**
 * The sub-status where it is known. Of one that is not, the main status still tells how far the parcel is; but "Exception" alone says only
 * that something is wrong, and could be a return, a loss or a delay, so it is left open.
 */
export function readStatus(status: string | null, subStatus: string | null): SeventeentrackReading {
  const rawStatus = subStatus ?? status;
  const fine = subStatus === null ? null : table.read("sub_status", subStatus);
  if (fine) return { reading: fine, rawStatus, unknownCodes: [] };
  const coarse = status === null ? null : table.read("status", status);
  const unknownCodes = [
    ...(subStatus === null ? [] : [`sub_status:${codeFor(subStatus)}`]),
    ...(status === null || coarse !== null ? [] : [`status:${codeFor(status)}`]),
  ];
  return { reading: subStatus !== null && status === "Exception" ? null : coarse, rawStatus, unknownCodes };
}

/** An event's own words: its sub-status, which older versions leave out, or the milestone it reaches, which most events do not. */
export function readEventStatus(subStatus: string | null, stage: string | null): SeventeentrackReading {
  if (subStatus !== null) {
    // "Exception_Held" is of the main status "Exception".
    const [status = ""] = subStatus.split("_");
    const known = readStatus(status, subStatus);
    return { ...known, unknownCodes: known.unknownCodes.filter((code) => code.startsWith("sub_status:")) };
  }
  if (stage === null) return { reading: null, rawStatus: null, unknownCodes: [] };
  const reading = table.read("stage", stage);
  return { reading, rawStatus: stage, unknownCodes: reading === null ? [`stage:${codeFor(stage)}`] : [] };
}

/** Only what looks like a code goes into diagnostics. */
function codeFor(code: string): string {
  return /^[\w-]{1,60}$/.test(code) ? code : "(no code)";
}
