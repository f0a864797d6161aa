import * as z from "zod";
import { idSchema, instantSchema, moneySchema, sourceRefSchema } from "./values.ts";

/** Money or goods given. Reserved, approved if needed, executed once, settled; an unknown result is `unknown` and is never retried blindly. */
export const remedySchema = z
  .object({
    id: idSchema,
    ticketId: idSchema,
    orderRef: sourceRefSchema,
    kind: z.enum(["refund", "replacement", "credit", "discount", "return"]),
    state: z.enum(["reserved", "awaiting_approval", "approved", "executing", "settled", "refused", "failed", "unknown"]),
    amount: moneySchema.nullable(),
    reason: z.string().max(300),
    /** Goes down to the storefront, so that no retry pays twice. */
    idempotencyKey: z.string().min(8).max(200),
    requestedBy: idSchema,
    createdAt: instantSchema,
  })
  .meta({ id: "Remedy" });
export type Remedy = z.infer<typeof remedySchema>;
