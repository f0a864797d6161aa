/** Which database each shop is in, by the shop's number. */
export type Placement = Uint16Array;

/** As `Shops.add` does: the database that has the fewest shops takes the next one. */
export function placeByCount(shops: number, databases: number): Placement {
  return Uint16Array.from({ length: shops }, (_, shop) => shop % databases);
}

/** The database that has the least to do takes the next one: what could be done if a shop's size were known when it comes. */
export function placeByLoad(loads: Float64Array, databases: number): Placement {
  const totals = new Float64Array(databases);
  return Uint16Array.from(loads, (load) => {
    const least = indexOfLeast(totals);
    totals[least] = (totals[least] ?? 0) + load;
    return least;
  });
}

export interface Rebalanced {
  placement: Placement;
  moves: number;
  /** The load of the shops that moved, of the load of all. */
  movedShare: number;
}

/**
 * Moves shops, each from the busiest database to the idlest one, until no database has more than `within` times the mean or no move helps: of
 * the busiest database's shops the largest that makes the difference smaller.
 */
export function rebalance(placement: Placement, loads: Float64Array, databases: number, within: number): Rebalanced {
  const moved = Uint16Array.from(placement);
  const totals = totalsOf(moved, loads, databases);
  const mean = totals.reduce((sum, total) => sum + total, 0) / databases;
  let moves = 0;
  let movedLoad = 0;
  for (; moves < loads.length; moves++) {
    const busiest = indexOfMost(totals);
    const idlest = indexOfLeast(totals);
    if ((totals[busiest] ?? 0) <= mean * within) break;
    const difference = (totals[busiest] ?? 0) - (totals[idlest] ?? 0);
    let best = -1;
    for (let shop = 0; shop < loads.length; shop++) {
      if (moved[shop] !== busiest || (loads[shop] ?? 0) >= difference) continue;
      if (best === -1 || (loads[shop] ?? 0) > (loads[best] ?? 0)) best = shop;
    }
    if (best === -1) break;
    const load = loads[best] ?? 0;
    moved[best] = idlest;
    totals[busiest] = (totals[busiest] ?? 0) - load;
    totals[idlest] = (totals[idlest] ?? 0) + load;
    movedLoad += load;
  }
  return { placement: moved, moves, movedShare: movedLoad / (mean * databases) };
}

export function totalsOf(placement: Placement, loads: Float64Array, databases: number): Float64Array {
  const totals = new Float64Array(databases);
  for (let shop = 0; shop < loads.length; shop++) {
    const database = placement[shop] ?? 0;
    totals[database] = (totals[database] ?? 0) + (loads[shop] ?? 0);
  }
  return totals;
}

function indexOfLeast(values: Float64Array): number {
  let least = 0;
  for (let index = 1; index < values.length; index++) if ((values[index] ?? 0) < (values[least] ?? 0)) least = index;
  return least;
}

function indexOfMost(values: Float64Array): number {
  let most = 0;
  for (let index = 1; index < values.length; index++) if ((values[index] ?? 0) > (values[most] ?? 0)) most = index;
  return most;
}
