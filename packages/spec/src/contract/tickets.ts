import * as z from "zod";
import { contextSchema } from "../entities/context.ts";
import { factKeySchema, factSchema } from "../entities/fact.ts";
import { draftCheckSchema } from "../entities/guard.ts";
import { handOverSchema, packetPurposeSchema } from "../entities/hand-over.ts";
import { contextPacketSchema } from "../entities/packet.ts";
import { questionSchema } from "../entities/question.ts";
import { maxMessageLength, messageSchema, ticketSchema, ticketStatusSchema, waitingForSchema } from "../entities/ticket.ts";
import { idSchema, languageSchema, sourceRefSchema } from "../entities/values.ts";
import { eventEnvelopeSchema } from "../events/event.ts";
import { agentEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";
import { pageOf, pageRequestSchema } from "./paging.ts";

const ticketPath = z.object({ ticketId: idSchema });
const messageText = z.string().trim().min(1).max(maxMessageLength);
const count = z.int().nonnegative();
const tags = z.array(z.string().trim().min(1).max(60)).max(50);

/** The customer as the opener of a ticket knows them; an existing one is found by any of these. */
const openerSchema = z.object({
  name: z.string().trim().max(200).optional(),
  email: z.email().max(320).optional(),
  phone: z.string().trim().min(5).max(40).optional(),
});

export const ticketsContract = {
  list: agentEndpoint
    .route({
      method: "GET",
      path: "/tickets",
      summary: "Lists tickets, last touched first; with `q` newest first",
      tags: ["tickets"],
    })
    .input(
      pageRequestSchema.extend({
        status: ticketStatusSchema.optional(),
        /** An agent's id, `me`, or `none` for tickets nobody has. */
        assignee: z.string().max(64).optional(),
        tag: z.string().max(60).optional(),
        customerId: idSchema.optional(),
        /**
         * Words, all of which are in the ticket, its messages, its tags or its customer, or begin a word there. Diacritics and case do not
         * matter; `#42` is ticket 42; a phone number is found however it is written.
         */
        q: z.string().trim().max(200).optional(),
      }),
    )
    .output(pageOf(ticketSchema)),
  counts: agentEndpoint
    .route({
      method: "GET",
      path: "/tickets/counts",
      summary: "Counts tickets by status and by who has them",
      description: "Merged tickets count as the one they live in.",
      tags: ["tickets"],
    })
    .output(
      z.object({
        open: count,
        waiting: count,
        resolved: count,
        /** Open or waiting, and nobody's. */
        unassigned: count,
        /** Open or waiting, and the asking agent's. */
        mine: count,
        /** Open or waiting, by agent; agents without any are left out. */
        byAssignee: z.record(idSchema, count),
        /** `false` while tickets from before an upgrade are still being counted. */
        complete: z.boolean(),
      }),
    ),
  create: agentEndpoint
    .route({ method: "POST", path: "/tickets", summary: "Opens a ticket", tags: ["tickets"], successStatus: 201 })
    .input(
      z.object({
        subject: z.string().trim().min(1).max(300),
        channel: z.string().min(1).max(60).default("api"),
        customer: openerSchema.optional(),
        customerId: idSchema.optional(),
        language: languageSchema.optional(),
        tags: tags.optional(),
        /** The first message, from the customer. */
        message: z.object({ text: messageText }).optional(),
      }),
    )
    .output(ticketSchema)
    .errors(contractErrors("MESSAGE_TOO_LONG", "CUSTOMER_NOT_FOUND", "VETOED")),
  get: agentEndpoint
    .route({ method: "GET", path: "/tickets/{ticketId}", summary: "Gets a ticket", tags: ["tickets"] })
    .input(ticketPath)
    .output(ticketSchema)
    .errors(contractErrors("TICKET_NOT_FOUND")),
  update: agentEndpoint
    .route({ method: "PATCH", path: "/tickets/{ticketId}", summary: "Changes status, assignee, tags or subject", tags: ["tickets"] })
    .input(
      ticketPath.extend({
        status: ticketStatusSchema.optional(),
        waitingFor: waitingForSchema.nullable().optional(),
        subject: z.string().trim().min(1).max(300).optional(),
        assigneeId: idSchema.nullable().optional(),
        tags: tags.optional(),
        customerId: idSchema.optional(),
        /** The ticket's `version` as you saw it; a newer one answers `VERSION_CONFLICT`. */
        ifVersion: z.int().positive().optional(),
      }),
    )
    .output(ticketSchema)
    .errors(contractErrors("TICKET_NOT_FOUND", "TICKET_MERGED", "VERSION_CONFLICT", "AGENT_NOT_FOUND", "CUSTOMER_NOT_FOUND", "VETOED")),
  merge: agentEndpoint
    .route({ method: "POST", path: "/tickets/{ticketId}/merge", summary: "Merges a ticket into another one", tags: ["tickets"] })
    .input(ticketPath.extend({ intoTicketId: idSchema }))
    .output(ticketSchema)
    .errors(contractErrors("TICKET_NOT_FOUND", "TICKET_MERGED", "MERGE_REFUSED", "VETOED")),
  messages: agentEndpoint
    .route({
      method: "GET",
      path: "/tickets/{ticketId}/messages",
      summary: "Lists a ticket's messages, oldest first unless asked otherwise",
      tags: ["tickets"],
    })
    .input(
      ticketPath.extend({
        ...pageRequestSchema.shape,
        /** `desc` gives the newest first: one page then shows where a long talk stands. */
        order: z.enum(["asc", "desc"]).default("asc"),
      }),
    )
    .output(pageOf(messageSchema))
    .errors(contractErrors("TICKET_NOT_FOUND")),
  receive: agentEndpoint
    .route({
      method: "POST",
      path: "/tickets/{ticketId}/messages",
      summary: "Records what the customer said",
      tags: ["tickets"],
      successStatus: 201,
    })
    .input(ticketPath.extend({ text: messageText, channel: z.string().min(1).max(60).default("api") }))
    .output(messageSchema)
    .errors(contractErrors("MESSAGE_TOO_LONG", "TICKET_NOT_FOUND", "TICKET_MERGED", "VETOED")),
  reply: agentEndpoint
    .route({ method: "POST", path: "/tickets/{ticketId}/replies", summary: "Answers the customer", tags: ["tickets"], successStatus: 201 })
    .input(
      ticketPath.extend({
        text: messageText,
        /** What the ticket becomes with this answer. Default: waiting for the customer. */
        status: ticketStatusSchema.optional(),
        /** Why it goes although the guard objects; kept with the questions it asks. */
        sendAnyway: z.string().trim().min(3).max(300).optional(),
      }),
    )
    .output(messageSchema)
    .errors(contractErrors("MESSAGE_TOO_LONG", "TICKET_NOT_FOUND", "TICKET_MERGED", "VETOED", "REPLY_ASKS_KNOWN", "REPLY_DISCLOSES")),
  checkDraft: agentEndpoint
    .route({
      method: "POST",
      path: "/tickets/{ticketId}/draft-check",
      summary: "Finds what a draft asks for although it is known",
      description: "Meant to be called while somebody types: it writes nothing.",
      tags: ["guard"],
      successStatus: 200,
    })
    .input(ticketPath.extend({ text: z.string().max(maxMessageLength), language: languageSchema.optional() }))
    .output(draftCheckSchema)
    .errors(contractErrors("TICKET_NOT_FOUND")),
  questions: agentEndpoint
    .route({ method: "GET", path: "/tickets/{ticketId}/questions", summary: "What the customer was asked, newest first", tags: ["guard"] })
    .input(ticketPath)
    .output(z.object({ items: z.array(questionSchema) }))
    .errors(contractErrors("TICKET_NOT_FOUND")),
  handOver: agentEndpoint
    .route({
      method: "POST",
      path: "/tickets/{ticketId}/hand-over",
      summary: "Gives a ticket to somebody else, with everything they need",
      tags: ["packets"],
      successStatus: 201,
    })
    .input(
      ticketPath.extend({
        purpose: packetPurposeSchema.default("agent"),
        /** `null` gives it back to everybody. */
        toAgentId: idSchema.nullable().default(null),
        note: z.string().trim().max(2000).optional(),
      }),
    )
    .output(z.object({ handOver: handOverSchema, packet: contextPacketSchema }))
    .errors(contractErrors("TICKET_NOT_FOUND", "TICKET_MERGED", "AGENT_NOT_FOUND")),
  note: agentEndpoint
    .route({ method: "POST", path: "/tickets/{ticketId}/notes", summary: "Writes an internal note", tags: ["tickets"], successStatus: 201 })
    .input(ticketPath.extend({ text: messageText }))
    .output(messageSchema)
    .errors(contractErrors("MESSAGE_TOO_LONG", "TICKET_NOT_FOUND", "TICKET_MERGED", "VETOED")),
  context: agentEndpoint
    .route({ method: "GET", path: "/tickets/{ticketId}/context", summary: "Everything known beside a conversation", tags: ["context"] })
    .input(ticketPath)
    .output(contextSchema)
    .errors(contractErrors("TICKET_NOT_FOUND")),
  linkOrder: agentEndpoint
    .route({ method: "PUT", path: "/tickets/{ticketId}/order", summary: "Says which order the ticket is about", tags: ["context"] })
    .input(ticketPath.extend({ orderRef: sourceRefSchema }))
    .output(contextSchema)
    .errors(contractErrors("TICKET_NOT_FOUND", "TICKET_MERGED", "ORDER_NOT_FOUND")),
  unlinkOrder: agentEndpoint
    .route({
      method: "POST",
      path: "/tickets/{ticketId}/order/unlink",
      summary: "Says that the ticket is not about this order",
      description: "A POST and not a DELETE: it needs a body, and proxies drop the body of a DELETE.",
      successStatus: 200,
      tags: ["context"],
    })
    .input(ticketPath.extend({ orderRef: sourceRefSchema }))
    .output(contextSchema)
    .errors(contractErrors("TICKET_NOT_FOUND", "TICKET_MERGED")),
  facts: agentEndpoint
    .route({
      method: "GET",
      path: "/tickets/{ticketId}/facts",
      summary: "Lists what is known, newest first",
      tags: ["facts"],
    })
    .input(
      ticketPath.extend({
        /** `all` adds what was said on the ticket and has been replaced since, each with what replaced it. */
        history: z.enum(["current", "all"]).default("current"),
      }),
    )
    .output(z.object({ items: z.array(factSchema) }))
    .errors(contractErrors("TICKET_NOT_FOUND")),
  recordFact: agentEndpoint
    .route({
      method: "POST",
      path: "/tickets/{ticketId}/facts",
      summary: "Records something an agent learned",
      tags: ["facts"],
      successStatus: 201,
    })
    .input(ticketPath.extend({ key: factKeySchema, value: z.string().trim().min(1).max(2000) }))
    .output(factSchema)
    .errors(contractErrors("TICKET_NOT_FOUND", "TICKET_MERGED")),
  events: agentEndpoint
    .route({
      method: "GET",
      path: "/tickets/{ticketId}/events",
      summary: "Lists what happened to a ticket, oldest first",
      tags: ["tickets"],
    })
    .input(ticketPath.extend(pageRequestSchema.shape))
    .output(pageOf(eventEnvelopeSchema))
    .errors(contractErrors("TICKET_NOT_FOUND")),
};
