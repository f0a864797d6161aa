import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.ts";

describe("foldText", () => {
  it.each([
    ["Țuică Ștefan", "tuica stefan"],
    // The same words in the older encoding with a cedilla, and decomposed.
    ["Ţuică Ştefan", "tuica stefan"],
    ["T\u0326uica\u0306 S\u0327tefan", "tuica stefan"],
    ["ÎNTÂRZIERE", "intarziere"],
    ["Perché la città è così?", "perche la citta e cosi?"],
    ["Straße GROẞ", "strasse gross"],
    ["Łódź Øresund Đorđe", "lodz oresund dorde"],
    ["İstanbul", "istanbul"],
    ["ﬁne Brand™ №5 ①", "fine brandtm no5 1"],
    ["  a \t b\n\nc\u00a0d ", "a b c d"],
    ["", ""],
  ])("%j is found as %j", (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it("folds every character of the basic plane to something that stays as it is", () => {
    const unstable: string[] = [];
    for (let code = 0x20; code < 0xd800; code++) {
      const once = foldText(String.fromCharCode(code));
      if (foldText(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });
});
