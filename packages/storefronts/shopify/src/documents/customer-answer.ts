import * as z from "zod";
import { amountSchema } from "./money.ts";

/** A customer as the fragment `CustomerFields` asks for it. Personal fields are empty without approval. */
export const customerAnswerSchema = z.object({
  id: z.string(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  createdAt: z.string().nullish(),
  locale: z.string().nullish(),
  note: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  /** A 64-bit number, as text. */
  numberOfOrders: z.union([z.string(), z.number()]).nullish(),
  defaultEmailAddress: z.object({ emailAddress: z.string().nullish() }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: z.string().nullish() }).nullish(),
  amountSpent: amountSchema.nullish(),
});
export type CustomerAnswer = z.infer<typeof customerAnswerSchema>;
