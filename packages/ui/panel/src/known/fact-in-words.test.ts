import { type FactSource, incidentKinds, problemDetailsSchema, reportableProblemSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { factTexts } from "../fact-words.ts";
import { factInWords, type SaidFact } from "./fact-in-words.ts";

const languages = ["en", "it", "ro"] as const;
const speech = (language: (typeof languages)[number]) => ({
  language,
  texts: factTexts[language],
  day: (instant: string) => `day of ${instant}`,
  moment: (instant: string) => `moment of ${instant}`,
});
const say = (key: SaidFact["key"], value: string, kind: FactSource["kind"] | null, language: (typeof languages)[number] = "it") =>
  factInWords({ key, value, source: kind === null ? null : { kind, ref: "ref", excerpt: null } }, speech(language));

describe("a word of ours", () => {
  it.each([
    ["problem", "damaged: la tazza è rotta: tutta", "form", "articolo danneggiato: la tazza è rotta: tutta"],
    ["problem", "items missing", "form", "articoli mancanti"],
    ["problem", "not received", "form", "pacco non ricevuto"],
    ["problem", "delivered not received", "incident", "pacco non ricevuto"],
    ["problem", "late", "incident", "consegna in ritardo"],
    ["damageExtent", "partly usable", "form", "utilizzabile in parte"],
    ["damageExtent", "partly_usable", "form", "utilizzabile in parte"],
    ["wantedOutcome", "refund", "form", "rimborso"],
    ["language", "ro", "order", "rumeno"],
    ["language", "en", "identity", "inglese"],
  ] as const)("%s %s of a %s is said in the reader's language", (key, value, kind, said) => {
    expect(say(key, value, kind)).toBe(said);
  });

  it("that a fact can hold has words in every language, and they are not the code", () => {
    const extents = problemDetailsSchema.shape.extent.unwrap().unwrap().options;
    const outcomes = problemDetailsSchema.shape.wantedOutcome.unwrap().unwrap().options;
    for (const language of ["it", "ro"] as const) {
      for (const kind of [...incidentKinds, ...reportableProblemSchema.options]) {
        const value = kind.replaceAll("_", " ");
        expect(say("problem", value, "incident", language)).not.toBe(value);
      }
      for (const value of extents)
        expect(say("damageExtent", value.replaceAll("_", " "), "form", language)).not.toBe(value.replaceAll("_", " "));
      for (const value of outcomes) expect(say("wantedOutcome", value, "form", language)).not.toBe(value);
    }
  });
});

describe("a time", () => {
  it("is a day where it is about a delivery, and a moment where something began", () => {
    expect(say("deliveryDate", "2026-11-24T15:00:00Z", "parcel")).toBe("day of 2026-11-24T15:00:00Z");
    expect(say("since", "2026-11-18T22:30:00.000Z", "incident")).toBe("moment of 2026-11-18T22:30:00.000Z");
  });
  it.each([
    ["en", "Tue, Nov 24, 2026"],
    ["it", "mar 24 nov 2026"],
    ["ro", "mar., 24 nov. 2026"],
  ] as const)("without a time of day it is the same day everywhere, written in %s", (language, said) => {
    expect(say("deliveryDate", "2026-11-24", "carrier", language)).toBe(said);
  });
});

describe("what stays as it came", () => {
  it.each([
    ["a customer's own word, though it is one of ours", "problem", "damaged", "message"],
    ["a customer's own day", "deliveryDate", "2026-11-24", "message"],
    ["what an agent noted", "wantedOutcome", "refund", "agent"],
    ["what stands on an earlier ticket", "wantedOutcome", "refund", "ticket"],
    ["what has no source", "wantedOutcome", "refund", null],
    ["free words in a form", "problem", "Ana are cioburi: două", "form"],
    ["a code of a newer server", "damageExtent", "molten", "form"],
    ["a name that every object has", "wantedOutcome", "constructor", "form"],
    ["no time at all", "deliveryDate", "2026-13-45", "parcel"],
    ["a day in words", "since", "since Tuesday", "form"],
    ["a value that no code is kept for", "size", "late", "order"],
    ["a language in words", "language", "Romanian", "form"],
    ["a tag that is none", "language", "ro-", "order"],
  ] as const)("%s", (_, key, value, kind) => {
    expect(say(key, value, kind)).toBe(value);
  });
});
