import { type StatusReading, type StatusTable, unknownCode } from "./status-table.ts";

/** What an aggregator's words for one state or one scan say. */
export interface WordReading {
  /** `null` when no word is known, or the one that matters is not. */
  reading: StatusReading | null;
  /** The word that says most. */
  rawStatus: string | null;
  /** `space:code`, as `unknownCodes` of a parcel holds them. */
  unknownCodes: string[];
}

/** A coarse word and a finer one beside it, each in its own space of the table. */
export interface TwoWords<Space extends string> {
  coarse: { space: Space; code: string | null };
  fine: { space: Space; code: string | null };
  /** A coarse word that says only that something is wrong: alone it could be a return, a loss or a delay. */
  vague: string;
}

/**
 * The finer word where it is known. Of one that is not, the coarse one still tells how far the parcel is, unless it is the vague one: then
 * the state is left open.
 */
export function readTwoWords<Space extends string>(table: StatusTable<Space>, { coarse, fine, vague }: TwoWords<Space>): WordReading {
  const rawStatus = fine.code ?? coarse.code;
  const byFine = fine.code === null ? null : table.read(fine.space, fine.code);
  if (byFine) return { reading: byFine, rawStatus, unknownCodes: [] };
  const byCoarse = coarse.code === null ? null : table.read(coarse.space, coarse.code);
  const unknownCodes = [
    ...(fine.code === null ? [] : [unknownCode(fine.space, fine.code)]),
    ...(coarse.code === null || byCoarse !== null ? [] : [unknownCode(coarse.space, coarse.code)]),
  ];
  return { reading: fine.code !== null && coarse.code === vague ? null : byCoarse, rawStatus, unknownCodes };
}
