import { factKeySchema } from "@askonce/spec";
import * as z from "zod";

/** A reply of the shop with what was known when it was written, and what it asks for. */
export const askOnceCaseSchema = z.object({
  id: z.string().min(1),
  language: z.string(),
  facts: z.array(z.object({ key: factKeySchema, value: z.string() })),
  history: z.array(z.object({ direction: z.enum(["inbound", "outbound"]), text: z.string() })),
  draft: z.string(),
  /** Everything the draft asks the customer for. */
  asked: z.array(factKeySchema),
  /** Of that, what was known and had no good reason to be asked again. */
  asksKnown: z.array(factKeySchema),
});
export type AskOnceCase = z.infer<typeof askOnceCaseSchema>;
