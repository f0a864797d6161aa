import * as z from "zod";
import { incidentKindSchema } from "./incident.ts";
import { idSchema, instantSchema, sourceRefSchema } from "./values.ts";

/** What a customer or an agent can report about an order. */
export const reportableProblemSchema = z
  .enum(["damaged", "missing_items", "wrong_item", "delivered_not_received", "late", "lost"])
  .meta({ id: "ReportableProblem" });
export type ReportableProblem = z.infer<typeof reportableProblemSchema>;

/** What is asked about a problem, once: everything else is known. */
export const problemDetailsSchema = z
  .object({
    /** Which lines of the order, and how many of each; empty for all of it. */
    items: z
      .array(z.object({ lineItemId: z.string().min(1).max(300), quantity: z.int().positive().max(10_000) }))
      .max(100)
      .default([]),
    extent: z.enum(["unusable", "partly_usable", "cosmetic"]).nullable().default(null),
    /** Whether the box itself arrived damaged; a courier's claim depends on it. */
    packagingDamaged: z.boolean().nullable().default(null),
    wantedOutcome: z.enum(["refund", "replacement", "repair", "discount", "information"]).nullable().default(null),
    /** In the customer's own words. */
    text: z.string().trim().max(5000).default(""),
  })
  .meta({ id: "ProblemDetails" });
export type ProblemDetails = z.infer<typeof problemDetailsSchema>;

/** A problem that somebody reported about an order or one of its parcels. */
export const problemReportSchema = z
  .object({
    id: idSchema,
    orderRef: sourceRefSchema,
    parcelId: z.string().nullable(),
    kind: reportableProblemSchema,
    by: z.enum(["customer", "agent"]),
    details: problemDetailsSchema,
    ticketId: idSchema.nullable(),
    incidentId: idSchema.nullable(),
    createdAt: instantSchema,
    clearedAt: instantSchema.nullable(),
  })
  .meta({ id: "ProblemReport" });
export type ProblemReport = z.infer<typeof problemReportSchema>;

/** What the one who reported it is told. */
export const problemReceiptSchema = z
  .object({
    reportId: idSchema,
    kind: incidentKindSchema,
    /** The number of the ticket it is on; `null` when an agent wrote it down without one. */
    ticketNumber: z.int().positive().nullable(),
    /** It had been reported before, and is one with that. */
    known: z.boolean(),
    /** What is still missing of what a claim needs; asked once. */
    stillNeeded: z.array(z.string()),
    /** Photos are sent to `POST /problem-photos/{token}?shows=item`, one a request, as they are; `null` where photos are not kept. */
    photoUpload: z.object({ token: z.string(), until: instantSchema }).nullable(),
    text: z.string(),
  })
  .meta({ id: "ProblemReceipt" });
export type ProblemReceipt = z.infer<typeof problemReceiptSchema>;

/** What a photo shows; each of the first three is asked for once. */
export const photoSubjectSchema = z.enum(["item", "packaging", "label", "other"]).meta({ id: "PhotoSubject" });
export type PhotoSubject = z.infer<typeof photoSubjectSchema>;

/** A photo of a problem: checked by its content, without its metadata. */
export const photoSchema = z
  .object({
    id: idSchema,
    shows: photoSubjectSchema,
    parcelId: z.string().nullable(),
    /** In pixels, before the orientation is applied. */
    width: z.int().positive(),
    height: z.int().positive(),
    addedAt: instantSchema,
    /** Signed, and over after an hour. */
    url: z.string(),
  })
  .meta({ id: "Photo" });
export type Photo = z.infer<typeof photoSchema>;
