import { describe, expect, it } from "vitest";
import { everythingKnown } from "./__fixtures__/everything-known.ts";
import { romanianPlainReplies } from "./__fixtures__/plain-replies-ro.ts";
import { checkDraft } from "./check-draft.ts";

/** The keys asked for, each with its verdict when it is not `known`. */
function asked(draft: string): string[] {
  const { asks } = checkDraft({ draft, language: "ro", facts: everythingKnown, history: [] });
  return [...new Set(asks.map((ask) => (ask.verdict === "known" ? ask.key : `${ask.key}:${ask.verdict}`)))].sort();
}

describe("Romanian replies that ask for what is known", () => {
  it.each(romanianPlainReplies.asksKnown)("%j", (draft, expected) => {
    expect(asked(draft)).toEqual(expected);
  });
});

describe("Romanian replies that ask for nothing", () => {
  it.each(romanianPlainReplies.asksNothing)("%j", (draft) => {
    expect(asked(draft)).toEqual([]);
  });
});

describe("Romanian replies that ask again for a good reason", () => {
  it.each(romanianPlainReplies.asksFairly)("%j", (draft, expected) => {
    expect(asked(draft)).toContain(expected);
  });
});
