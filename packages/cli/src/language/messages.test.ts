import { supportedLanguages as vocabulary } from "@askonce/spec";
import { expect, test } from "vitest";
import { commandLanguage } from "./choose-language.ts";
import { supportedLanguages } from "./languages.ts";
import { fill, loadMessages } from "./messages.ts";

function sentences(table: object, path = ""): [string, string][] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] satisfies [string, string]] : sentences(value as object, `${path}${key}.`),
  );
}
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();

test("the languages are the vocabulary's", () => {
  expect(supportedLanguages).toEqual(vocabulary);
});

test.each(["it", "ro"] as const)("%s has every sentence, with the same places to fill", async (language) => {
  const [english, other] = [sentences(await loadMessages("en")), new Map(sentences(await loadMessages(language)))];
  expect([...other.keys()].sort()).toEqual(english.map(([key]) => key).sort());
  for (const [key, text] of english) expect([key, places(other.get(key) ?? "")]).toEqual([key, places(text)]);
  const same = english.filter(([key, text]) => other.get(key) === text && /[a-z]{3,} [a-z]{3,} [a-z]{3,}/.test(text));
  expect(same).toEqual([]);
});

test("the language comes from the option, then the environment, else it is English", () => {
  expect(commandLanguage(["doctor", "--language", "ro"], { LANG: "it_IT.UTF-8" })).toBe("ro");
  expect(commandLanguage(["--language=it", "doctor"], {})).toBe("it");
  expect(commandLanguage([], { LC_ALL: "it_IT.UTF-8", LANG: "ro_RO.UTF-8" })).toBe("it");
  expect(commandLanguage([], { LANG: "de_DE.UTF-8" })).toBe("en");
  expect(commandLanguage([], {})).toBe("en");
});

test("a place without a value stays visible instead of becoming empty", () => {
  expect(fill("{name}: {done} of {total}", { name: "x", done: 0 })).toBe("x: 0 of {total}");
});
