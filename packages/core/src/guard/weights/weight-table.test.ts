import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDraft } from "../check-draft.ts";
import { FeaturePlaces, tableSize } from "./feature-places.ts";
import { addUp, decodeWeights, encodeWeights, shippedWeights, sideBySide, weightOf } from "./weight-table.ts";

describe("a table of weights", () => {
  it("is the same after it was text", () => {
    const weights = new Int8Array(tableSize);
    for (const [place, weight] of [
      [0, 5],
      [1, -127],
      [128, 127],
      [129 + 16_384, -1],
      [tableSize - 1, 42],
    ] as const)
      weights[place] = weight;
    expect(decodeWeights(encodeWeights(weights))).toEqual(weights);
    expect(decodeWeights("")).toEqual(new Int8Array(tableSize));
  });

  it("ships, small enough to be a part of the package", () => {
    expect(shippedWeights().weights.filter((weight) => weight !== 0).length).toBeGreaterThan(60_000);
    expect(readFileSync(join(import.meta.dirname, "learned-weights.ts")).byteLength).toBeLessThan(900_000);
  });

  it("is added up for all judgements at once, from sums of others", () => {
    const tables = [1, 2, 3].map((weight) => new Int8Array(tableSize).fill(weight, 5, 7));
    const table = { weights: sideBySide(tables), steps: [1, 10, 100] as const };
    expect(addUp(table, [5, 6, 7])).toEqual([2, 40, 600]);
    expect(addUp(table, Int32Array.of(5), [1, 1, 1])).toEqual([2, 21, 301]);
    // What speaks for asking at all, or for no reason to ask, counts as much as the weaker of both.
    expect(weightOf([2, 5, 1])).toBe(1.5);
    expect(weightOf([2, 1, 5])).toBe(1.5);
  });

  it("finds a feature by the letters of its name, however it is put together", () => {
    const one = new FeaturePlaces();
    one.add("enb|", "your", " ", "order");
    one.add("enb|your order");
    one.add("enb|order your");
    expect(one.others).toHaveLength(2);
    const other = new FeaturePlaces();
    other.addRule("enb|your order");
    expect([other.ofRules, other.others]).toEqual([one.others.slice(0, 1), []]);
  });
});

describe("what the weights add to the rules", () => {
  const check = (draft: string, facts: readonly { key: "phone" | "size"; value: string }[], text: string) =>
    checkDraft({ draft, language: "en", facts, history: [{ direction: "inbound", text }] }).asks.map((ask) => ({ ...ask, answer: null }));

  it("an ask for which there is no rule is found, with the words that ask", () => {
    const draft = "Hi Sean, he is due on Thursday. Is 07700 900412 still good for you?";
    const [ask] = check(draft, [{ key: "phone", value: "07700 900412" }], "Please ring me on 07700 900412 before you come.");
    expect(ask).toMatchObject({ key: "phone", verdict: "known" });
    expect(draft.slice(ask?.from, ask?.to)).toBe(ask?.text);
  });

  it("nothing is found in a reply that only uses what is known", () => {
    expect(check("Thank you, we will ring you on 07700 900412.", [{ key: "phone", value: "07700 900412" }], "Ring 07700 900412")).toEqual(
      [],
    );
  });
});
