import * as z from "zod";
import { idSchema, instantSchema } from "./values.ts";

/** What speaks for two customers being one person. */
export const identityEvidenceKinds = [
  "sameEmail",
  "sameMailbox",
  "samePhone",
  "sameName",
  "samePostcode",
  "sameOrder",
  "sharedMailbox",
  "agent",
] as const;
export const identityEvidenceSchema = z
  .object({
    /**
     * - `sameMailbox`: addresses that differ only in what follows a plus sign
     * - `sameOrder`: one named the order of the other with a second detail of it
     * - `sharedMailbox`: speaks against it: an address of a company or a family, such as `office@`
     * - `agent`: an agent says so
     */
    kind: z.enum(identityEvidenceKinds),
    /** For people; holds no address. */
    detail: z.string().max(200),
  })
  .meta({ id: "IdentityEvidence" });
export type IdentityEvidence = z.infer<typeof identityEvidenceSchema>;

export const identityLinkStateSchema = z.enum(["suggested", "linked", "rejected", "undone"]).meta({ id: "IdentityLinkState" });
export type IdentityLinkState = z.infer<typeof identityLinkStateSchema>;

/**
 * That two customers are one person. Both stay what they are: nothing is moved, so that undoing loses nothing. A suggestion shows nobody
 * anything of the other one.
 */
export const identityLinkSchema = z
  .object({
    id: idSchema,
    customerId: idSchema,
    otherCustomerId: idSchema,
    /** The other one's name, for whoever decides. */
    otherName: z.string().nullable(),
    state: identityLinkStateSchema,
    /** From 0 to 1; a suggestion is made from 0.5 on. */
    score: z.number().min(0).max(1),
    evidence: z.array(identityEvidenceSchema).max(20),
    createdAt: instantSchema,
    decidedAt: instantSchema.nullable(),
    /** An agent's id or `system`; `null` for a suggestion. */
    decidedBy: z.string().max(64).nullable(),
  })
  .meta({ id: "IdentityLink" });
export type IdentityLink = z.infer<typeof identityLinkSchema>;
