import * as z from "zod";
import { customerSchema } from "./customer.ts";
import { factSchema } from "./fact.ts";
import { handOverSchema } from "./hand-over.ts";
import { identityLinkSchema } from "./identity-link.ts";
import { orderSchema } from "./order.ts";
import { orderDeliverySchema } from "./order-delivery.ts";
import { questionSchema } from "./question.ts";
import { ticketSchema } from "./ticket.ts";
import { idSchema, instantSchema, sourceRefSchema } from "./values.ts";

/** Where a value comes from and how old it is, beside every part of the context. */
export const provenanceSchema = z
  .object({
    /** The adapter that gave it, or `askonce` for what was entered here. */
    source: z.string(),
    /** When the source was last asked or last told us. */
    fetchedAt: instantSchema,
    /** Milliseconds between `fetchedAt` and this answer. */
    ageMs: z.int().nonnegative(),
    /** Older than the storefront's freshness limit; a live read is on its way. */
    stale: z.boolean(),
  })
  .meta({ id: "Provenance" });
export type Provenance = z.infer<typeof provenanceSchema>;

/**
 * Why we believe that a ticket is about this order, strongest kind first. `customer`: they picked it from their own. `words`: what they wrote
 * fits it and no other one, by the things, the time or the state of it.
 */
export const orderEvidenceKinds = [
  "agent",
  "customer",
  "signedPage",
  "orderNumber",
  "trackingNumber",
  "incident",
  "words",
  "onlyOpenOrder",
] as const;
export const orderEvidenceSchema = z
  .object({
    kind: z.enum(orderEvidenceKinds),
    /** The number as written, the message's id, or the agent's id. */
    detail: z.string().max(300),
    messageId: idSchema.nullable(),
    at: instantSchema,
  })
  .meta({ id: "OrderEvidence" });
export type OrderEvidence = z.infer<typeof orderEvidenceSchema>;

export const contextOrderSchema = z
  .object({
    order: orderSchema,
    /** Where its parcels are, what was promised and what went wrong, as of this answer. */
    delivery: orderDeliverySchema,
    provenance: provenanceSchema,
    /** Empty for an order that is merely another one of the customer's. */
    evidence: z.array(orderEvidenceSchema),
    /** The order's contact details are the ticket's customer's own; `false` when only a number was named by somebody else. */
    belongsToCustomer: z.boolean(),
  })
  .meta({ id: "ContextOrder" });
export type ContextOrder = z.infer<typeof contextOrderSchema>;

export const contextFactSchema = factSchema
  .extend({
    ageMs: z.int().nonnegative(),
    /** Older than it may be without being checked. */
    stale: z.boolean(),
    /** Another one that stands says something else. Both are shown. */
    contradicted: z.boolean(),
  })
  .meta({ id: "ContextFact" });
export type ContextFact = z.infer<typeof contextFactSchema>;

/** The customer beside a ticket, with what the shop knows of them as a buyer. */
export const contextCustomerSchema = z
  .object({
    customer: customerSchema,
    /** Orders in the projection that belong to their contact points. */
    ordersCount: z.int().nonnegative(),
    /** Net of refunds, per currency. */
    spent: z.array(z.object({ amountMinor: z.int(), currency: z.string() })),
    firstOrderAt: instantSchema.nullable(),
    lastOrderAt: instantSchema.nullable(),
    provenance: provenanceSchema,
  })
  .meta({ id: "ContextCustomer" });
export type ContextCustomer = z.infer<typeof contextCustomerSchema>;

/** Everything that stands beside a conversation, each with its source and its age. */
export const contextSchema = z
  .object({
    ticket: ticketSchema,
    customer: contextCustomerSchema.nullable(),
    /** The order this ticket is about; `null` when nothing says which, rather than "the latest". */
    order: contextOrderSchema.nullable(),
    /** Orders that also have evidence, when more than one is named, and those that were named but belong to somebody else. */
    candidates: z.array(
      z.object({ ref: sourceRefSchema, number: z.string(), evidence: z.array(orderEvidenceSchema), belongsToCustomer: z.boolean() }),
    ),
    /** `unsure`: several fit and none clearly best; whoever knows is asked to choose. `none`: nothing says which. */
    orderChoice: z.enum(["chosen", "unsure", "none"]),
    otherOrders: z.array(contextOrderSchema),
    otherOrdersCount: z.int().nonnegative(),
    earlierTickets: z.array(ticketSchema),
    facts: z.array(contextFactSchema),
    /** Asked and not answered yet. */
    openQuestions: z.array(questionSchema),
    /** Who else this customer may be; nothing of the other one is shown before an agent has confirmed it. */
    identityLinks: z.array(identityLinkSchema),
    /** How the ticket came to whoever has it now. */
    handOver: handOverSchema.nullable(),
    /** Storefronts whose history is not complete yet, so that "no order" can be read rightly. */
    sources: z.array(
      z.object({
        adapterId: z.string(),
        displayName: z.string(),
        state: z.enum(["never", "filling", "complete", "failing"]),
        lastEventAt: instantSchema.nullable(),
        lastReconciledAt: instantSchema.nullable(),
        problem: z.string().nullable(),
      }),
    ),
    generatedAt: instantSchema,
  })
  .meta({ id: "Context" });
export type Context = z.infer<typeof contextSchema>;
