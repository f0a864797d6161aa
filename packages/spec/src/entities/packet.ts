import * as z from "zod";
import { assuranceSchema } from "./assurance.ts";
import { orderEvidenceSchema } from "./context.ts";
import { factKeySchema, factSourceSchema } from "./fact.ts";
import { packetPurposeSchema } from "./hand-over.ts";
import { idSchema, instantSchema, languageSchema, moneySchema, sourceRefSchema } from "./values.ts";

/** The largest packet, in bytes of its signed form. */
export const maxPacketBytes = 32_768;

/** Everything whoever takes over has to know, as it was when it was handed over. */
export const contextPacketSchema = z
  .object({
    version: z.literal(1),
    id: idSchema,
    shopId: z.string(),
    purpose: packetPurposeSchema,
    issuedAt: instantSchema,
    expiresAt: instantSchema,
    from: z.object({ kind: z.enum(["agent", "system"]), id: z.string().nullable(), name: z.string().nullable() }),
    /** What whoever hands over adds. */
    note: z.string().max(2000).nullable(),
    ticket: z.object({
      id: idSchema,
      number: z.int().positive(),
      subject: z.string(),
      status: z.string(),
      language: languageSchema.nullable(),
      channels: z.array(z.string()).max(20),
    }),
    customer: z
      .object({
        id: idSchema,
        name: z.string().nullable(),
        language: languageSchema.nullable(),
        contactPoints: z.array(z.object({ kind: z.string(), value: z.string(), assurance: assuranceSchema })).max(20),
      })
      .nullable(),
    facts: z
      .array(
        z.object({
          key: factKeySchema,
          value: z.string(),
          source: factSourceSchema,
          at: instantSchema,
          assurance: assuranceSchema,
          contradicted: z.boolean(),
          stale: z.boolean(),
        }),
      )
      .max(200),
    order: z
      .object({
        ref: sourceRefSchema,
        number: z.string(),
        status: z.string(),
        fulfillmentStatus: z.string(),
        placedAt: instantSchema,
        total: moneySchema,
        items: z.array(z.object({ title: z.string(), variant: z.string().nullable(), quantity: z.int() })).max(50),
        parcels: z
          .array(
            z.object({ carrier: z.string().nullable(), trackingNumber: z.string().nullable(), status: z.string(), lateness: z.string() }),
          )
          .max(20),
        evidence: z.array(orderEvidenceSchema).max(20),
      })
      .nullable(),
    otherOrders: z.array(z.object({ number: z.string(), status: z.string(), placedAt: instantSchema })).max(20),
    incidents: z.array(z.object({ id: idSchema, kind: z.string(), state: z.string(), openedAt: instantSchema })).max(20),
    promises: z
      .array(z.object({ kind: z.string(), madeBy: z.string(), madeAt: instantSchema, dueAt: instantSchema, state: z.string() }))
      .max(20),
    /** What the customer has tried, in their words. */
    tried: z.array(z.string()).max(20),
    /** Asked and not answered yet: the next one need not ask again. */
    openQuestions: z.array(z.object({ key: factKeySchema, askedAt: instantSchema, askedBy: z.string() })).max(30),
    /** The newest last. */
    lastMessages: z.array(z.object({ direction: z.string(), channel: z.string(), text: z.string(), at: instantSchema })).max(20),
    /** What was cut to keep within the size, by the names of the parts above. */
    truncated: z.array(z.string()).max(20),
  })
  .meta({ id: "ContextPacket" });
export type ContextPacket = z.infer<typeof contextPacketSchema>;
