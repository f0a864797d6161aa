import { describe, expect, it } from "vitest";
import { italianReplies1 } from "./__fixtures__/it-replies-1.ts";
import { italianReplies2 } from "./__fixtures__/it-replies-2.ts";
import { italianReplies3 } from "./__fixtures__/it-replies-3.ts";
import { italianReplies4 } from "./__fixtures__/it-replies-4.ts";
import { italianReplies5 } from "./__fixtures__/it-replies-5.ts";
import { italianReplies6 } from "./__fixtures__/it-replies-6.ts";
import { italianReplies7 } from "./__fixtures__/it-replies-7.ts";
import type { ItalianReply } from "./__fixtures__/it-reply.ts";
import { askedTwice, askedTwiceByRules } from "./__fixtures__/known-asks.ts";

const batches: Readonly<Record<number, readonly ItalianReply[]>> = {
  1: italianReplies1,
  2: italianReplies2,
  3: italianReplies3,
  4: italianReplies4,
  5: italianReplies5,
  6: italianReplies6,
  7: italianReplies7,
};

const language = ["it", "IT"] as const;

describe.each(Object.entries(batches))("batch %s of Italian replies", (_, replies) => {
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
