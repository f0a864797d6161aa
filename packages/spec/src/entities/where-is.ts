import * as z from "zod";
import { instantSchema, supportedLanguages } from "./values.ts";

/** The answer to "where is my order", made from live state, with a real next step. */
export const whereIsAnswerSchema = z
  .object({
    /** Which answer it is, stable: for counting, and for texts of the shop's own. */
    key: z.string().max(80),
    language: z.enum(supportedLanguages),
    text: z.string(),
    /** What happens next, and by when at the latest; `null` when nothing can be promised. */
    nextStep: z.object({ kind: z.string().max(60), by: instantSchema.nullable() }),
    /** What it was made from: keys of facts. */
    usedFacts: z.array(z.string()),
    promise: z.object({ dueAt: instantSchema }).nullable(),
  })
  .meta({ id: "WhereIsAnswer" });
export type WhereIsAnswer = z.infer<typeof whereIsAnswerSchema>;
