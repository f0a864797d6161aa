import type { DueShopsFigures } from "./measure-due-shops.ts";
import type { ScaleSimulation } from "./simulate.ts";

interface Gated {
  dueShops: Pick<DueShopsFigures, "shops" | "cases">;
  simulation: Pick<ScaleSimulation, "placements">;
  /** Rows that the measured move has carried. */
  moved: number;
}

/** What is not as it has to be, in words; empty when all is well. Never because of the time it took. */
export function gatesOf({ dueShops, simulation, moved }: Gated): string[] {
  const exceeded: string[] = [];
  for (const { due, found, blocks } of dueShops.cases) {
    if (found !== Math.min(due, 100)) exceeded.push(`${found} due shops found of ${due}`);
    if (blocks > dueShops.shops * 8) exceeded.push(`${blocks} pages for a look into ${dueShops.shops} shops`);
  }
  const { byCount, byCountThenMoved } = simulation.placements;
  if (byCountThenMoved.usualDay.busiest > byCountThenMoved.usualDay.mean * 1.15 + 0.0001)
    exceeded.push(`the busiest database has ${byCountThenMoved.usualDay.busiest} after the moves, ${byCount.usualDay.busiest} before`);
  if (moved === 0) exceeded.push("the move carried nothing");
  return exceeded;
}
