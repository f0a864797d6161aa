import type { ContextFact, Question } from "@askonce/spec";
import type { View } from "../view/view.ts";
import type { KnownTexts } from "./known-texts.ts";

/** What every part about facts and people gets. */
export interface KnownView extends View {
  readonly knownTexts: KnownTexts;
}

/** What of a fact is shown. */
export type ShownFact = Omit<ContextFact, "id" | "ticketId" | "customerId">;
export type ShownQuestion = Pick<Question, "key" | "askedAt" | "askedBy" | "wasKnown" | "sentAnyway">;

/** What is known and what was asked, of a ticket's context or of a packet. */
export interface KnownThings {
  readonly facts: readonly ShownFact[];
  readonly openQuestions: readonly ShownQuestion[];
  /** Facts were left out: one that is contradicted may stand here without what contradicts it. Default: `false`. */
  readonly isCut?: boolean;
}

/** A fact's key as people say it; a plugin's own key is shown as it is. */
export function keyName({ knownTexts }: KnownView, key: string): string {
  const names: Record<string, string> = knownTexts.factKey;
  return (Object.hasOwn(names, key) ? names[key] : undefined) ?? key;
}
