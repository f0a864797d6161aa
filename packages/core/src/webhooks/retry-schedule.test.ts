import { describe, expect, it } from "vitest";
import { nextAttempt, outcomeOf, retryDelaysMs } from "./retry-schedule.ts";

const now = Date.parse("2026-11-21T12:00:00Z");
const middle = () => 0.5;
const hourMs = 3_600_000;

describe("the retry schedule", () => {
  it("is the published one", () => {
    let at = 0;
    const offsets = retryDelaysMs.map((_delay, attemptsMade) => {
      at = nextAttempt(attemptsMade, at, middle, null) ?? Number.NaN;
      return new Date(at).toISOString().slice(8, 19);
    });
    expect(offsets).toEqual([
      "01T00:00:00",
      "01T00:00:05",
      "01T00:05:05",
      "01T00:35:05",
      "01T02:35:05",
      "01T07:35:05",
      "01T17:35:05",
      "02T07:35:05",
      "03T03:35:05",
      "04T03:35:05",
    ]);
  });

  it("ends after the tenth attempt, whatever the receiver asks for", () => {
    expect(nextAttempt(9, now, middle, null)).toBe(now + 24 * hourMs);
    expect(nextAttempt(10, now, middle, null)).toBeNull();
    expect(nextAttempt(10, now, middle, 60_000)).toBeNull();
    expect(nextAttempt(-1, now, middle, null)).toBeNull();
    expect(nextAttempt(0.5, now, middle, null)).toBeNull();
  });

  it("moves each pause by a tenth at most, and the first attempt not at all", () => {
    for (const [attemptsMade, delayMs] of retryDelaysMs.entries()) {
      expect(nextAttempt(attemptsMade, now, () => 0, null)).toBe(now + Math.round(delayMs * 0.9));
      expect(nextAttempt(attemptsMade, now, () => 1, null)).toBe(now + Math.round(delayMs * 1.1));
    }
  });

  it("waits longer when the receiver asks for it, never shorter than asked", () => {
    expect(nextAttempt(1, now, () => 0, 60_000)).toBe(now + 60_000);
    expect(nextAttempt(1, now, () => 1, 60_000)).toBe(now + 66_000);
    // Shortened by the jitter, the schedule's own pause would be before what was asked for.
    expect(nextAttempt(2, now, () => 0, 290_000)).toBe(now + 290_000);
    expect(nextAttempt(4, now, middle, 60_000)).toBe(now + 2 * hourMs);
    expect(nextAttempt(0, now, middle, 0)).toBe(now);
  });

  it("lets nobody ask for more than a day", () => {
    expect(nextAttempt(1, now, () => 0, 30 * 24 * hourMs)).toBe(now + 24 * hourMs);
    expect(nextAttempt(1, now, () => 0, Number.POSITIVE_INFINITY)).toBe(now + 24 * hourMs);
  });
});

describe("an answer", () => {
  it.each([
    [200, "delivered"],
    [202, "delivered"],
    [204, "delivered"],
    [299, "delivered"],
    [101, "failed"],
    [300, "failed"],
    [301, "failed"],
    [302, "failed"],
    [304, "failed"],
    [308, "failed"],
    [400, "failed"],
    [401, "failed"],
    [404, "failed"],
    [410, "gone"],
    [429, "failed"],
    [500, "failed"],
    [503, "failed"],
    [null, "failed"],
  ] as const)("%s means %s", (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome);
  });
});
