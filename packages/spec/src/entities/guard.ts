import * as z from "zod";
import { factKeySchema, factSourceSchema } from "./fact.ts";
import { idSchema, instantSchema, languageSchema } from "./values.ts";

/**
 * What happens to a reply that asks for what is known. `observe`: it goes, and is counted. `warn`: whoever writes is shown it, and may send.
 * `block`: it goes only with a reason why it has to be asked anyway.
 */
export const guardModes = ["observe", "warn", "block"] as const;
export const guardModeSchema = z.enum(guardModes).meta({ id: "GuardMode" });
export type GuardMode = z.infer<typeof guardModeSchema>;

/**
 * Why an ask is as it is.
 *
 * - `known`: something known answers it; the only one that counts as asked twice
 * - `unknown`: nothing known answers it
 * - `stale`: what is known is older than it may be
 * - `contradicted`: what is known disagrees with itself, and only the customer can say which is right
 * - `riskyChange`: a change that is hard to undo is to be confirmed
 * - `identityProof`: the customer is to prove who they are
 * - `somethingElse`: it is about another item, photo, order or address than the known one
 */
export const askVerdicts = ["known", "unknown", "stale", "contradicted", "riskyChange", "identityProof", "somethingElse"] as const;
export const askVerdictSchema = z.enum(askVerdicts).meta({ id: "AskVerdict" });
export type AskVerdict = z.infer<typeof askVerdictSchema>;

/** Something a draft asks the customer for. */
export const draftAskSchema = z
  .object({
    key: factKeySchema,
    /** The words that ask, as UTF-16 positions in the draft: `from` included, `to` excluded. */
    from: z.int().nonnegative(),
    to: z.int().positive(),
    text: z.string().max(500),
    verdict: askVerdictSchema,
    /** What answers it, when something does. */
    answer: z
      .object({
        factId: idSchema.nullable(),
        value: z.string().max(2000),
        source: factSourceSchema.nullable(),
        /** Since when it is known. */
        at: instantSchema.nullable(),
      })
      .nullable(),
    /** A sentence in the draft's language that uses the answer instead of asking for it. */
    suggestion: z.string().max(500).nullable(),
  })
  .meta({ id: "DraftAsk" });
export type DraftAsk = z.infer<typeof draftAskSchema>;

/** Something in a draft that this customer has not proved to be theirs to read. */
export const draftDisclosureSchema = z
  .object({
    /** The kind of detail, as the table of disclosure names it. */
    field: z.string().max(60),
    from: z.int().nonnegative(),
    to: z.int().positive(),
  })
  .meta({ id: "DraftDisclosure" });
export type DraftDisclosure = z.infer<typeof draftDisclosureSchema>;

/** What the guard found in a draft. Positions are where the words are in it. */
export const draftCheckSchema = z
  .object({
    mode: guardModeSchema,
    /** The language the draft was read in; `null` when it could not be told. */
    language: languageSchema.nullable(),
    asks: z.array(draftAskSchema).max(50),
    disclosures: z.array(draftDisclosureSchema).max(50),
  })
  .meta({ id: "DraftCheck" });
export type DraftCheck = z.infer<typeof draftCheckSchema>;
