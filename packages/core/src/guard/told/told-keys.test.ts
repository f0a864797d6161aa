import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDraft } from "../check-draft.ts";
import { knownValues } from "../known-values.ts";
import { leastToldWeight, shippedTold, toldKeys } from "./told-keys.ts";

const inbound = (text: string) => ({ direction: "inbound" as const, text });

describe("what customers tell in words of their own", () => {
  it.each([
    ["en", "The whole left corner is crushed and the door hangs off.", "Sorry to hear that. How badly is it damaged?", "damageExtent"],
    ["en", "I'd rather just have my money back.", "Would you like a refund or a new one?", "wantedOutcome"],
    ["en", "I got the 42 but I need the 43.", "Sorry! What size do you need?", "size"],
    ["it", "È tutta graffiata davanti e manca un angolo.", "Mi dispiace! Quanto è danneggiata?", "damageExtent"],
    ["ro", "Am vrut verde și a venit albastru.", "Ce culoare ați comandat?", "color"],
  ] as const)("in %s: “%s” is known by its sentence, as no rule reads a value from it", (language, said, draft, key) => {
    const [ask] = checkDraft({ draft, language, facts: [], history: [inbound(`Hello. ${said}`)] }).asks;
    expect(ask).toMatchObject({ key, verdict: "known", answer: { value: said } });
    expect(ask?.suggestion).toContain(said.slice(0, -1));
  });

  it("is no answer where it only seems to be told and nothing else says that the reply asks again", () => {
    const draft = "Ci dispiace. Può mandarci una foto della scatola?";
    const history = [inbound("La scatola era schiacciata.")];
    expect(checkDraft({ draft, language: "it", facts: [], history }).asks).toMatchObject([
      { key: "photoOfPackaging", verdict: "unknown", answer: null },
    ]);
  });

  it("comes after every value: where one was read, no sentence stands beside it", () => {
    const values = knownValues([], [inbound("Order 10482. The lid is broken, I want my money back.")], "en", undefined);
    expect(values.filter(({ key }) => key === "orderNumber")).toMatchObject([{ value: "10482" }]);
    expect(
      values.filter(({ key }) => key === "orderNumber" || key === "wantedOutcome").every(({ toldWeight }) => toldWeight === undefined),
    ).toBe(true);
    expect(new Set(values.map(({ key }) => key)).size).toBe(values.length);
  });

  it("is not taken from mail that they quote", () => {
    const quoted = "Thanks!\n\nOn Monday, Shop wrote:\n> Five of the twelve bottles were smashed when we opened the box.";
    expect(toldKeys(quoted, "en").map(({ sentence }) => sentence)).not.toContainEqual(expect.stringContaining("smashed"));
  });

  it("is each key once, with the sentence that most speaks for it, and nothing without words", () => {
    const told = toldKeys("Hi. Three mugs came in pieces. I would like new ones, please.", "en");
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
    for (const { weight } of told) expect(weight).toBeGreaterThanOrEqual(leastToldWeight);
    expect(toldKeys("", "en")).toEqual([]);
    expect(toldKeys("?!", null)).toEqual([]);
  });

  it.each([
    ["ro", "Bună, mi-au venit 10 plicuri în loc de 12.", "orderNumber"],
    ["en", "Returned by courier on the 2nd.", "trackingNumber"],
    ["it", "Chiamatemi dopo le 18 e non sul fisso.", "phone"],
  ])("is no identifier where nothing has its form (%s: %s)", (language, said, key) => {
    expect(toldKeys(said, language).map((told) => told.key)).not.toContain(key);
  });

  it("ships as a small table", () => {
    expect(shippedTold().weights.filter((weight) => weight !== 0).length).toBeGreaterThan(10_000);
    expect(readFileSync(join(import.meta.dirname, "learned-told.ts")).byteLength).toBeLessThan(120_000);
  });
});
