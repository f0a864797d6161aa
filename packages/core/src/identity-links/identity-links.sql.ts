import type { IdentityEvidence, IdentityLink } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant, toInstantOrNull } from "../platform/instants.ts";
import type { Tables } from "../storage/tables.ts";

/** A link as one of its two customers sees it. */
export function toIdentityLink(row: Selectable<Tables["identity_links"]>, seenFrom: string, otherName: string | null): IdentityLink {
  return {
    id: row.id,
    customerId: seenFrom,
    otherCustomerId: row.customer_id === seenFrom ? row.other_customer_id : row.customer_id,
    otherName,
    state: row.state,
    score: row.score / 100,
    evidence: JSON.parse(row.evidence) as IdentityEvidence[],
    createdAt: toInstant(row.created_at),
    decidedAt: toInstantOrNull(row.decided_at),
    decidedBy: row.decided_by,
  };
}
