import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { englishPlainReplies } from "./__fixtures__/plain-replies-en.ts";
import { checkDraft } from "./check-draft.ts";

/** The keys asked for, each with its verdict when it is not `known`. */
function asked(draft: string): string[] {
  const { asks } = checkDraft({ draft, language: "en", facts: everythingKnown, history: [] });
  return [...new Set(asks.map((ask) => (ask.verdict === "known" ? ask.key : `${ask.key}:${ask.verdict}`)))].sort();
}

describe("English replies that ask for what is known", () => {
  it.each(englishPlainReplies.asksKnown)("%j", (draft, expected) => {
    expect(asked(draft)).toEqual(expected);
  });
});

describe("English replies that ask for nothing", () => {
  it.each(englishPlainReplies.asksNothing)("%j", (draft) => {
    expect(asked(draft)).toEqual([]);
  });
});

describe("English replies that ask again for a good reason", () => {
  it.each(englishPlainReplies.asksFairly)("%j", (draft, expected) => {
    expect(asked(draft)).toContain(expected);
  });
});
