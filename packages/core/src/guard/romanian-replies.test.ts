import { describe, expect, it } from "vitest";
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
import type { RomanianReply } from "./__fixtures__/ro-reply.ts";
import { checkDraft } from "./check-draft.ts";

function knownAsks({ facts, said, draft }: RomanianReply): string[] {
  const { asks } = checkDraft({
    draft,
    language: "ro",
    facts: Object.entries(facts).map(([key, value]) => ({ key, value }) as { key: keyof typeof facts; value: string }),
    history: (said ?? []).map((text) => ({ direction: "inbound", text })),
    countryCode: "RO",
  });
  return [...new Set(asks.filter((ask) => ask.verdict === "known").map((ask) => ask.key))];
}

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

describe.each(Object.entries(batches))("batch %s of Romanian replies", (_, replies) => {
  const rightly = replies.filter(({ known }) => known.length === 0).map((reply) => [reply.draft, reply] as const);
  it.each(rightly)("does not object to %j", (_draft, reply) => {
    expect(knownAsks(reply)).toEqual([]);
  });

  it("finds most of what is asked twice, and names no key wrongly where it does", () => {
    const twice = replies.filter(({ known }) => known.length > 0);
    const found = twice.filter((reply) => knownAsks(reply).some((key) => reply.known.some((other) => other === key)));
    const missed = twice.filter((reply) => !found.includes(reply)).map(({ draft }) => draft);
    expect(found.length / twice.length, missed.join("\n")).toBeGreaterThanOrEqual(0.85);
    for (const reply of found) expect(reply.known, reply.draft).toEqual(expect.arrayContaining(knownAsks(reply)));
  });
});
