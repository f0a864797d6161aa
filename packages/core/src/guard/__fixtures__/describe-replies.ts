import { describe, expect, it } from "vitest";
import { askedTwice, askedTwiceByRules } from "./known-asks.ts";

/** A reply with what was known when it was written, and what it asks although that is known. */
interface LabelledReply {
  facts: Readonly<Partial<Record<string, string>>>;
  said?: readonly string[];
  draft: string;
  known: readonly string[];
}

/** How the batches of a language are read. */
interface BatchSettings {
  name: string;
  language: string;
  countryCode: string;
  /** Of what is asked twice, the share that has to be found. */
  fewestFound: number;
}

/** Tests of labelled batches: nobody is accused wrongly, and most of what is asked twice is found, by the rules alone and after weighing. */
export function describeReplies(batches: Readonly<Record<number, readonly LabelledReply[]>>, settings: BatchSettings): void {
  const { name, language, countryCode, fewestFound } = settings;
  const byGuard = (reply: LabelledReply) => askedTwice(reply, language, countryCode);
  const byRules = (reply: LabelledReply) => askedTwiceByRules(reply, language, countryCode);
  const expectFound = (replies: readonly LabelledReply[], find: typeof byGuard) => {
    const twice = replies.filter(({ known }) => known.length > 0);
    const missed = twice.filter((reply) => !find(reply).some((key) => reply.known.includes(key)));
    expect(1 - missed.length / twice.length, missed.map(({ draft }) => draft).join("\n")).toBeGreaterThanOrEqual(fewestFound);
  };

  describe.each(Object.entries(batches))(`batch %s of ${name} replies`, (_, replies) => {
    const rightly = replies.filter(({ known }) => known.length === 0).map((reply) => [reply.draft, reply] as const);
    it.each(rightly)("does not object to %j", (_draft, reply) => {
      expect([byGuard(reply), byRules(reply)]).toEqual([[], []]);
    });

    it("has most of what is asked twice found by the rules, and no key named wrongly where something is", () => {
      expectFound(replies, byRules);
      for (const reply of replies) {
        for (const named of [byGuard(reply), byRules(reply)]) {
          if (named.some((key) => reply.known.includes(key))) expect(reply.known, reply.draft).toEqual(expect.arrayContaining(named));
        }
      }
    });
  });

  it("most of what is asked twice in all of them is found", () => expectFound(Object.values(batches).flat(), byGuard));
}
