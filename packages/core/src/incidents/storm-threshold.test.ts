import { describe, expect, it } from "vitest";
import { createRandom } from "./__fixtures__/random.ts";
import { poissonTail } from "./count-tail.ts";
import { falseAlarmsPerYear, type StormQuestion } from "./storm-threshold.ts";

const dayMs = 24 * 3_600_000;
const shop = { tests: 40, windowMs: dayMs, checksPerYear: 8_760 };

/** From how many incidents on it is a storm. */
function threshold(question: Omit<StormQuestion, "count">, allowed = 2): number {
  let count = 1;
  while (falseAlarmsPerYear({ ...question, count }) > allowed) count += 1;
  return count;
}

describe("the stated rate of false alarms", () => {
  it("is the chance times how often a window can come to hold so many, and never more than is looked", () => {
    for (const expected of [0.5, 1, 2.5, 10, 60]) {
      const count = threshold({ expected, ...shop });
      const looks = Math.min(8_760, 365 * count);
      expect(falseAlarmsPerYear({ count, expected, ...shop })).toBeCloseTo(poissonTail(count, expected) * looks * 40, 12);
      expect(falseAlarmsPerYear({ count, expected, ...shop, checksPerYear: 12 })).toBeCloseTo(poissonTail(count, expected) * 12 * 40, 12);
    }
  });

  it("asks for more the less was learned, the stricter the allowance, and the more come at once", () => {
    const known = threshold({ expected: 2, ...shop });
    const learned = threshold({ expected: 2, historyWindows: 6, ...shop });
    expect(learned).toBeGreaterThan(known);
    expect(threshold({ expected: 2, historyWindows: 3, ...shop })).toBeGreaterThan(learned);
    expect(threshold({ expected: 2, ...shop }, 0.1)).toBeGreaterThan(known);
    expect(threshold({ expected: 2, bunching: 2, ...shop })).toBeGreaterThan(known);
    // In a longer window fewer different counts are seen.
    expect(threshold({ expected: 2, ...shop, windowMs: 3 * dayMs })).toBeLessThanOrEqual(known);
  });

  it.each([
    [1, 5],
    [3, 8],
    [8, 15],
  ])("holds for a window that slides over incidents that come by chance (mean %d, called from %d)", (mean, count) => {
    const random = createRandom(7);
    const days = 40_000;
    const minute = dayMs / 1_440;
    const window: number[] = [];
    let calls = 0;
    for (let moment = 0, next = 0; moment < days * 1_440; moment = next) {
      // Waits between the incidents of a Poisson process.
      next = moment - (Math.log(1 - random.next()) / mean) * 1_440;
      while ((window[0] ?? next) <= next - 1_440) window.shift();
      window.push(next);
      if (window.length === count) calls += 1;
    }
    const stated = falseAlarmsPerYear({ count, expected: mean, windowMs: dayMs, checksPerYear: 365 * 1_440, tests: 1 });
    expect(minute).toBe(60_000);
    expect(calls / (days / 365)).toBeLessThanOrEqual(stated);
    expect(calls / (days / 365)).toBeGreaterThan(stated / 3);
  });

  it("keeps its word whatever the true rate is, although the rate is only learned from 28 days", () => {
    const windows = 28;
    const checks = { tests: 1, windowMs: dayMs, checksPerYear: 365 };
    for (const rate of [0.02, 0.1, 0.4, 1, 3, 8]) {
      const falseAlarms = (countFor: (seen: number) => number) => {
        let chance = 0;
        for (let seen = 0; seen < rate * windows + 12 * Math.sqrt(rate * windows) + 12; seen += 1) {
          const isSeen = poissonTail(seen, rate * windows) - poissonTail(seen + 1, rate * windows);
          chance += isSeen * poissonTail(countFor(seen), rate);
        }
        return chance * checks.checksPerYear;
      };
      const learned = falseAlarms((seen) => threshold({ ...checks, historyWindows: windows, expected: (seen + 1) / windows }, 0.05));
      expect(learned, `rate ${rate}`).toBeLessThanOrEqual(0.05);
      // Taking the learned rate for the true one would not keep it: this is what the longer formula buys.
      if (rate === 0.1) expect(falseAlarms((seen) => threshold({ ...checks, expected: seen / windows }, 0.05))).toBeGreaterThan(0.5);
    }
  });
});
