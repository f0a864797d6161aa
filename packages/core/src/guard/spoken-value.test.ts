import { expect, it } from "vitest";
import { checkDraft } from "./check-draft.ts";
import { spokenValue } from "./spoken-value.ts";

it.each([
  ["problem", "damaged: la tazza è rotta", "it", "articolo danneggiato: la tazza è rotta"],
  ["problem", "late", "ro", "livrare întârziată"],
  ["problem", "constructor", "it", "constructor"],
  ["wantedOutcome", "refund", "it", "rimborso"],
  ["damageExtent", "partly usable", "ro", "poate fi folosit parțial"],
  ["size", "M", "ro", "M"],
] as const)("says %s %s in %s", (key, value, language, said) => {
  expect(spokenValue(key, value, language)).toBe(said);
});

it("puts no word of ours into the customer's sentence", () => {
  const { asks } = checkDraft({
    draft: "Che cosa è successo?",
    language: "it",
    facts: [{ key: "problem", value: "damaged" }],
    history: [],
  });
  expect(asks[0]?.suggestion).toContain("articolo danneggiato");
});
