import { createStatusTable, readTwoWords, unknownCode, type WordReading } from "@askonce/adapter-kit";
import { seventeentrackStatusRows } from "./status-rows.ts";

const table = createStatusTable(seventeentrackStatusRows);

/** The sub-status where it is known, otherwise the main status; but "Exception" alone is left open. */
export function readStatus(status: string | null, subStatus: string | null): WordReading {
  const words = { coarse: { space: "status", code: status }, fine: { space: "sub_status", code: subStatus }, vague: "Exception" } as const;
  return readTwoWords(table, words);
}

/** An event's own words: its sub-status, which older versions leave out, or the milestone it reaches, which most events do not. */
export function readEventStatus(subStatus: string | null, stage: string | null): WordReading {
  if (subStatus !== null) {
    // "Exception_Held" is of the main status "Exception".
    const [status = ""] = subStatus.split("_");
    const known = readStatus(status, subStatus);
    return { ...known, unknownCodes: known.unknownCodes.filter((code) => code.startsWith("sub_status:")) };
  }
  if (stage === null) return { reading: null, rawStatus: null, unknownCodes: [] };
  const reading = table.read("stage", stage);
  return { reading, rawStatus: stage, unknownCodes: reading === null ? [unknownCode("stage", stage)] : [] };
}
