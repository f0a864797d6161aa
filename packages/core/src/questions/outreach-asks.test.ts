import { supportedLanguages } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { answerTexts } from "../answers/answer-texts.ts";
import { checkDraft } from "../guard/check-draft.ts";
import { outreachTexts } from "../outreach/outreach-texts.ts";
import { problemTexts } from "../problems/problem-texts.ts";

/** Values as a sentence of ours may hold them. */
const filled = (text: string) => text.replace(/\{\w+\}/g, "1042");

describe.each(supportedLanguages)("what we write by ourselves in %s", (language) => {
  it.each(Object.entries({ ...outreachTexts[language], ...answerTexts[language] }))("asks for nothing: %s", (_, text) => {
    expect(checkDraft({ draft: filled(text), language, facts: [], history: [] }).asks).toEqual([]);
  });

  const texts = Object.entries(problemTexts[language]).flatMap(([name, text]) =>
    typeof text === "string" ? [[name, text] as const] : Object.values<string>(text).map((one) => [name, one] as const),
  );
  it.each(texts)("asks for photos only where a report needs them: %s", (name, text) => {
    const { asks } = checkDraft({ draft: filled(text), language, facts: [], history: [] });
    expect(asks.filter((ask) => name !== "photos" || !ask.key.startsWith("photo"))).toEqual([]);
  });
});
