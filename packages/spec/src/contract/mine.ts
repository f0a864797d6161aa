import * as z from "zod";
import { maxMessageLength, messageSchema, ticketSchema } from "../entities/ticket.ts";
import { idSchema } from "../entities/values.ts";
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

export const mineContract = {
  tickets: customerEndpoint
    .route({ method: "GET", path: "/my/tickets", summary: "The customer's own tickets, newest first", tags: ["my"] })
    .input(pageRequestSchema)
    .output(pageOf(ownTicketSchema)),
  open: customerEndpoint
    .route({ method: "POST", path: "/my/tickets", summary: "The customer writes about something new", tags: ["my"], successStatus: 201 })
    .input(z.object({ subject: z.string().trim().min(1).max(300), text, channel: z.string().min(1).max(60).default("form") }))
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
  orders: customerEndpoint
    .route({ method: "GET", path: "/my/orders", summary: "The customer's own orders, newest first", tags: ["my"] })
    .input(pageRequestSchema)
    .output(pageOf(disclosedOrderSchema)),
};
