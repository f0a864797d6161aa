import { expect, it } from "vitest";
import { outreachTexts } from "../outreach/outreach-texts.ts";
import { answerTexts } from "./answer-texts.ts";

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();

it.each([
  ["answers", answerTexts],
  ["messages", outreachTexts],
] as const)("%s: every language has every sentence, with the same places to fill", (_, tables) => {
  for (const language of ["it", "ro"] as const) {
    const table: Readonly<Record<string, string>> = tables[language];
    expect(Object.keys(table).sort()).toEqual(Object.keys(tables.en).sort());
    for (const [key, text] of Object.entries(tables.en)) {
      const isSingular = key.endsWith("_one");
      if (!isSingular) expect([key, places(table[key] ?? "")]).toEqual([key, places(text)]);
      expect(table[key], key).not.toBe(text);
    }
  }
});

it.each(Object.entries(answerTexts).concat(Object.entries(outreachTexts) as never))("%s is typographically clean", (language, table) => {
  for (const [key, text] of Object.entries(table)) {
    expect(text, key).not.toMatch(/ {2}|^\s|\s$/);
    // Romanian is written with commas below, not with the cedillas of old keyboards.
    expect(text, key).not.toMatch(/[şţŞŢ]/);
    if (!/^(line_|subject_|parcels_|day_and_time|track)/.test(key)) expect(text, `${language} ${key}`).toMatch(/\.$/);
  }
});
