import { describe, expect, it } from "vitest";
import { englishReplies1A } from "./__fixtures__/en-replies-1a.ts";
import { englishReplies1B } from "./__fixtures__/en-replies-1b.ts";
import { englishReplies2A } from "./__fixtures__/en-replies-2a.ts";
import { englishReplies2B } from "./__fixtures__/en-replies-2b.ts";
import { englishReplies3A } from "./__fixtures__/en-replies-3a.ts";
import { englishReplies3B } from "./__fixtures__/en-replies-3b.ts";
import { englishReplies4A } from "./__fixtures__/en-replies-4a.ts";
import { englishReplies4B } from "./__fixtures__/en-replies-4b.ts";
import { englishReplies5A } from "./__fixtures__/en-replies-5a.ts";
import { englishReplies5B } from "./__fixtures__/en-replies-5b.ts";
import { englishReplies6A } from "./__fixtures__/en-replies-6a.ts";
import { englishReplies6B } from "./__fixtures__/en-replies-6b.ts";
import { englishReplies7A } from "./__fixtures__/en-replies-7a.ts";
import { englishReplies7B } from "./__fixtures__/en-replies-7b.ts";
import { englishReplies8A } from "./__fixtures__/en-replies-8a.ts";
import { englishReplies8B } from "./__fixtures__/en-replies-8b.ts";
import { englishReplies9A } from "./__fixtures__/en-replies-9a.ts";
import { englishReplies9B } from "./__fixtures__/en-replies-9b.ts";
import type { EnglishReply } from "./__fixtures__/en-reply.ts";
import { askedTwice, askedTwiceByRules } from "./__fixtures__/known-asks.ts";

const batches: Readonly<Record<number, readonly EnglishReply[]>> = {
  1: [...englishReplies1A, ...englishReplies1B],
  2: [...englishReplies2A, ...englishReplies2B],
  3: [...englishReplies3A, ...englishReplies3B],
  4: [...englishReplies4A, ...englishReplies4B],
  5: [...englishReplies5A, ...englishReplies5B],
  6: [...englishReplies6A, ...englishReplies6B],
  7: [...englishReplies7A, ...englishReplies7B],
  8: [...englishReplies8A, ...englishReplies8B],
  9: [...englishReplies9A, ...englishReplies9B],
};

const language = ["en", "GB"] as const;

describe.each(Object.entries(batches))("batch %s of English replies", (_, replies) => {
  const rightly = replies.filter(({ known }) => known.length === 0).map((reply) => [reply.draft, reply] as const);
  it.each(rightly)("does not object to %j", (_draft, reply) => {
    expect(askedTwice(reply, ...language)).toEqual([]);
    expect(askedTwiceByRules(reply, ...language)).toEqual([]);
  });

  it("has most of what is asked twice found by the rules, and no key named wrongly where something is", () => {
    const twice = replies.filter(({ known }) => known.length > 0);
    const missed = twice.filter((reply) => !askedTwiceByRules(reply, ...language).some((key) => includes(reply.known, key)));
    expect(1 - missed.length / twice.length, missed.map(({ draft }) => draft).join("\n")).toBeGreaterThanOrEqual(0.88);
    for (const reply of twice) {
      for (const named of [askedTwice(reply, ...language), askedTwiceByRules(reply, ...language)]) {
        if (named.some((key) => includes(reply.known, key))) expect(reply.known, reply.draft).toEqual(expect.arrayContaining(named));
      }
    }
  });
});

it("most of what is asked twice in all of them is found", () => {
  const twice = Object.values(batches)
    .flat()
    .filter(({ known }) => known.length > 0);
  const missed = twice.filter((reply) => !askedTwice(reply, ...language).some((key) => includes(reply.known, key)));
  expect(1 - missed.length / twice.length, missed.map(({ draft }) => draft).join("\n")).toBeGreaterThanOrEqual(0.88);
});

function includes(keys: readonly string[], key: string): boolean {
  return keys.includes(key);
}
