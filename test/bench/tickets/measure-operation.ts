import { round, type Spread, spreadOf } from "../measure.ts";
import type { Counters, DatabaseWork } from "../request-tracker/counters.ts";

export interface Meter {
  /** Statements since the beginning. */
  statements(): number;
  /** `null` where the database counts nothing. */
  counters: Counters | null;
}

export interface OperationResult extends Spread {
  /** On average. */
  statements: number;
  /** On average: tickets of a page, messages of a ticket, 1 for a write. */
  rows: number;
  /** On average, as the database counted it; blocks are pages of 8 KiB. */
  database: Omit<DatabaseWork, "statements"> | null;
}

const warmUp = 5;

/** Does the same kind of thing many times, one after the other. `work` gives the number of rows of its answer. */
export async function measureOperation(
  { statements, counters }: Meter,
  operations: number,
  work: (turn: number) => Promise<number>,
): Promise<OperationResult> {
  for (let turn = 0; turn < warmUp; turn++) await work(turn);
  await counters?.start();
  const before = statements();
  const durations: number[] = [];
  let rows = 0;
  for (let turn = warmUp; turn < warmUp + operations; turn++) {
    const startedAt = performance.now();
    rows += await work(turn);
    durations.push(performance.now() - startedAt);
  }
  const taken = statements() - before;
  const counted = await counters?.stop(operations);
  // Their count leaves out what is begun and committed; ours is of everything that is sent.
  const { statements: _, ...database } = counted ?? { source: "pg_stat_database" as const, blocks: 0, blocksRead: 0, walBytes: 0 };
  return {
    ...spreadOf(durations),
    statements: round(taken / operations, 2),
    rows: round(rows / operations, 1),
    database: counted ? database : null,
  };
}
