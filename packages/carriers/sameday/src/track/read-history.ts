import { createCheckpoint, sortCheckpoints } from "@askonce/adapter-kit";
import type { Checkpoint } from "@askonce/spec";
import type { StatusRowAnswer } from "../schemas/status-row.ts";
import { readRow } from "../status/read-row.ts";

export interface RowsRead {
  /** Newest first, each once. */
  checkpoints: Checkpoint[];
  unknownCodes: string[];
}

/**
 * Rows as checkpoints. A row without a readable time is left out. The id is made of code and moment, which all of the courier's answers tell
 * alike, so that what was polled and what was asked for are one checkpoint.
 */
export function readHistory(rows: readonly StatusRowAnswer[], zone: string): RowsRead {
  const unknownCodes = new Set<string>();
  const checkpoints = rows.flatMap((row) => {
    const { reading, rawStatus, time, unknownCodes: unknown } = readRow(row, zone);
    for (const code of unknown) unknownCodes.add(code);
    if (time === null) return [];
    const words = row.status ?? row.statusLabel ?? row.statusState ?? null;
    return [
      createCheckpoint({
        idParts: [rawStatus ?? words, time.at],
        time,
        reading,
        rawStatus: rawStatus ?? words,
        // Of a status that we have a word for, the reason says more than the courier's own word.
        text: reading === null ? (words ?? row.reason) : (row.reason ?? words),
        // The courier names the county, and the place itself only sometimes.
        city: row.transitLocation ?? row.county,
        countryCode: row.country,
      }),
    ];
  });
  return { checkpoints: sortCheckpoints(checkpoints), unknownCodes: [...unknownCodes] };
}
