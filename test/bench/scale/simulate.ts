import { round, seededRandom } from "../measure.ts";
import { type Placement, placeByCount, placeByLoad, rebalance, totalsOf } from "./placement.ts";
import { ordersInHour, type PopulationOptions, populationOf, type SaleOptions, saleStarts } from "./population.ts";

/** What one order brings with it, and what that costs. */
export interface WorkOptions {
  webhooksPerOrder: number;
  ticketsPerOrder: number;
  /** Changes of a ticket over its life: opened, answered, noted, closed. */
  writesPerTicket: number;
  viewsPerTicket: number;
  /** Processor time in the database, in milliseconds. */
  databaseMs: { webhook: number; applied: number; write: number; view: number };
  /** Bytes in the database with their indexes: of a change in the inbox, which goes after `inboxDays`; of what stays. */
  bytes: { inboxChange: number; order: number; event: number; ticket: number };
  inboxDays: number;
  /** Transactions a second that one shop can do, one after the other. */
  shopWritesPerSecond: number;
  /** Events a second that a worker applies for one shop. */
  shopAppliesPerSecond: number;
}

export interface ScaleOptions {
  population: PopulationOptions;
  databases: number;
  /** Cores of each database server, and what share of them may be busy before answers begin to wait. */
  coresPerDatabase: number;
  usableShare: number;
  work: WorkOptions;
  sale: SaleOptions;
}

export interface DatabaseLoads {
  /** Of what a database can do: the mean of all databases, and the busiest one. */
  mean: number;
  busiest: number;
  /** The busiest one's busiest minute. */
  worstMinute: number;
  /** Minutes of any database with more to do than it can. */
  overloadedMinutes: number;
}

export interface PlacementResult {
  usualDay: DatabaseLoads;
  saleDay: DatabaseLoads;
  /** After a year of usual days: the mean of all databases, and the largest one. */
  gigabytes: { mean: number; largest: number };
}

const minutesPerHour = 60;

/**
 * Two days of many shops, minute by minute: a usual one and one on which a share of them has a sale. The arrivals of a minute are drawn by
 * chance around what the hour says. Nothing in it waits for anything: it says how much work falls where, not how long an answer takes.
 */
export function simulateScale(options: ScaleOptions) {
  const { population, databases, work, sale } = options;
  const sizes = populationOf(population);
  const starts = saleStarts(sizes.length, sale, population.seed);
  const capacityMs = options.coresPerDatabase * options.usableShare * 60_000;
  const orderMs = databaseMsPerOrder(work);
  const byCount = placeByCount(sizes.length, databases);
  const byLoad = placeByLoad(sizes, databases);
  const moved = rebalance(byCount, sizes, databases, 1.1);
  const saleSizes = sizes.map((size, shop) => size * ((starts[shop] ?? -1) >= 0 ? sale.timesOrders : 1));
  const movedForSale = rebalance(byCount, saleSizes, databases, 1.1);
  const run = (placement: Placement): PlacementResult => ({
    ...runDays(placement, { sizes, starts, sale, databases, loadPerOrder: orderMs / capacityMs, seed: population.seed }),
    gigabytes: gigabytesOf(placement, sizes, databases, work),
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const sorted = sizes.toSorted((one, other) => other - one);
  const shareOf = (count: number) => round(sorted.subarray(0, count).reduce((sum, size) => sum + size, 0) / total, 3);
  return {
    shops: sizes.length,
    databases,
    seed: population.seed,
    ordersPerDay: Math.round(total),
    largestShop: { ordersPerDay: Math.round(sorted[0] ?? 0), share: shareOf(1) },
    gigabytes: { all: inGigabytes(total * bytesAfterYear(work)), largestShop: inGigabytes((sorted[0] ?? 0) * bytesAfterYear(work)) },
    inboxShareOfGigabytes: round((work.inboxDays * work.webhooksPerOrder * work.bytes.inboxChange) / bytesAfterYear(work)),
    largestHundredShare: shareOf(100),
    medianOrdersPerDay: round(sorted[sorted.length >> 1] ?? 0, 2),
    databaseMsPerOrder: round(orderMs, 2),
    placements: {
      byCount: run(byCount),
      byLoad: run(byLoad),
      byCountThenMoved: { ...run(moved.placement), moves: moved.moves, movedShareOfLoad: round(moved.movedShare) },
      byCountThenMovedForTheSale: {
        ...run(movedForSale.placement),
        moves: movedForSale.moves,
        movedShareOfLoad: round(movedForSale.movedShare),
      },
    },
    hotShops: hotShops(sizes, starts, options),
    databasesNeededForTheSale: databasesNeeded(sizes, starts, sale, orderMs, capacityMs),
  };
}

export type ScaleSimulation = ReturnType<typeof simulateScale>;

function databaseMsPerOrder({ webhooksPerOrder, ticketsPerOrder, writesPerTicket, viewsPerTicket, databaseMs }: WorkOptions): number {
  const { webhook, applied, write, view } = databaseMs;
  return webhooksPerOrder * (webhook + applied) + ticketsPerOrder * (writesPerTicket * write + viewsPerTicket * view);
}

interface Days {
  sizes: Float64Array;
  starts: Int8Array;
  sale: SaleOptions;
  databases: number;
  /** Of a database's minute. */
  loadPerOrder: number;
  seed: number;
}

/** For one order a day. */
function bytesAfterYear({ webhooksPerOrder, ticketsPerOrder, writesPerTicket, bytes, inboxDays }: WorkOptions): number {
  const inbox = inboxDays * webhooksPerOrder * bytes.inboxChange;
  const events = webhooksPerOrder + ticketsPerOrder * writesPerTicket;
  return inbox + 365 * (bytes.order + events * bytes.event + ticketsPerOrder * bytes.ticket);
}

function gigabytesOf(placement: Placement, sizes: Float64Array, databases: number, work: WorkOptions) {
  const totals = totalsOf(placement, sizes, databases).map((orders) => orders * bytesAfterYear(work));
  return { mean: inGigabytes(totals.reduce((sum, one) => sum + one, 0) / databases), largest: inGigabytes(Math.max(...totals)) };
}

function inGigabytes(bytes: number): number {
  return round(bytes / 1e9, 1);
}

function runDays(placement: Placement, days: Days): Pick<PlacementResult, "usualDay" | "saleDay"> {
  const random = seededRandom(days.seed + 2);
  const result = [0, 24].map((firstHour): DatabaseLoads => {
    const sums = new Float64Array(days.databases);
    let worstMinute = 0;
    let overloadedMinutes = 0;
    for (let hour = firstHour; hour < firstHour + 24; hour++) {
      const expected = ordersByDatabase(placement, days, hour);
      for (let database = 0; database < days.databases; database++) {
        for (let minute = 0; minute < minutesPerHour; minute++) {
          const load = drawCount((expected[database] ?? 0) / minutesPerHour, random) * days.loadPerOrder;
          sums[database] = (sums[database] ?? 0) + load;
          worstMinute = Math.max(worstMinute, load);
          if (load > 1) overloadedMinutes++;
        }
      }
    }
    const means = sums.map((sum) => sum / (24 * minutesPerHour));
    return {
      mean: round(means.reduce((sum, one) => sum + one, 0) / days.databases, 5),
      busiest: round(Math.max(...means), 5),
      worstMinute: round(worstMinute, 5),
      overloadedMinutes,
    };
  });
  const [usualDay, saleDay] = result;
  if (!usualDay || !saleDay) throw new Error("There are two days");
  return { usualDay, saleDay };
}

function ordersByDatabase(placement: Placement, { sizes, starts, sale, databases }: Days, hour: number): Float64Array {
  const orders = new Float64Array(databases);
  for (let shop = 0; shop < sizes.length; shop++) {
    const start = starts[shop] ?? -1;
    const database = placement[shop] ?? 0;
    orders[database] = (orders[database] ?? 0) + ordersInHour(sizes[shop] ?? 0, hour, start < 0 ? null : sale, start);
  }
  return orders;
}

/** A count around its mean by Poisson's law; above 30 by the normal one, which is the same there. */
function drawCount(mean: number, random: () => number): number {
  if (mean > 30) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  let count = -1;
  for (let product = 1; product > Math.exp(-mean); product *= 1 - random()) count++;
  return count;
}

/** Shops that in some hour bring more than their one writer, or the one worker on their inbox, can do. */
function hotShops(sizes: Float64Array, starts: Int8Array, { work, sale }: ScaleOptions) {
  const writesPerOrder = work.ticketsPerOrder * work.writesPerTicket;
  const peakOf = (firstHour: number) => {
    let most = { webhooksPerSecond: 0, shopBusy: 0 };
    let tooHot = 0;
    for (let shop = 0; shop < sizes.length; shop++) {
      const start = starts[shop] ?? -1;
      let orders = 0;
      for (let hour = firstHour; hour < firstHour + 24; hour++)
        orders = Math.max(orders, ordersInHour(sizes[shop] ?? 0, hour, start < 0 ? null : sale, start));
      const perSecond = orders / 3600;
      const busy =
        (perSecond * work.webhooksPerOrder) / work.shopAppliesPerSecond + (perSecond * writesPerOrder) / work.shopWritesPerSecond;
      if (busy > 1) tooHot++;
      if (busy > most.shopBusy) most = { webhooksPerSecond: round(perSecond * work.webhooksPerOrder, 1), shopBusy: round(busy) };
    }
    return { ...most, shopsOverTheirLimit: tooHot };
  };
  return { usualDay: peakOf(0), saleDay: peakOf(24) };
}

/** How many databases the busiest hour of the sale needs, were the load spread evenly. */
function databasesNeeded(sizes: Float64Array, starts: Int8Array, sale: SaleOptions, orderMs: number, capacityMs: number): number {
  const everything: Placement = new Uint16Array(sizes.length);
  let most = 0;
  for (let hour = 24; hour < 48; hour++) {
    const [orders = 0] = ordersByDatabase(everything, { sizes, starts, sale, databases: 1, loadPerOrder: 0, seed: 0 }, hour);
    most = Math.max(most, (orders * orderMs) / (capacityMs * minutesPerHour));
  }
  return Math.ceil(most * 10) / 10;
}
