import type { FactKey } from "@askonce/spec";

/** An English reply with what was known when it was written, and what it asks although that is known. */
export interface EnglishReply {
  facts: Readonly<Record<string, string>>;
  /** What the customer wrote before, oldest first. */
  said?: readonly string[];
  draft: string;
  /** The keys asked although they are known; empty when nothing is, or when asking is right. */
  known: readonly FactKey[];
}
