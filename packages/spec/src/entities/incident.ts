import * as z from "zod";
import { evidenceSourceSchema } from "./delivery.ts";
import { idSchema, instantSchema, sourceRefSchema } from "./values.ts";

export const incidentKindSchema = z
  .enum([
    "late",
    "stalled",
    "lost",
    "damaged",
    "missing_items",
    "wrong_item",
    "delivered_not_received",
    "returned_to_sender",
    "pickup_expiring",
    "failed_attempt",
    "address_problem",
    "customs_hold",
    "refused",
  ])
  .meta({ id: "IncidentKind" });
export type IncidentKind = z.infer<typeof incidentKindSchema>;

/** A delivery or order problem as an object, shared by every ticket about it. */
export const incidentSchema = z
  .object({
    id: idSchema,
    kind: incidentKindSchema,
    state: z.enum(["suspected", "open", "resolved", "dismissed"]),
    orderRef: sourceRefSchema.nullable(),
    parcelId: z.string().nullable(),
    evidence: z.array(z.object({ by: evidenceSourceSchema, at: instantSchema, text: z.string().max(500) })),
    ticketIds: z.array(idSchema),
    /** Incidents of one cause (a depot, a courier, a product) share it. */
    groupId: idSchema.nullable(),
    openedAt: instantSchema,
    closedAt: instantSchema.nullable(),
  })
  .meta({ id: "Incident" });
export type Incident = z.infer<typeof incidentSchema>;
