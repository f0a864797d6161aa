import type { FactKey } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { italianReplies1 } from "./__fixtures__/it-replies-1.ts";
import { italianReplies2 } from "./__fixtures__/it-replies-2.ts";
import { italianReplies3 } from "./__fixtures__/it-replies-3.ts";
import { italianReplies4 } from "./__fixtures__/it-replies-4.ts";
import { italianReplies5 } from "./__fixtures__/it-replies-5.ts";
import { italianReplies6 } from "./__fixtures__/it-replies-6.ts";
import { italianReplies7 } from "./__fixtures__/it-replies-7.ts";
import type { ItalianReply } from "./__fixtures__/it-reply.ts";
import { checkDraft } from "./check-draft.ts";

function knownAsks({ facts, said, draft }: ItalianReply): FactKey[] {
  const { asks } = checkDraft({
    draft,
    language: "it",
    facts: Object.entries(facts).map(([key, value]) => ({ key, value }) as { key: FactKey; value: string }),
    history: (said ?? []).map((text) => ({ direction: "inbound", text })),
    countryCode: "IT",
  });
  return [...new Set(asks.filter((ask) => ask.verdict === "known").map((ask) => ask.key))];
}

const batches: Readonly<Record<number, readonly ItalianReply[]>> = {
  1: italianReplies1,
  2: italianReplies2,
  3: italianReplies3,
  4: italianReplies4,
  5: italianReplies5,
  6: italianReplies6,
  7: italianReplies7,
};

describe.each(Object.entries(batches))("batch %s of Italian replies", (_, replies) => {
  const rightly = replies.filter(({ known }) => known.length === 0).map((reply) => [reply.draft, reply] as const);
  it.each(rightly)("does not object to %j", (_draft, reply) => {
    expect(knownAsks(reply)).toEqual([]);
  });

  it("finds most of what is asked twice, and names no key wrongly where it does", () => {
    const twice = replies.filter(({ known }) => known.length > 0);
    const found = twice.filter((reply) => knownAsks(reply).some((key) => reply.known.includes(key)));
    const missed = twice.filter((reply) => !found.includes(reply)).map(({ draft }) => draft);
    expect(found.length / twice.length, missed.join("\n")).toBeGreaterThanOrEqual(0.88);
    for (const reply of found) expect(reply.known, reply.draft).toEqual(expect.arrayContaining(knownAsks(reply)));
  });
});
