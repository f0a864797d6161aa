import * as z from "zod";
import { idSchema, instantSchema } from "./values.ts";

/** `agent` works on tickets, `lead` also starts back-fills, `owner` also manages agents and their tokens. */
export const agentRoles = ["agent", "lead", "owner"] as const;
export const agentRoleSchema = z.enum(agentRoles).meta({ id: "AgentRole" });
export type AgentRole = z.infer<typeof agentRoleSchema>;

export const agentSchema = z
  .object({
    id: idSchema,
    name: z.string().min(1).max(200),
    email: z.email().max(320).nullable(),
    role: agentRoleSchema,
    active: z.boolean(),
    createdAt: instantSchema,
  })
  .meta({ id: "Agent" });
export type Agent = z.infer<typeof agentSchema>;
