import { supportedLanguages } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import type { MessageKey } from "./messages.ts";
import { catalogues, chooseLanguage, createTranslate } from "./translator.ts";

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
}

describe.each(supportedLanguages)("the texts in %s", (language) => {
  const catalogue = catalogues[language];

  it("have the placeholders of the English ones", () => {
    for (const key of Object.keys(catalogues.en) as MessageKey[]) {
      const [english, text] = [catalogues.en[key], catalogue[key]];
      const forms = typeof text === "string" ? [text] : Object.values(text);
      const expected = placeholders(typeof english === "string" ? english : english.other);
      for (const form of forms) {
        expect(form.trim(), key).not.toBe("");
        expect(placeholders(form), key).toEqual(expected);
      }
    }
  });

  it("have a form for every plural the language uses with whole numbers", () => {
    const rules = new Intl.PluralRules(language);
    const used = new Set([0, 1, 2, 5, 19, 20, 21, 100, 101].map((count) => rules.select(count)));
    for (const entry of Object.values(catalogue)) {
      if (typeof entry !== "string") expect(Object.keys(entry)).toEqual(expect.arrayContaining([...used]));
    }
  });

  it("are in that language", () => {
    if (language === "en") return;
    const same = (Object.keys(catalogue) as MessageKey[]).filter((key) => catalogue[key] === catalogues.en[key]);
    // Names and words that two languages share; everything else would be a forgotten translation.
    const shared = ["appName", "customerEmail", "agent", "factEmail", "byAgent"];
    expect(same.filter((key) => !shared.includes(key))).toEqual([]);
  });
});

describe("a text", () => {
  it("takes the plural of its language", () => {
    const counts = [1, 2, 19, 20, 21, 101].map((count) => createTranslate("ro")("ticketsShown", { count }));
    expect(counts).toEqual([
      "1 tichet afișat",
      "2 tichete afișate",
      "19 tichete afișate",
      "20 de tichete afișate",
      "21 de tichete afișate",
      "101 tichete afișate",
    ]);
  });

  it("says one character too many, and Romanian counts twenty of them with de", () => {
    expect(createTranslate("en")("tooLong", { count: 1 })).toBe("1 character too many");
    expect(createTranslate("it")("tooLong", { count: 1 })).toBe("1 carattere di troppo");
    const counts = [1, 2, 20].map((count) => createTranslate("ro")("tooLong", { count }));
    expect(counts).toEqual(["1 caracter în plus", "2 caractere în plus", "20 de caractere în plus"]);
  });

  it("groups a count and leaves a ticket's number alone", () => {
    expect(createTranslate("it")("tooLong", { count: 12345 })).toBe("12.345 caratteri di troppo");
    expect(createTranslate("it")("mergeTitle", { number: 12345 })).toBe("Unisci il ticket #12345");
  });

  it("does not read what is put into it", () => {
    expect(createTranslate("en")("assignedTo", { name: "{count} $& <b>" })).toBe("Assigned to {count} $& <b>");
  });
});

it("the language is the first of the reader's that exists", () => {
  expect(chooseLanguage(["fr-FR", "ro-RO", "en"])).toBe("ro");
  expect(chooseLanguage(["de", "toString"])).toBe("en");
});
