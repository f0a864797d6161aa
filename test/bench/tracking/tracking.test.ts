import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { describe, expect, it } from "vitest";
import { benchTracking, type TrackingBenchOptions } from "./bench-tracking.ts";
import { gatesOf } from "./gates.ts";

const reason = await postgresUnavailable();
const small = { parcels: 300, postgresUrl: null, requestsPerMinute: 30, batchSize: 10, tickMs: 15_000 };

describe.each(["sqlite", "postgres"] as const)("tracking on %s", (storage) => {
  const isThere = storage === "sqlite" || reason === null;
  const run = async (changes: Partial<TrackingBenchOptions> = {}) =>
    benchTracking({ ...small, postgresUrl: storage === "postgres" ? await testDatabase() : null, ...changes });

  it.runIf(isThere)("asks for every parcel once and then as its plan says, within the courier's limit", async () => {
    const result = await run();
    expect(result.exceeded).toEqual([]);
    expect(result.firstContact).toMatchObject({ minutes: 1, answers: 300, requestsPerMinute: { most: 30 }, refused: 0 });
    expect(result.hour.answers).toBeGreaterThan(80);
    expect(result.hour.answers).toBeLessThan(300);
  });
});

describe("the gates of tracking", () => {
  it("fail when the courier allows less than the plan needs", async () => {
    const result = await benchTracking({ ...small, parcels: 150, requestsPerMinute: 1, batchSize: 1, tickMs: 60_000 });
    expect(result.ok).toBe(false);
    // It may not ask more often all the same.
    expect(result.hour.requestsPerMinute.most).toBe(1);
    expect(result.exceeded.join()).toMatch(/requests over the courier's limit.*after its plan/);
  });

  it("say what is wrong", () => {
    const stretch = {
      minutes: 60,
      answers: 100,
      requestsPerMinute: { mean: 1, most: 2 },
      refused: 0,
      statementsPerIdleLook: 5,
      statementsPerAnswer: 4,
      overdueMs: { p50: 0, most: 0 },
    };
    const good = {
      parcels: 100,
      tracked: 100,
      firstContact: stretch,
      hour: stretch,
      limits: { requestsPerMinute: 2, statementsPerAnswer: 5, overdueMs: 60_000 },
    };
    expect(gatesOf(good)).toEqual([]);
    expect(gatesOf({ ...good, tracked: 99 }).join()).toContain("99 of 100 parcels");
    expect(gatesOf({ ...good, firstContact: { ...stretch, refused: 61 } }).join()).toContain("61 refusals");
    expect(gatesOf({ ...good, hour: { ...stretch, requestsPerMinute: { mean: 1, most: 3 } } }).join()).toContain("3 requests in a minute");
    expect(gatesOf({ ...good, hour: { ...stretch, statementsPerAnswer: 6 } }).join()).toContain("6 statements");
  });
});
