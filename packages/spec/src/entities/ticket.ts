import * as z from "zod";
import { assuranceSchema } from "./assurance.ts";
import { idSchema, instantSchema, languageSchema } from "./values.ts";

export const ticketStatusSchema = z.enum(["open", "waiting", "resolved"]).meta({ id: "TicketStatus" });
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

/** For whom a waiting ticket waits; a ticket that is not waiting has none. */
export const waitingForSchema = z.enum(["customer", "carrier", "warehouse", "approval"]).meta({ id: "WaitingFor" });
export type WaitingFor = z.infer<typeof waitingForSchema>;

/** One matter of one customer. */
export const ticketSchema = z
  .object({
    id: idSchema,
    /** Counted per shop from 1; what people say aloud. */
    number: z.int().positive(),
    subject: z.string().max(300),
    status: ticketStatusSchema,
    waitingFor: waitingForSchema.nullable(),
    customerId: idSchema.nullable(),
    customerName: z.string().nullable(),
    assigneeId: idSchema.nullable(),
    tags: z.array(z.string().min(1).max(60)).max(50),
    language: languageSchema.nullable(),
    /** The ticket this one was merged into; its messages now live there. */
    mergedIntoId: idSchema.nullable(),
    messageCount: z.int().nonnegative(),
    lastMessageAt: instantSchema.nullable(),
    lastMessagePreview: z.string().max(200).nullable(),
    lastMessageDirection: z.enum(["inbound", "outbound", "note"]).nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    /** Raised by every change; send it back as `ifVersion` to be told when somebody else was faster. */
    version: z.int().positive(),
  })
  .meta({ id: "Ticket" });
export type Ticket = z.infer<typeof ticketSchema>;

/** A ticket's talk on one channel. */
export const threadSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema,
    /** The ticket it was opened on, when a merge brought it here. */
    originTicketId: idSchema,
    /** The channel's id, for example `email`, `form`, `chat`, `api`. */
    channel: z.string().min(1).max(60),
    createdAt: instantSchema,
  })
  .meta({ id: "Thread" });
export type Thread = z.infer<typeof threadSchema>;

export const messageDirectionSchema = z.enum(["inbound", "outbound", "note"]).meta({ id: "MessageDirection" });
export type MessageDirection = z.infer<typeof messageDirectionSchema>;

/** The most characters a message may have; longer ones are refused with `MESSAGE_TOO_LONG`. */
export const maxMessageLength = 100_000;

export const messageSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema,
    threadId: idSchema,
    direction: messageDirectionSchema,
    text: z.string().max(maxMessageLength),
    author: z.object({
      kind: z.enum(["customer", "agent", "system"]),
      id: idSchema.nullable(),
      name: z.string().nullable(),
    }),
    /** Of this message alone. */
    assurance: assuranceSchema,
    /** `stored`: kept here, no channel is connected to carry it further. */
    delivery: z.enum(["received", "stored", "queued", "sent", "failed"]),
    at: instantSchema,
  })
  .meta({ id: "Message" });
export type Message = z.infer<typeof messageSchema>;
