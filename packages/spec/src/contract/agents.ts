import * as z from "zod";
import { agentRoleSchema, agentSchema } from "../entities/agent.ts";
import { idSchema, instantSchema } from "../entities/values.ts";
import { agentEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";

const agentPath = z.object({ agentId: idSchema });
const tokenSchema = z.object({
  id: idSchema,
  agentId: idSchema,
  label: z.string(),
  createdAt: instantSchema,
  expiresAt: instantSchema.nullable(),
  lastUsedAt: instantSchema.nullable(),
});

export const agentsContract = {
  me: agentEndpoint.route({ method: "GET", path: "/me", summary: "Who the token belongs to", tags: ["agents"] }).output(agentSchema),
  list: agentEndpoint
    .route({ method: "GET", path: "/agents", summary: "Lists the agents", tags: ["agents"] })
    .output(z.object({ items: z.array(agentSchema) })),
  create: agentEndpoint
    .route({ method: "POST", path: "/agents", summary: "Adds an agent (owners only)", tags: ["agents"], successStatus: 201 })
    .input(z.object({ name: z.string().trim().min(1).max(200), email: z.email().max(320).nullable().default(null), role: agentRoleSchema }))
    .output(agentSchema),
  update: agentEndpoint
    .route({
      method: "PATCH",
      path: "/agents/{agentId}",
      summary: "Changes an agent's name, role or access (owners only)",
      tags: ["agents"],
    })
    .input(
      agentPath.extend({
        name: z.string().trim().min(1).max(200).optional(),
        role: agentRoleSchema.optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(agentSchema)
    .errors(contractErrors("AGENT_NOT_FOUND", "LAST_OWNER")),
  tokens: agentEndpoint
    .route({
      method: "GET",
      path: "/agents/{agentId}/tokens",
      summary: "Lists an agent's tokens, without their secret (owners, or the agent)",
      tags: ["agents"],
    })
    .input(agentPath)
    .output(z.object({ items: z.array(tokenSchema) }))
    .errors(contractErrors("AGENT_NOT_FOUND")),
  createToken: agentEndpoint
    .route({
      method: "POST",
      path: "/agents/{agentId}/tokens",
      summary: "Issues a token; its secret is shown this once",
      tags: ["agents"],
      successStatus: 201,
    })
    .input(agentPath.extend({ label: z.string().trim().min(1).max(120), expiresAt: instantSchema.nullable().default(null) }))
    .output(tokenSchema.extend({ token: z.string() }))
    .errors(contractErrors("AGENT_NOT_FOUND")),
  revokeToken: agentEndpoint
    .route({ method: "DELETE", path: "/agents/{agentId}/tokens/{tokenId}", summary: "Revokes a token at once", tags: ["agents"] })
    .input(agentPath.extend({ tokenId: idSchema }))
    .output(z.object({ revoked: z.literal(true) }))
    .errors(contractErrors("AGENT_NOT_FOUND", "NOT_FOUND")),
};
