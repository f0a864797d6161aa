import * as z from "zod";
import { instantSchema } from "../entities/values.ts";
import { agentEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";

const backfillSchema = z.object({
  state: z.enum(["never", "running", "complete", "failed"]),
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  /** The code of the last failure. */
  problem: z.string().nullable(),
});

export const storefrontStateSchema = z
  .object({
    adapterId: z.string(),
    displayName: z.string(),
    capabilities: z.array(z.string()),
    ordersCount: z.int().nonnegative(),
    backfill: backfillSchema,
    lastWebhookAt: instantSchema.nullable(),
    lastReconciledAt: instantSchema.nullable(),
    inboxPending: z.int().nonnegative(),
    inboxFailed: z.int().nonnegative(),
  })
  .meta({ id: "StorefrontState" });
export type StorefrontState = z.infer<typeof storefrontStateSchema>;

const path = z.object({ adapterId: z.string().max(60) });

export const storefrontsContract = {
  list: agentEndpoint
    .route({
      method: "GET",
      path: "/storefronts",
      summary: "The connected storefronts and how complete their data is",
      tags: ["storefronts"],
    })
    .output(z.object({ items: z.array(storefrontStateSchema) })),
  backfill: agentEndpoint
    .route({
      method: "POST",
      path: "/storefronts/{adapterId}/backfill",
      summary: "Starts or resumes the back-fill (owners and leads)",
      tags: ["storefronts"],
      successStatus: 202,
    })
    .input(path.extend({ restart: z.boolean().default(false) }))
    .output(storefrontStateSchema)
    .errors(contractErrors("STOREFRONT_NOT_FOUND", "ADAPTER_UNSUPPORTED")),
};
