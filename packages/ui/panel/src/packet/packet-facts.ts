import type { ContextPacket } from "@askonce/spec";
import type { KnownThings } from "../known/known-view.ts";

/**
 * A packet's facts and questions as those beside a ticket, so that they are grouped and shown the same way. What was tried has a part of its own
 * and is not said twice.
 */
export function packetFacts({ facts, openQuestions, tried, truncated }: ContextPacket, nowMs: number): KnownThings {
  return {
    facts: facts
      .filter(({ key, value }) => key !== "tried" || !tried.includes(value))
      .map((fact) => ({ ...fact, freshUntil: null, supersededById: null, ageMs: Math.max(0, nowMs - Date.parse(fact.at)) })),
    isCut: truncated.includes("facts"),
    openQuestions: openQuestions.map((question) => ({ ...question, wasKnown: false, sentAnyway: null })),
  };
}
