import { dayMs } from "./instants.ts";
import type { Random } from "./random.ts";
import type { FakeScenario } from "./shop.ts";

interface ScenarioRule {
  /** How often it occurs, relative to the others. */
  weight: number;
  /** How long before "now" such an order was placed, in days. */
  ageDays: readonly [least: number, most: number];
  /** Whether its buyer still waits for something. */
  open: boolean;
}

export const scenarioRules: Readonly<Record<FakeScenario, ScenarioRule>> = {
  new: { weight: 6, ageDays: [0.02, 0.6], open: true },
  processing: { weight: 8, ageDays: [0.5, 2.5], open: true },
  delivered: { weight: 33, ageDays: [5, 240], open: false },
  inTransit: { weight: 12, ageDays: [1.6, 4], open: true },
  late: { weight: 6, ageDays: [5, 9], open: true },
  stuck: { weight: 3, ageDays: [10, 18], open: true },
  splitShipment: { weight: 4, ageDays: [4, 6], open: true },
  partlyShipped: { weight: 3, ageDays: [3, 6], open: true },
  atLocker: { weight: 4, ageDays: [2.5, 6], open: true },
  attemptFailed: { weight: 3, ageDays: [2.5, 5], open: true },
  cancelled: { weight: 5, ageDays: [1, 120], open: false },
  partlyRefunded: { weight: 4, ageDays: [12, 200], open: false },
  fullyRefunded: { weight: 3, ageDays: [15, 200], open: false },
  foreignCurrency: { weight: 4, ageDays: [2, 60], open: false },
  cashOnDelivery: { weight: 6, ageDays: [1.6, 90], open: false },
};

export const scenarios = Object.keys(scenarioRules) as FakeScenario[];

const weights = Object.fromEntries(scenarios.map((scenario) => [scenario, scenarioRules[scenario].weight])) as Record<FakeScenario, number>;

/** `count` scenarios by weight; as soon as there are enough orders, each scenario occurs at least once. */
export function drawScenarios(random: Random, count: number): FakeScenario[] {
  const everyOne = random.shuffle(scenarios).slice(0, count);
  return [...everyOne, ...Array.from({ length: count - everyOne.length }, () => random.weighted(weights))];
}

/** When an order of this scenario was placed; old orders are denser towards now, as in a shop that grows. */
export function drawPlacedAt(random: Random, scenario: FakeScenario, now: number): number {
  const [least, most] = scenarioRules[scenario].ageDays;
  const share = most - least > 20 ? random.next() ** 1.6 : random.next();
  return Math.floor(now - (least + (most - least) * share) * dayMs);
}
