import { factKeys } from "@askonce/spec";
import { expect, it } from "vitest";
import { createTranslate } from "../i18n/translator.ts";
import { factName } from "./fact-words.ts";

it("has words for every key of the vocabulary, and shows a plugin's as it is", () => {
  const t = createTranslate("ro");
  expect(factKeys.filter((key) => factName(key, t) === key)).toEqual([]);
  expect(factName("orderNumber", t)).toBe("Număr de comandă");
  expect(factName("returns.label", t)).toBe("returns.label");
  expect(factName("constructor", t)).toBe("constructor");
});
