import * as z from "zod";
import { idSchema, instantSchema } from "./values.ts";

/** From whom to whom: agent to agent, shift to shift, bot to person, channel to channel, to another system. */
export const packetPurposeSchema = z.enum(["agent", "shift", "bot", "channel", "system"]).meta({ id: "PacketPurpose" });
export type PacketPurpose = z.infer<typeof packetPurposeSchema>;

/** A ticket that went from one to another, with what they need. */
export const handOverSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema,
    purpose: packetPurposeSchema,
    fromName: z.string().nullable(),
    toAgentId: idSchema.nullable(),
    note: z.string().nullable(),
    at: instantSchema,
  })
  .meta({ id: "HandOver" });
export type HandOver = z.infer<typeof handOverSchema>;
