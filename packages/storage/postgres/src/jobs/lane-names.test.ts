import { describe, expect, it } from "vitest";
import { deadQueueOf, laneOf, queueOf } from "./lane-names.ts";

describe("the name of a lane's queue", () => {
  it.each(["shop", "myshop.example", "Sh_op-1", "a/b", "a%2Fb", "it's", "ș ț ă", "日本", "!~*'()", "a/dead", "\u0001"])(
    "is one that pg-boss takes, and leads back to %j",
    (lane) => {
      expect(queueOf(lane)).toMatch(/^[\w.\-/]+$/);
      expect(laneOf(queueOf(lane))).toBe(lane);
      expect(deadQueueOf(lane)).toMatch(/^[\w.\-/]+$/);
    },
  );

  it("is another one for each lane, and for what is dead in it", () => {
    const lanes = ["a", "A", "a/dead", "a/de", "a%2Fdead", "a/2Fdead", "aÞ", "a-dead"];
    const names = lanes.flatMap((lane) => [queueOf(lane), deadQueueOf(lane)]);
    expect(new Set(names).size).toBe(names.length);
  });
});
