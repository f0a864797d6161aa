import type { FactKey } from "@askonce/spec";
import { verdictOf } from "../ask-verdict.ts";
import { checkDraft } from "../check-draft.ts";
import { readDraft } from "../detect-asks.ts";
import { type HistoryMessage, knownValues } from "../known-values.ts";

/** A reply with what was known when it was written. */
interface Reply {
  facts: Readonly<Partial<Record<string, string>>>;
  said?: readonly string[];
  draft: string;
}

function known({ facts, said = [] }: Reply) {
  const history = said.map((text): HistoryMessage => ({ direction: "inbound", text }));
  return { facts: Object.entries(facts).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }])), history };
}

/** What the guard says is asked although it is known. */
export function askedTwice(reply: Reply, language: string, countryCode: string): FactKey[] {
  const { asks } = checkDraft({ draft: reply.draft, language, ...known(reply), countryCode });
  return [...new Set(asks.filter((ask) => ask.verdict === "known").map((ask) => ask.key))];
}

/** What the rules alone say of it, before anything is weighed. */
export function askedTwiceByRules(reply: Reply, language: string, countryCode: string): FactKey[] {
  const { facts, history } = known(reply);
  const values = knownValues(facts, history, language, countryCode).filter(({ toldWeight }) => toldWeight === undefined);
  const found = readDraft(reply.draft, language).asks.filter((ask) => verdictOf(ask, values, history, null).verdict === "known");
  return [...new Set(found.map((ask) => ask.key))];
}
