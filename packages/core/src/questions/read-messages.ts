import { type MessageFact, readMessageFacts } from "../guard/known-values.ts";

/** What messages say, each read once: a draft is checked many times while it is typed, and what was written before it stays as it is. */
export interface ReadMessages {
  facts(message: { id: string; text: string }): readonly MessageFact[];
}

const mostKept = 1000;

export function createReadMessages(countryCode: string | undefined): ReadMessages {
  const kept = new Map<string, readonly MessageFact[]>();
  return {
    facts({ id, text }) {
      const known = kept.get(id);
      // Put in anew, so that the map's order is the order of use and the least used go first.
      kept.delete(id);
      const facts = known ?? readMessageFacts(text, null, countryCode);
      kept.set(id, facts);
      while (kept.size > mostKept) kept.delete(kept.keys().next().value ?? "");
      return facts;
    },
  };
}
