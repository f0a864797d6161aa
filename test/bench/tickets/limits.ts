import type { OperationResult } from "./measure-operation.ts";

type Limit = (operations: Readonly<Record<string, OperationResult>>) => string[];

/** The most statements and pages of the database that an operation may take on average, by the beginning of its name. */
const most: Readonly<Record<string, { statements: { postgres: number; sqlite: number }; blocks: number }>> = {
  list: { statements: { postgres: 1, sqlite: 1 }, blocks: 4000 },
  counts: { statements: { postgres: 1, sqlite: 1 }, blocks: 50 },
  search: { statements: { postgres: 2, sqlite: 1 }, blocks: 12_000 },
  open: { statements: { postgres: 5, sqlite: 5 }, blocks: 200 },
  reply: { statements: { postgres: 25, sqlite: 25 }, blocks: 5000 },
  create: { statements: { postgres: 35, sqlite: 35 }, blocks: 5000 },
};

/** What exceeds its limit, in words. */
export function limits(storage: "postgres" | "sqlite"): Limit[] {
  return Object.entries(most).map(([beginning, { statements, blocks }]) => (operations) => {
    const concerned = Object.entries(operations).filter(([name]) => name.startsWith(beginning));
    return concerned.flatMap(([name, result]) => [
      ...(result.statements > statements[storage] ? [`${name}: ${result.statements} statements, at most ${statements[storage]}`] : []),
      ...((result.database?.blocks ?? 0) > blocks ? [`${name}: ${result.database?.blocks} blocks, at most ${blocks}`] : []),
    ]);
  });
}
