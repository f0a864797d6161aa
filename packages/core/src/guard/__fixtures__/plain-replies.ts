import type { FactKey } from "@askonce/spec";

/** Sentences by what they ask a customer for of whom everything is known. */
export interface PlainReplies {
  /** With the keys they ask for, in the order of the alphabet. */
  asksKnown: readonly (readonly [string, readonly FactKey[]])[];
  asksNothing: readonly string[];
  /** With a key and why it may be asked again, as `key:verdict`. */
  asksFairly: readonly (readonly [string, string])[];
}
