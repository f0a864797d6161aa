import { describe, expect, it } from "vitest";
import { cutAt, wellFormed } from "./well-formed.ts";

describe("texts", () => {
  it.each([
    ["plain", "plain"],
    ["😀 stays whole", "😀 stays whole"],
    ["half \uD83D", "half \uFFFD"],
    ["\uDE00 half", "\uFFFD half"],
    ["a\uD83D\uD83D\uDE00b", "a\uFFFD😀b"],
    ["with \u0000 in it", "with \uFFFD in it"],
  ])("%j are held as %j", (text, held) => expect(wellFormed(text)).toBe(held));

  it("are cut between characters", () => {
    expect(cutAt("ab😀", 3)).toBe("ab");
    expect(cutAt("ab😀", 4)).toBe("ab😀");
    expect(cutAt("abc", 2)).toBe("ab");
  });
});
