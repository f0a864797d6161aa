import { createStatusTable, readTwoWords, type WordReading } from "@askonce/adapter-kit";
import { aftershipStatusRows } from "./status-rows.ts";

const table = createStatusTable(aftershipStatusRows);

/** The subtag where it is known, otherwise the tag; but "Exception" alone is left open. */
export function readStatus(tag: string | null, subtag: string | null): WordReading {
  return readTwoWords(table, { coarse: { space: "tag", code: tag }, fine: { space: "subtag", code: subtag }, vague: "Exception" });
}
