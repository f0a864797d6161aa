import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { italianPlainReplies } from "./__fixtures__/plain-replies-it.ts";
import { checkDraft } from "./check-draft.ts";

/** The keys asked for, each with its verdict when it is not `known`. */
function asked(draft: string): string[] {
  const { asks } = checkDraft({ draft, language: "it", facts: everythingKnown, history: [] });
  return [...new Set(asks.map((ask) => (ask.verdict === "known" ? ask.key : `${ask.key}:${ask.verdict}`)))].sort();
}

describe("Italian replies that ask for what is known", () => {
  it.each(italianPlainReplies.asksKnown)("%j", (draft, expected) => {
    expect(asked(draft)).toEqual(expected);
  });
});

describe("Italian replies that ask for nothing", () => {
  it.each(italianPlainReplies.asksNothing)("%j", (draft) => {
    expect(asked(draft)).toEqual([]);
  });
});

describe("Italian replies that ask again for a good reason", () => {
  it.each(italianPlainReplies.asksFairly)("%j", (draft, expected) => {
    expect(asked(draft)).toContain(expected);
  });
});
