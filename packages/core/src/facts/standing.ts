import type { ContextFact, Fact } from "@askonce/spec";
import { fromInstant } from "../platform/instants.ts";
import { disagree } from "./disagreement.ts";
import { isSingleValued } from "./single-valued.ts";

/** Facts with what stands against them and how old they are. */
export function withStanding(facts: readonly Fact[], now: number, countryCode: string | undefined): ContextFact[] {
  return facts.map((fact) => ({
    ...fact,
    ageMs: Math.max(0, now - fromInstant(fact.at)),
    stale: fact.freshUntil !== null && fromInstant(fact.freshUntil) < now,
    contradicted:
      isSingleValued(fact.key) &&
      facts.some((other) => other.key === fact.key && other !== fact && disagree(fact.key, fact.value, other.value, countryCode)),
  }));
}
