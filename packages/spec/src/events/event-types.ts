import * as z from "zod";
import { orderEvidenceSchema } from "../entities/context.ts";
import { factKeySchema } from "../entities/fact.ts";
import { askVerdictSchema } from "../entities/guard.ts";
import { packetPurposeSchema } from "../entities/hand-over.ts";
import { incidentCauseSchema, incidentClosingSchema, incidentKindSchema, incidentStateSchema } from "../entities/incident.ts";
import { promiseKindSchema, promiseSourceSchema, promiseStateSchema } from "../entities/promise.ts";
import { messageDirectionSchema, ticketStatusSchema, waitingForSchema } from "../entities/ticket.ts";
import { idSchema, instantSchema, sourceRefSchema } from "../entities/values.ts";
import { webhookDisabledReasonSchema } from "../entities/webhook-state.ts";

/**
 * The data of every event, by type. Events carry ids and states, not texts or addresses: they are the audit trail and outlive the
 * personal data they are about.
 */
export const eventData = {
  "ticket.created": z.object({ ticketId: idSchema, number: z.int(), customerId: idSchema.nullable(), channel: z.string() }),
  "ticket.updated": z.object({
    ticketId: idSchema,
    changes: z.object({
      status: ticketStatusSchema.optional(),
      waitingFor: waitingForSchema.nullable().optional(),
      assigneeId: idSchema.nullable().optional(),
      tags: z.array(z.string()).optional(),
      subject: z.literal(true).optional(),
      customerId: idSchema.nullable().optional(),
    }),
  }),
  "ticket.merged": z.object({ ticketId: idSchema, intoTicketId: idSchema }),
  "ticket.order_linked": z.object({ ticketId: idSchema, orderRef: sourceRefSchema, evidence: orderEvidenceSchema }),
  "ticket.order_unlinked": z.object({ ticketId: idSchema, orderRef: sourceRefSchema }),
  "message.created": z.object({ ticketId: idSchema, messageId: idSchema, direction: messageDirectionSchema, channel: z.string() }),
  "fact.recorded": z.object({ factId: idSchema, ticketId: idSchema.nullable(), customerId: idSchema.nullable(), key: factKeySchema }),
  "customer.created": z.object({ customerId: idSchema }),
  "customer.contact_linked": z.object({ customerId: idSchema, contactPointId: idSchema }),
  "customer.contact_unlinked": z.object({ customerId: idSchema, contactPointId: idSchema }),
  "question.asked": z.object({
    questionId: idSchema,
    ticketId: idSchema,
    messageId: idSchema,
    key: factKeySchema,
    verdict: askVerdictSchema,
    wasKnown: z.boolean(),
  }),
  "question.answered": z.object({ questionId: idSchema, ticketId: idSchema, factId: idSchema }),
  "ticket.handed_over": z.object({
    ticketId: idSchema,
    handOverId: idSchema,
    purpose: packetPurposeSchema,
    toAgentId: idSchema.nullable(),
  }),
  "identity_link.suggested": z.object({ linkId: idSchema, customerId: idSchema, otherCustomerId: idSchema, score: z.number() }),
  "identity_link.confirmed": z.object({ linkId: idSchema, customerId: idSchema, otherCustomerId: idSchema }),
  "identity_link.rejected": z.object({ linkId: idSchema, customerId: idSchema, otherCustomerId: idSchema }),
  "identity_link.undone": z.object({ linkId: idSchema, customerId: idSchema, otherCustomerId: idSchema }),
  "order.updated": z.object({
    orderRef: sourceRefSchema,
    version: instantSchema,
    via: z.enum(["webhook", "backfill", "reconcile", "live"]),
  }),
  "order.deleted": z.object({ orderRef: sourceRefSchema }),
  "parcel.updated": z.object({ orderRef: sourceRefSchema, parcelId: z.string(), status: z.string() }),
  "parcel.delayed": z.object({ orderRef: sourceRefSchema, parcelId: z.string(), dueAt: instantSchema, promiseId: idSchema }),
  "promise.created": z.object({
    promiseId: idSchema,
    orderRef: sourceRefSchema.nullable(),
    kind: promiseKindSchema,
    source: promiseSourceSchema,
    dueAt: instantSchema,
  }),
  "promise.settled": z.object({ promiseId: idSchema, orderRef: sourceRefSchema.nullable(), state: promiseStateSchema }),
  "incident.opened": z.object({
    incidentId: idSchema,
    kind: incidentKindSchema,
    state: incidentStateSchema,
    orderRef: sourceRefSchema.nullable(),
    parcelId: z.string().nullable(),
  }),
  "incident.updated": z.object({
    incidentId: idSchema,
    state: incidentStateSchema,
    changes: z.object({
      state: z.literal(true).optional(),
      evidence: z.literal(true).optional(),
      ownerId: idSchema.nullable().optional(),
      ticketId: idSchema.optional(),
      groupId: idSchema.nullable().optional(),
    }),
  }),
  "incident.closed": z.object({
    incidentId: idSchema,
    state: incidentStateSchema,
    because: incidentClosingSchema,
    orderRef: sourceRefSchema.nullable(),
  }),
  "incident_group.opened": z.object({ groupId: idSchema, kind: incidentKindSchema, cause: incidentCauseSchema }),
  "incident_group.closed": z.object({ groupId: idSchema }),
  "incident_digest.created": z.object({ week: z.string() }),
  "problem.reported": z.object({
    reportId: idSchema,
    orderRef: sourceRefSchema,
    parcelId: z.string().nullable(),
    kind: incidentKindSchema,
    by: z.enum(["customer", "agent"]),
  }),
  "photo.added": z.object({ photoId: idSchema, orderRef: sourceRefSchema, parcelId: z.string().nullable() }),
  "outreach.decided": z.object({
    incidentId: idSchema,
    change: z.string(),
    decision: z.enum(["send", "wait", "silent"]),
    reason: z.string(),
    holdOut: z.boolean(),
    ticketId: idSchema.nullable(),
  }),
  "carrier.problem_found": z.object({ carrierId: z.string(), code: z.string() }),
  "storefront.backfill_progressed": z.object({
    adapterId: z.string(),
    done: z.int(),
    total: z.int().nullable(),
    state: z.enum(["running", "complete", "failed"]),
  }),
  "storefront.problem_found": z.object({ adapterId: z.string(), code: z.string() }),
  "agent.created": z.object({ agentId: idSchema }),
  "agent.updated": z.object({ agentId: idSchema }),
  "webhook_endpoint.created": z.object({ endpointId: idSchema }),
  "webhook_endpoint.updated": z.object({
    endpointId: idSchema,
    changes: z.object({
      url: z.literal(true).optional(),
      description: z.literal(true).optional(),
      eventTypes: z.literal(true).optional(),
      secret: z.literal(true).optional(),
      /** Switched on again; the other way is `webhook_endpoint.disabled`. */
      state: z.literal("active").optional(),
    }),
  }),
  "webhook_endpoint.disabled": z.object({ endpointId: idSchema, reason: webhookDisabledReasonSchema }),
  "webhook_endpoint.deleted": z.object({ endpointId: idSchema }),
} as const;

export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as [EventType, ...EventType[]];
export type EventData<Type extends EventType> = z.infer<(typeof eventData)[Type]>;
