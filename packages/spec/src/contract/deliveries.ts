import * as z from "zod";
import { claimSchema } from "../entities/claim-packet.ts";
import { contextOrderSchema } from "../entities/context.ts";
import {
  incidentDigestSchema,
  incidentGroupSchema,
  incidentKindSchema,
  incidentSchema,
  incidentStateSchema,
} from "../entities/incident.ts";
import { photoSchema, problemDetailsSchema, problemReceiptSchema, reportableProblemSchema } from "../entities/problem-report.ts";
import { promiseKindSchema, promiseSchema } from "../entities/promise.ts";
import { idSchema, instantSchema, sourceRefSchema, supportedLanguages } from "../entities/values.ts";
import { whereIsAnswerSchema } from "../entities/where-is.ts";
import { agentEndpoint, customerEndpoint, publicEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";
import { pageOf, pageRequestSchema } from "./paging.ts";

const order = z.object({ orderRef: sourceRefSchema });
const language = z.enum(supportedLanguages).optional();
const incidentPath = z.object({ incidentId: idSchema });
/** Number and a second detail of it, as for looking the order up. */
const proof = z.object({
  number: z.string().trim().min(1).max(120),
  email: z.string().trim().min(3).max(320).optional(),
  postcode: z.string().trim().min(3).max(20).optional(),
});
const oneProof = (query: { email?: string | undefined; postcode?: string | undefined }) =>
  (query.email === undefined) !== (query.postcode === undefined);
const oneProofMessage = { message: "Give either email or postcode" };
const report = z.object({
  kind: reportableProblemSchema,
  /** Default the order's only parcel. */
  parcelId: z.string().max(300).nullable().default(null),
  details: problemDetailsSchema.prefault({}),
  language,
});

export const carrierStateSchema = z
  .object({
    carrierId: z.string(),
    displayName: z.string(),
    standing: z.enum(["official", "unofficial"]),
    /** Parcels that are asked about. */
    trackedCount: z.int().nonnegative(),
    /** Of those, for how long the most overdue one has waited to be asked about, in milliseconds. */
    overdueMs: z.int().nonnegative(),
    lastAnswerAt: instantSchema.nullable(),
    pausedUntil: instantSchema.nullable(),
    problem: z.string().nullable(),
    /** Codes the adapter's table does not hold, and how often they came. */
    unknownCodes: z.record(z.string(), z.int()),
  })
  .meta({ id: "CarrierState" });
export type CarrierState = z.infer<typeof carrierStateSchema>;

export const incidentsContract = {
  list: agentEndpoint
    .route({ method: "GET", path: "/incidents", summary: "Delivery problems, the latest change first", tags: ["incidents"] })
    .input(
      pageRequestSchema.extend({
        /** `active`: suspected or open. */
        state: z.union([incidentStateSchema, z.literal("active")]).optional(),
        kind: incidentKindSchema.optional(),
        groupId: idSchema.optional(),
      }),
    )
    .output(pageOf(incidentSchema)),
  get: agentEndpoint
    .route({ method: "GET", path: "/incidents/{incidentId}", summary: "Gets an incident", tags: ["incidents"] })
    .input(incidentPath)
    .output(incidentSchema)
    .errors(contractErrors("INCIDENT_NOT_FOUND")),
  update: agentEndpoint
    .route({
      method: "PATCH",
      path: "/incidents/{incidentId}",
      summary: "Gives an incident an owner, or another ticket",
      tags: ["incidents"],
    })
    .input(
      incidentPath.extend({ ownerId: idSchema.nullable().optional(), addTicketId: idSchema.optional(), ifVersion: z.int().optional() }),
    )
    .output(incidentSchema)
    .errors(contractErrors("INCIDENT_NOT_FOUND", "AGENT_NOT_FOUND", "TICKET_NOT_FOUND", "VERSION_CONFLICT")),
  close: agentEndpoint
    .route({
      method: "POST",
      path: "/incidents/{incidentId}/close",
      summary: "Says that an incident is over, and why",
      tags: ["incidents"],
    })
    .input(
      incidentPath.extend({
        because: z.enum(["remedied", "mistaken", "duplicate", "given_up"]),
        note: z.string().trim().max(500).optional(),
      }),
    )
    .output(incidentSchema)
    .errors(contractErrors("INCIDENT_NOT_FOUND", "INCIDENT_CLOSED")),
  claim: agentEndpoint
    .route({
      method: "GET",
      path: "/incidents/{incidentId}/claim",
      summary: "Everything a courier needs to decide about a claim",
      description: "As a document to send: the same path with `.pdf` behind it.",
      tags: ["incidents"],
    })
    .input(incidentPath.extend({ language }))
    .output(claimSchema)
    .errors(contractErrors("INCIDENT_NOT_FOUND", "CLAIM_INCOMPLETE")),
  digests: agentEndpoint
    .route({
      method: "GET",
      path: "/incident-digests",
      summary: "What went wrong by week and cause, the newest week first",
      tags: ["incidents"],
    })
    .input(z.object({ weeks: z.coerce.number<number>().int().min(1).max(52).default(12) }))
    .output(z.object({ items: z.array(incidentDigestSchema) })),
  groups: agentEndpoint
    .route({
      method: "GET",
      path: "/incident-groups",
      summary: "Many incidents of one cause: storms, open ones first",
      tags: ["incidents"],
    })
    .output(z.object({ items: z.array(incidentGroupSchema) })),
};

export const deliveriesContract = {
  carriers: agentEndpoint
    .route({ method: "GET", path: "/carriers", summary: "The connected couriers and how they answer", tags: ["deliveries"] })
    .output(z.object({ items: z.array(carrierStateSchema) })),
  track: agentEndpoint
    .route({ method: "POST", path: "/deliveries/track", summary: "Asks the couriers about an order's parcels now", tags: ["deliveries"] })
    .input(order)
    .output(contextOrderSchema)
    .errors(contractErrors("ORDER_NOT_FOUND")),
  addParcel: agentEndpoint
    .route({
      method: "POST",
      path: "/deliveries/parcels",
      summary: "Writes down a parcel that the shop's system does not know",
      tags: ["deliveries"],
      successStatus: 201,
    })
    .input(order.extend({ carrier: z.string().trim().min(1).max(120), trackingNumber: z.string().trim().min(4).max(80) }))
    .output(contextOrderSchema)
    .errors(contractErrors("ORDER_NOT_FOUND", "PARCEL_KNOWN")),
  promise: agentEndpoint
    .route({
      method: "POST",
      path: "/deliveries/promises",
      summary: "Writes down what an agent promised about an order or a ticket",
      tags: ["deliveries"],
      successStatus: 201,
    })
    .input(
      z
        .object({
          orderRef: sourceRefSchema.optional(),
          ticketId: idSchema.optional(),
          parcelId: z.string().max(300).optional(),
          kind: promiseKindSchema,
          dueAt: instantSchema,
        })
        .refine((promise) => promise.orderRef !== undefined || promise.ticketId !== undefined, { message: "Give an order or a ticket" }),
    )
    .output(promiseSchema)
    .errors(contractErrors("ORDER_NOT_FOUND", "TICKET_NOT_FOUND")),
  settlePromise: agentEndpoint
    .route({
      method: "POST",
      path: "/deliveries/promises/{promiseId}/settle",
      summary: "Says that a promise was kept, or is taken back",
      tags: ["deliveries"],
    })
    .input(z.object({ promiseId: idSchema, state: z.enum(["kept", "withdrawn"]) }))
    .output(promiseSchema)
    .errors(contractErrors("PROMISE_NOT_FOUND", "PROMISE_SETTLED")),
  whereIs: agentEndpoint
    .route({ method: "GET", path: "/deliveries/where-is", summary: "The answer to: where is my order", tags: ["deliveries"] })
    .input(order.extend({ language }))
    .output(whereIsAnswerSchema)
    .errors(contractErrors("ORDER_NOT_FOUND")),
  photos: agentEndpoint
    .route({
      method: "GET",
      path: "/deliveries/photos",
      summary: "The photos of an order's problems, with links that expire",
      tags: ["deliveries"],
    })
    .input(order)
    .output(z.object({ items: z.array(photoSchema) })),
  report: agentEndpoint
    .route({
      method: "POST",
      path: "/deliveries/problems",
      summary: "Writes down a problem that a customer told an agent",
      tags: ["deliveries"],
      successStatus: 201,
    })
    .input(report.extend({ orderRef: sourceRefSchema, ticketId: idSchema.optional() }))
    .output(problemReceiptSchema)
    .errors(contractErrors("ORDER_NOT_FOUND", "TICKET_NOT_FOUND", "PARCEL_NOT_FOUND", "VETOED")),
};

/** The same for guests who can prove that an order is theirs. */
export const guestDeliveriesContract = {
  whereIs: publicEndpoint
    .route({
      method: "POST",
      path: "/order-lookup/where-is",
      summary: "The answer to: where is my order, for a guest",
      description: "A wrong number and a wrong proof give the same answer after the same time.",
      tags: ["lookup"],
    })
    .input(proof.extend({ language }).refine(oneProof, oneProofMessage))
    .output(whereIsAnswerSchema)
    .errors(contractErrors("ORDER_NOT_FOUND")),
  report: publicEndpoint
    .route({
      method: "POST",
      path: "/order-lookup/problems",
      summary: "Reports a problem with an order, for a guest",
      tags: ["lookup"],
      successStatus: 201,
    })
    .input(proof.extend(report.shape).refine(oneProof, oneProofMessage))
    .output(problemReceiptSchema)
    .errors(contractErrors("ORDER_NOT_FOUND", "PARCEL_NOT_FOUND", "VETOED")),
};

/** The same for customers who are signed in. */
export const ownDeliveriesContract = {
  whereIs: customerEndpoint
    .route({ method: "GET", path: "/my/where-is", summary: "The answer to: where is my order", tags: ["my"] })
    .input(z.object({ number: z.string().trim().min(1).max(120), language }))
    .output(whereIsAnswerSchema)
    .errors(contractErrors("ORDER_NOT_FOUND")),
  report: customerEndpoint
    .route({ method: "POST", path: "/my/problems", summary: "Reports a problem with an own order", tags: ["my"], successStatus: 201 })
    .input(report.extend({ number: z.string().trim().min(1).max(120) }))
    .output(problemReceiptSchema)
    .errors(contractErrors("ORDER_NOT_FOUND", "PARCEL_NOT_FOUND", "VETOED")),
};
