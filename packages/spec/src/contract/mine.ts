import * as z from "zod";
import { factKeySchema } from "../entities/fact.ts";
import { formPurposeSchema, formSchema } from "../entities/form.ts";
import { reportableProblemSchema } from "../entities/problem-report.ts";
import { maxMessageLength, messageSchema, ticketSchema } from "../entities/ticket.ts";
import { idSchema, supportedLanguages } from "../entities/values.ts";
import { customerEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";
import { disclosedOrderSchema } from "./lookup.ts";
import { pageOf, pageRequestSchema } from "./paging.ts";

const text = z.string().trim().min(1).max(maxMessageLength);
/** A ticket as its customer may see it. */
export const ownTicketSchema = ticketSchema
  .pick({ id: true, number: true, subject: true, status: true, createdAt: true, updatedAt: true })
  .meta({ id: "OwnTicket" });
/** A message as the customer may see it: never a note. */
export const ownMessageSchema = messageSchema
  .pick({ id: true, direction: true, text: true, at: true })
  .extend({ authorName: z.string().nullable() })
  .meta({ id: "OwnMessage" });
const path = z.object({ ticketId: idSchema });
/** What a form asked, by fact. */
const fields = z.partialRecord(factKeySchema, z.string().trim().min(1).max(2000)).optional();

export const mineContract = {
  tickets: customerEndpoint
    .route({ method: "GET", path: "/my/tickets", summary: "The customer's own tickets, newest first", tags: ["my"] })
    .input(pageRequestSchema)
    .output(pageOf(ownTicketSchema)),
  open: customerEndpoint
    .route({ method: "POST", path: "/my/tickets", summary: "The customer writes about something new", tags: ["my"], successStatus: 201 })
    .input(z.object({ subject: z.string().trim().min(1).max(300), text, channel: z.string().min(1).max(60).default("form"), fields }))
    .output(ownTicketSchema)
    .errors(contractErrors("MESSAGE_TOO_LONG", "VETOED")),
  messages: customerEndpoint
    .route({
      method: "GET",
      path: "/my/tickets/{ticketId}/messages",
      summary: "What was said, oldest first, without internal notes",
      tags: ["my"],
    })
    .input(path.extend(pageRequestSchema.shape))
    .output(pageOf(ownMessageSchema))
    .errors(contractErrors("TICKET_NOT_FOUND")),
  write: customerEndpoint
    .route({ method: "POST", path: "/my/tickets/{ticketId}/messages", summary: "The customer answers", tags: ["my"], successStatus: 201 })
    .input(path.extend({ text }))
    .output(ownMessageSchema)
    .errors(contractErrors("MESSAGE_TOO_LONG", "TICKET_NOT_FOUND", "VETOED")),
  chooseOrder: customerEndpoint
    .route({
      method: "PUT",
      path: "/my/tickets/{ticketId}/order",
      summary: "The customer says which of their orders it is about",
      tags: ["my"],
    })
    .input(path.extend({ number: z.string().trim().min(1).max(120) }))
    .output(ownTicketSchema)
    .errors(contractErrors("TICKET_NOT_FOUND", "ORDER_NOT_FOUND")),
  form: customerEndpoint
    .route({ method: "GET", path: "/my/forms/{purpose}", summary: "What a form still has to ask", tags: ["forms"] })
    .input(
      z.object({
        purpose: formPurposeSchema,
        /** The order it is about, when the page knows it. */
        number: z.string().trim().min(1).max(120).optional(),
        kind: reportableProblemSchema.optional(),
        language: z.enum(supportedLanguages).optional(),
      }),
    )
    .output(formSchema),
  orders: customerEndpoint
    .route({ method: "GET", path: "/my/orders", summary: "The customer's own orders, newest first", tags: ["my"] })
    .input(pageRequestSchema)
    .output(pageOf(disclosedOrderSchema)),
};
