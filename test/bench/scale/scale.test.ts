import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { describe, expect, it } from "vitest";
import { scaleOptions } from "./bench-scale.ts";
import { gatesOf } from "./gates.ts";
import { measureDirectory } from "./measure-directory.ts";
import { measureDueShops } from "./measure-due-shops.ts";
import { placeByCount, placeByLoad, rebalance, totalsOf } from "./placement.ts";
import { populationOf } from "./population.ts";
import { simulateScale, type WorkOptions } from "./simulate.ts";

const work: WorkOptions = {
  webhooksPerOrder: 8,
  ticketsPerOrder: 0.1,
  writesPerTicket: 6,
  viewsPerTicket: 10,
  databaseMs: { webhook: 0.2, applied: 0.7, write: 3, view: 0.5 },
  bytes: { inboxChange: 10_000, order: 6000, event: 500, ticket: 4000 },
  inboxDays: 30,
  shopWritesPerSecond: 100,
  shopAppliesPerSecond: 500,
};
const spread = (totals: Float64Array) => Math.max(...totals) / (totals.reduce((sum, total) => sum + total, 0) / totals.length);

describe("the simulation of many shops", () => {
  const options = scaleOptions({ shops: 3000, databases: 8, seed: 5 }, work);

  it("comes out the same for the same seed, and not for another one", () => {
    expect(simulateScale(options)).toEqual(simulateScale(options));
    const other = { ...options, population: { ...options.population, seed: 6 } };
    expect(simulateScale(other).placements).not.toEqual(simulateScale(options).placements);
  });

  it("has more to do on the day of the sale, and says when a database or a shop has too much", () => {
    const { placements, hotShops } = simulateScale(options);
    expect(placements.byCount.saleDay.mean).toBeGreaterThan(placements.byCount.usualDay.mean * 2);
    expect(placements.byCount.saleDay.overloadedMinutes).toBe(0);
    expect(hotShops.saleDay.shopsOverTheirLimit).toBe(0);
    const small = { ...options, coresPerDatabase: 0.01, work: { ...work, shopAppliesPerSecond: 0.1 } };
    const overloaded = simulateScale(small);
    expect(overloaded.placements.byCount.saleDay.overloadedMinutes).toBeGreaterThan(100);
    expect(overloaded.hotShops.usualDay.shopsOverTheirLimit).toBeGreaterThan(0);
  });
});

describe("the gates of a run", () => {
  const simulation = simulateScale(scaleOptions({ shops: 3000, databases: 8, seed: 5 }, work));
  const measured = { due: 20, found: 20, p50Ms: 1, p99Ms: 1, blocks: 600 };
  const gated = { dueShops: { shops: 200, cases: [measured] }, simulation, moved: 10 };

  it("let a good one pass and say what is wrong with another", () => {
    expect(gatesOf(gated)).toEqual([]);
    expect(gatesOf({ ...gated, moved: 0 })).toHaveLength(1);
    expect(gatesOf({ ...gated, dueShops: { shops: 200, cases: [{ ...measured, found: 19 }] } }).join()).toContain("19 due shops");
    expect(gatesOf({ ...gated, dueShops: { shops: 200, cases: [{ ...measured, blocks: 5000 }] } }).join()).toContain("5000 pages");
    const { placements } = simulation;
    const notMoved = {
      ...simulation,
      placements: { ...placements, byCountThenMoved: { ...placements.byCountThenMoved, ...placements.byCount } },
    };
    expect(gatesOf({ ...gated, simulation: notMoved }).join()).toContain("the busiest database");
  });
});

describe("the placement of shops", () => {
  const sizes = populationOf({ shops: 2000, largestOrdersPerDay: 2000, exponent: 0.9, seed: 2 });

  it("by count leaves some databases with more, by load hardly, and moving the largest evens it out with few moves", () => {
    const byCount = totalsOf(placeByCount(2000, 10), sizes, 10);
    const byLoad = totalsOf(placeByLoad(sizes, 10), sizes, 10);
    expect(spread(byCount)).toBeGreaterThan(1.1);
    expect(spread(byLoad)).toBeLessThan(spread(byCount));
    const { placement, moves } = rebalance(placeByCount(2000, 10), sizes, 10, 1.1);
    expect(spread(totalsOf(placement, sizes, 10))).toBeLessThanOrEqual(1.1);
    expect(moves).toBeLessThan(300);
  });

  it("is left alone when nothing can be gained", () => {
    const even = new Float64Array(100).fill(1);
    expect(rebalance(placeByCount(100, 10), even, 10, 1.1).moves).toBe(0);
    // One shop that is larger than all others together cannot be split.
    const single = Float64Array.from({ length: 10 }, (_, shop) => (shop === 0 ? 1000 : 1));
    expect(rebalance(placeByCount(10, 5), single, 5, 1.1).moves).toBeLessThan(10);
  });
});

const reason = await postgresUnavailable();
describe.skipIf(reason !== null)("the measurements on PostgreSQL", () => {
  it("finds due shops with a few pages for each shop", async () => {
    const figures = await measureDueShops((await testDatabase()) ?? "", 150, 2);
    expect(figures.cases.map(({ due, found }) => [due, found])).toEqual([
      [0, 0],
      [20, 20],
      [200, 100],
      [150, 100],
    ]);
    for (const { blocks } of figures.cases) expect(blocks).toBeLessThan(150 * 8);
    expect(figures.withPartialIndex[0]?.blocks).toBeLessThan(20);
  });

  it("looks shops up in the directory faster when it remembers them", async () => {
    const figures = await measureDirectory((await testDatabase()) ?? "", 2000, 1);
    expect(figures.cachedPerSecond).toBeGreaterThan(figures.uncachedPerSecondEightAtOnce);
    expect(figures.cacheBytesPerShop).toBeLessThan(2000);
  });
});
