import { expect, it } from "vitest";
import { checkDraft } from "./check-draft.ts";
import { spokenValue } from "./spoken-value.ts";

it.each([
  ["problem", "damaged: la tazza è rotta", "it", "articolo danneggiato: la tazza è rotta"],
  ["problem", "late", "ro", "livrare întârziată"],
  ["problem", "constructor", "it", "constructor"],
  ["wantedOutcome", "refund", "it", "rimborso"],
  ["damageExtent", "partly usable", "ro", "poate fi folosit parțial"],
  ["problem", "customs hold", "it", "pacco fermo in dogana"],
  ["size", "M", "ro", "M"],
  ["deliveryDate", "2026-11-24", "it", "24 novembre 2026"],
  ["deliveryDate", "2026-11-24T23:30:00Z", "ro", "25 noiembrie 2026"],
  ["since", "2026-11-19T08:00:00.000Z", "en", "19 November 2026"],
  ["since", "since Tuesday", "en", "since Tuesday"],
  ["deliveryDate", "2026-13-45", "en", "2026-13-45"],
] as const)("says %s %s in %s", (key, value, language, said) => {
  expect(spokenValue(key, value, language, "Europe/Bucharest")).toBe(said);
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
