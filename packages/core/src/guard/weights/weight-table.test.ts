import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDraft } from "../check-draft.ts";
import { FeaturePlaces, tableSize } from "./feature-places.ts";
import { decodeWeights, encodeWeights, shippedWeights } from "./weight-table.ts";

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
    expect(shippedWeights().weights.filter((weight) => weight !== 0).length).toBeGreaterThan(10_000);
    expect(readFileSync(join(import.meta.dirname, "learned-weights.ts")).byteLength).toBeLessThan(150_000);
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
