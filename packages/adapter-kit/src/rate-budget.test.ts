import type { CallPriority } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createFakeClock } from "./__fixtures__/fake-clock.ts";
import { createRateBudget, type RateBudgetOptions } from "./rate-budget.ts";

function setUp(options: Partial<RateBudgetOptions> = {}) {
  const clock = createFakeClock(1_000_000);
  const budget = createRateBudget({ capacity: 100, restorePerSecond: 10, ...options });
  const served: string[] = [];
  const servedAt: Record<string, number> = {};
  const failed: string[] = [];
  const spend = (name: string, cost: number, priority: CallPriority = "agent", signal = new AbortController().signal) => {
    budget.spend(cost, { clock, signal, priority }).then(
      () => {
        served.push(name);
        servedAt[name] = clock.now() - 1_000_000;
      },
      () => failed.push(name),
    );
  };
  return { clock, budget, served, servedAt, failed, spend };
}

describe("createRateBudget", () => {
  it("spends what is there at once and then waits for what comes back", async () => {
    const { clock, served, servedAt, spend, budget } = setUp();
    spend("first", 100);
    spend("second", 50);
    await clock.advance(4999);
    expect(served).toEqual(["first"]);
    await clock.advance(300);
    expect(served).toEqual(["first", "second"]);
    expect(servedAt.second).toBeGreaterThanOrEqual(5000);
    expect(budget.available(clock.now())).toBeLessThan(10);
  });

  it("restores up to its capacity and not beyond", async () => {
    const { clock, spend, budget } = setUp();
    spend("first", 60);
    await clock.advance(1000);
    expect(budget.available(clock.now())).toBeCloseTo(50);
    await clock.advance(60_000);
    expect(budget.available(clock.now())).toBe(100);
  });

  it("is not fooled by a clock that goes back", async () => {
    const { clock, spend, budget } = setUp();
    spend("first", 60);
    await clock.advance(0);
    expect(budget.available(clock.now() - 30_000)).toBe(40);
  });

  it("serves agents before webhooks before background work, whoever came first", async () => {
    const { clock, served, spend } = setUp({ reserve: { agent: 0, webhook: 0, background: 0 } });
    spend("all of it", 100);
    await clock.advance(1);
    spend("background", 10, "background");
    spend("webhook", 10, "webhook");
    spend("agent", 10, "agent");
    await clock.advance(60_000);
    expect(served).toEqual(["all of it", "agent", "webhook", "background"]);
  });

  it("keeps the order within a priority, also past a small cost", async () => {
    const { clock, served, spend } = setUp();
    spend("all of it", 100);
    await clock.advance(1);
    spend("large", 80);
    spend("small", 1);
    await clock.advance(60_000);
    expect(served).toEqual(["all of it", "large", "small"]);
  });

  it("leaves the reserve alone: webhooks a tenth, background work four tenths", async () => {
    const { clock, budget, served, spend } = setUp();
    budget.correct(45, clock.now());
    spend("background", 10, "background");
    await clock.advance(499);
    expect(served).toEqual([]);
    await clock.advance(100);
    expect(served).toEqual(["background"]);

    const second = setUp();
    second.budget.correct(15, second.clock.now());
    second.spend("webhook", 10, "webhook");
    await second.clock.advance(400);
    expect(second.served).toEqual([]);
    second.spend("agent", 15, "agent");
    await second.clock.advance(1);
    expect(second.served).toEqual(["agent"]);
  });

  it("never overspends, whatever comes in which order", async () => {
    const { clock, budget, served, spend } = setUp();
    const costs = Array.from({ length: 60 }, (_, index) => 1 + ((index * 37) % 40));
    let lowest = Number.POSITIVE_INFINITY;
    for (const [index, cost] of costs.entries()) {
      spend(`call ${index}`, cost, (["agent", "webhook", "background"] as const)[index % 3]);
      await clock.advance(50);
      lowest = Math.min(lowest, budget.available(clock.now()));
    }
    await clock.advance(10 * 60_000);
    expect(served).toHaveLength(60);
    expect(lowest).toBeGreaterThanOrEqual(0);
  });

  it("lets a cost above the capacity through when the bucket is full, and pays it back", async () => {
    const { clock, budget, served, spend } = setUp();
    spend("small", 10);
    spend("huge", 150);
    await clock.advance(900);
    expect(served).toEqual(["small"]);
    await clock.advance(200);
    expect(served).toEqual(["small", "huge"]);
    expect(budget.available(clock.now())).toBeLessThan(0);
    spend("after", 10);
    await clock.advance(4000);
    expect(served).not.toContain("after");
    await clock.advance(3000);
    expect(served).toContain("after");
  });

  it("believes the vendor about what is left, but no more than the capacity", async () => {
    const { clock, budget, served, spend } = setUp();
    budget.correct(0, clock.now());
    spend("waits", 20);
    await clock.advance(1900);
    expect(served).toEqual([]);
    await clock.advance(300);
    expect(served).toEqual(["waits"]);
    budget.correct(1000, clock.now());
    expect(budget.available(clock.now())).toBe(100);
  });

  it("makes room when one that waits is aborted", async () => {
    const { clock, served, failed, spend, budget } = setUp();
    const controller = new AbortController();
    budget.correct(0, clock.now());
    spend("aborted", 100, "agent", controller.signal);
    spend("behind", 5, "agent");
    await clock.advance(600);
    expect(served).toEqual([]);
    controller.abort();
    await clock.advance(300);
    expect(failed).toEqual(["aborted"]);
    expect(served).toEqual(["behind"]);
    expect(budget.available(clock.now())).toBeGreaterThanOrEqual(0);
  });

  it("refuses a call that was aborted before, and spends nothing", async () => {
    const { clock, budget, failed, spend } = setUp();
    spend("aborted", 10, "agent", AbortSignal.abort());
    await clock.advance(1);
    expect(failed).toEqual(["aborted"]);
    expect(budget.available(clock.now())).toBe(100);
  });

  it("keeps two budgets apart", async () => {
    const one = setUp();
    const other = setUp();
    one.spend("all", 100);
    await one.clock.advance(1);
    expect(other.budget.available(other.clock.now())).toBe(100);
  });
});
