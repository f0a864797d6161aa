import type { ExceptionFact, Lateness } from "@askonce/spec";

/** The exceptions that we derive from a parcel's clock: late since the promise ended, stalled since a scan was due. */
export function latenessExceptions({ state, dueAt, stoppedAt, stalledSince }: Lateness): ExceptionFact[] {
  const facts: ExceptionFact[] = [];
  const isLate = state === "late" || state === "very_late" || state === "delivered_late";
  if (isLate && dueAt !== null) facts.push({ kind: "late", by: "derived", since: dueAt, clearedAt: stoppedAt });
  if (stalledSince !== null) facts.push({ kind: "stalled", by: "derived", since: stalledSince, clearedAt: null });
  return facts;
}
