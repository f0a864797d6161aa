import * as z from "zod";
import { evidenceSourceSchema } from "./delivery.ts";
import { idSchema, instantSchema, sourceRefSchema } from "./values.ts";

export const incidentKinds = [
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
] as const;
export const incidentKindSchema = z.enum(incidentKinds).meta({ id: "IncidentKind" });
export type IncidentKind = z.infer<typeof incidentKindSchema>;

/** `suspected`: the evidence could still turn out otherwise; `open`: it is so; `dismissed`: it was never so. */
export const incidentStateSchema = z.enum(["suspected", "open", "resolved", "dismissed"]).meta({ id: "IncidentState" });
export type IncidentState = z.infer<typeof incidentStateSchema>;

/** What speaks for an incident: who says so and when, a code that is shown in the reader's language, and the source's own words. */
export const incidentEvidenceSchema = z
  .object({
    by: evidenceSourceSchema,
    at: instantSchema,
    /** What kind of evidence: `due_passed`, `no_scan`, `carrier_status`, `customer_report`, `agent_report`, `storefront_status`, `moved_again`, … */
    code: z
      .string()
      .regex(/^[a-z]+(_[a-z]+)*$/)
      .max(60),
    /** Numbers, instants and ids that belong to the code. */
    values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    /** The source's own words. */
    text: z.string().max(500).nullable(),
  })
  .meta({ id: "IncidentEvidence" });
export type IncidentEvidence = z.infer<typeof incidentEvidenceSchema>;

/** Why an incident is over. The first four are found by themselves. */
export const incidentClosingSchema = z
  .enum(["delivered", "moved_again", "collected", "returned", "remedied", "mistaken", "duplicate", "given_up"])
  .meta({ id: "IncidentClosing" });
export type IncidentClosing = z.infer<typeof incidentClosingSchema>;

/** A delivery or order problem as an object, shared by every ticket about it. */
export const incidentSchema = z
  .object({
    id: idSchema,
    kind: incidentKindSchema,
    state: incidentStateSchema,
    /** 1: to be watched, 2: the customer is affected, 3: goods or money are at stake. */
    severity: z.int().min(1).max(3),
    orderRef: sourceRefSchema.nullable(),
    orderNumber: z.string().nullable(),
    parcelId: z.string().nullable(),
    carrier: z.string().nullable(),
    trackingNumber: z.string().nullable(),
    /** Oldest first. */
    evidence: z.array(incidentEvidenceSchema),
    ticketIds: z.array(idSchema),
    /** The agent who looks after it. */
    ownerId: idSchema.nullable(),
    /** Incidents of one cause (a depot, a courier, a product) share it. */
    groupId: idSchema.nullable(),
    openedAt: instantSchema,
    closedAt: instantSchema.nullable(),
    closedBecause: incidentClosingSchema.nullable(),
    /** Raised by every change. */
    version: z.int().positive(),
  })
  .meta({ id: "Incident" });
export type Incident = z.infer<typeof incidentSchema>;

/** What the incidents of a group have in common. */
export const incidentCauseSchema = z.enum(["carrier", "depot", "lane", "product"]).meta({ id: "IncidentCause" });
export type IncidentCause = z.infer<typeof incidentCauseSchema>;

/** Many incidents of one cause: a storm. */
export const incidentGroupSchema = z
  .object({
    id: idSchema,
    kind: incidentKindSchema,
    cause: incidentCauseSchema,
    /** The courier, the depot, the lane (`RO-IT`) or the product, as the sources write it. */
    causeName: z.string().max(300),
    state: z.enum(["open", "over"]),
    incidentCount: z.int().nonnegative(),
    /** How many there would be at the usual rate in the same time. */
    expectedCount: z.number().nonnegative(),
    /** How often chance alone makes such a group, in alarms a year for the whole shop. */
    falseAlarmsPerYear: z.number().nonnegative(),
    beganAt: instantSchema,
    lastIncidentAt: instantSchema,
  })
  .meta({ id: "IncidentGroup" });
export type IncidentGroup = z.infer<typeof incidentGroupSchema>;

/** A week's problems by what they have in common, for those who can mend it: who packs, who buys, who chooses the courier. */
export const incidentDigestSchema = z
  .object({
    /** The Monday it began on, in the shop's zone. */
    week: z.iso.date(),
    incidents: z.int().nonnegative(),
    incidentsBefore: z.int().nonnegative(),
    /** By cause and kind, most frequent first, at most 30. One incident can have several causes. */
    causes: z.array(
      z.object({
        cause: incidentCauseSchema,
        causeName: z.string().max(300),
        kind: incidentKindSchema,
        count: z.int().positive(),
        /** In the week before. */
        countBefore: z.int().nonnegative(),
      }),
    ),
  })
  .meta({ id: "IncidentDigest" });
export type IncidentDigest = z.infer<typeof incidentDigestSchema>;
