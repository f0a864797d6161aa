import { type OrderEvidence, orderEvidenceKinds, type SourceRef } from "@askonce/spec";

export interface Candidate {
  ref: SourceRef;
  belongsToCustomer: boolean;
  evidence: OrderEvidence[];
}

/** How strong a candidate's best evidence is; lower is stronger. */
function rankOf(candidate: Candidate): number {
  return Math.min(...candidate.evidence.map((one) => orderEvidenceKinds.indexOf(one.kind)));
}

/**
 * The order a ticket is about: the candidate with the strongest evidence, if it is the only one of that strength. Two numbers in one
 * message are a question, not an answer. A number that belongs to somebody else counts only when an agent or a signed page chose it.
 */
export function chooseOrder(candidates: readonly Candidate[]): Candidate | null {
  const eligible = candidates.filter(
    (candidate) =>
      candidate.evidence.length > 0 &&
      (candidate.belongsToCustomer || candidate.evidence.some((one) => one.kind === "agent" || one.kind === "signedPage")),
  );
  const best = Math.min(...eligible.map(rankOf));
  const strongest = eligible.filter((candidate) => rankOf(candidate) === best);
  return strongest.length === 1 ? (strongest[0] ?? null) : null;
}
