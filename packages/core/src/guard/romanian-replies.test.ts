import { describe, expect, it } from "vitest";
import { askedTwice, askedTwiceByRules } from "./__fixtures__/known-asks.ts";
import { romanianReplies1 } from "./__fixtures__/ro-replies-1.ts";
import { romanianReplies2 } from "./__fixtures__/ro-replies-2.ts";
import { romanianReplies3 } from "./__fixtures__/ro-replies-3.ts";
import { romanianReplies4 } from "./__fixtures__/ro-replies-4.ts";
import { romanianReplies5 } from "./__fixtures__/ro-replies-5.ts";
import { romanianReplies6 } from "./__fixtures__/ro-replies-6.ts";
import { romanianReplies7 } from "./__fixtures__/ro-replies-7.ts";
import { romanianReplies8 } from "./__fixtures__/ro-replies-8.ts";
import { romanianReplies9 } from "./__fixtures__/ro-replies-9.ts";
import { romanianReplies10 } from "./__fixtures__/ro-replies-10.ts";

const batches = {
  1: romanianReplies1,
  2: romanianReplies2,
  3: romanianReplies3,
  4: romanianReplies4,
  5: romanianReplies5,
  6: romanianReplies6,
  7: romanianReplies7,
  8: romanianReplies8,
  9: romanianReplies9,
  10: romanianReplies10,
};

const language = ["ro", "RO"] as const;

describe.each(Object.entries(batches))("batch %s of Romanian replies", (_, replies) => {
  const rightly = replies.filter(({ known }) => known.length === 0).map((reply) => [reply.draft, reply] as const);
  it.each(rightly)("does not object to %j", (_draft, reply) => {
    expect(askedTwice(reply, ...language)).toEqual([]);
    expect(askedTwiceByRules(reply, ...language)).toEqual([]);
  });

  it("has most of what is asked twice found by the rules, and no key named wrongly where something is", () => {
    const twice = replies.filter(({ known }) => known.length > 0);
    const missed = twice.filter((reply) => !askedTwiceByRules(reply, ...language).some((key) => includes(reply.known, key)));
    expect(1 - missed.length / twice.length, missed.map(({ draft }) => draft).join("\n")).toBeGreaterThanOrEqual(0.85);
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
  expect(1 - missed.length / twice.length, missed.map(({ draft }) => draft).join("\n")).toBeGreaterThanOrEqual(0.85);
});

function includes(keys: readonly string[], key: string): boolean {
  return keys.includes(key);
}
