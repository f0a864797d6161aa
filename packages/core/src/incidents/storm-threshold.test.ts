import { describe, expect, it } from "vitest";
import { poissonTail } from "./count-tail.ts";
import { stormThreshold } from "./storm-threshold.ts";

const shop = { testsPerYear: 40 * 8_760, falseAlarmsPerYear: 2 };

describe("the threshold of a storm", () => {
  it("is the smallest count that keeps the false alarms within the allowance", () => {
    for (const expected of [0.5, 1, 2.5, 10, 60]) {
      const found = stormThreshold({ expected, ...shop });
      expect(poissonTail(found.count, expected) * shop.testsPerYear).toBeLessThanOrEqual(2);
      expect(poissonTail(found.count - 1, expected) * shop.testsPerYear).toBeGreaterThan(2);
      expect(found.falseAlarmsPerYear).toBeCloseTo(found.chance * shop.testsPerYear, 12);
    }
  });

  it("is never below five, and higher the less was learned and the stricter the allowance", () => {
    expect(stormThreshold({ expected: 0.01, ...shop }).count).toBe(5);
    expect(stormThreshold({ expected: 0.01, ...shop, minimumCount: 8 }).count).toBe(8);
    const known = stormThreshold({ expected: 2, ...shop }).count;
    const learned = stormThreshold({ expected: 2, historyWindows: 6, ...shop }).count;
    expect(learned).toBeGreaterThan(known);
    expect(stormThreshold({ expected: 2, historyWindows: 3, ...shop }).count).toBeGreaterThan(learned);
    expect(stormThreshold({ expected: 2, ...shop, falseAlarmsPerYear: 0.1 }).count).toBeGreaterThan(known);
  });

  it("keeps its word whatever the true rate is, although the rate is only learned from 28 days", () => {
    const windows = 28;
    const known = { testsPerYear: 10_000, falseAlarmsPerYear: 2, minimumCount: 1 };
    const question = { ...known, historyWindows: windows };
    for (const rate of [0.02, 0.1, 0.4, 1, 3, 8]) {
      let chance = 0;
      for (let seen = 0; seen < rate * windows + 12 * Math.sqrt(rate * windows) + 12; seen += 1) {
        const isSeen = poissonTail(seen, rate * windows) - poissonTail(seen + 1, rate * windows);
        chance += isSeen * poissonTail(stormThreshold({ ...question, expected: (seen + 1) / windows }).count, rate);
      }
      expect(chance * question.testsPerYear, `rate ${rate}`).toBeLessThanOrEqual(2);
      // Taking the learned rate for the true one would not keep it: this is what the longer formula buys.
      if (rate === 0.1) {
        let plugIn = 0;
        for (let seen = 0; seen < 40; seen += 1) {
          const isSeen = poissonTail(seen, rate * windows) - poissonTail(seen + 1, rate * windows);
          const { count } = stormThreshold({ ...known, expected: seen / windows });
          plugIn += isSeen * poissonTail(count, rate);
        }
        expect(plugIn * question.testsPerYear).toBeGreaterThan(20);
      }
    }
  });
});
