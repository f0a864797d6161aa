import * as z from "zod";

/**
 * How sure we are that somebody is who they say, weakest first. It belongs to one message: an older message never inherits the assurance
 * that a later one proved.
 *
 * - `anonymous`: nothing said
 * - `claimed`: said, not shown (an e-mail's From, a form field)
 * - `orderMatched`: knows an order number together with a second detail of that order
 * - `otpVerified`: repeated a one-time code sent to the contact point
 * - `signedIn`: the shop vouches with a signed identity token
 */
export const assuranceLevels = ["anonymous", "claimed", "orderMatched", "otpVerified", "signedIn"] as const;
export const assuranceSchema = z.enum(assuranceLevels).meta({ id: "Assurance" });
export type Assurance = z.infer<typeof assuranceSchema>;

/** Whether `assurance` is as strong as `needed`, or stronger. */
export function isAtLeast(assurance: Assurance, needed: Assurance): boolean {
  return assuranceLevels.indexOf(assurance) >= assuranceLevels.indexOf(needed);
}
