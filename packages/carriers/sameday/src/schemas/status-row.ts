import * as z from "zod";
import { stateIdSchema, statusIdSchema } from "../status/status-id.ts";
import { flagSchema, textSchema } from "./lenient.ts";

/** One status of a shipment or of a box, as all answers write it; each has a part of the fields. */
export const statusRowSchema = z.object({
  statusId: statusIdSchema.nullish().catch(null),
  /** Of the public answers only. */
  statusStateId: stateIdSchema.nullish().catch(null),
  status: textSchema,
  statusLabel: textSchema,
  statusState: textSchema,
  statusDate: textSchema,
  county: textSchema,
  /** ISO 3166-1 alpha-2, of the public answers only. */
  country: textSchema,
  /** Free text, why a delivery failed. */
  reason: textSchema,
  transitLocation: textSchema,
  parcelAwbNumber: textSchema,
  inReturn: flagSchema,
});
export type StatusRowAnswer = z.infer<typeof statusRowSchema>;
