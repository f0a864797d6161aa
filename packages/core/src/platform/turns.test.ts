import { describe, expect, it } from "vitest";
import { createTurns } from "./turns.ts";

const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

describe("turns", () => {
  it("are taken in the order of coming, one at a time, whether the one before succeeded or not", async () => {
    const turns = createTurns(5000);
    const steps: string[] = [];
    const work = (name: string, fails = false) =>
      turns.take(async () => {
        steps.push(`${name} begins`);
        await pause(5);
        steps.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const outcomes = await Promise.allSettled([work("a"), work("b", true), work("c")]);
    expect(steps).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("that do not come in time are given up without beginning", async () => {
    const turns = createTurns(20);
    const begun: string[] = [];
    const long = turns.take(() => pause(60));
    const late = turns.take(async () => void begun.push("late"));
    await long;
    await expect(late).rejects.toMatchObject({ code: "STORAGE_FAILED", retryable: true, details: { reason: "NO_TURN_IN_TIME" } });
    await turns.take(async () => void begun.push("next"));
    expect(begun).toEqual(["next"]);
  });
});
