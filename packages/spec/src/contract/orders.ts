import * as z from "zod";
import { contextOrderSchema } from "../entities/context.ts";
import { gapSchema } from "../entities/order.ts";
import { sourceRefSchema } from "../entities/values.ts";
import { agentEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";

export const ordersContract = {
  search: agentEndpoint
    .route({ method: "GET", path: "/orders", summary: "Finds orders; everything given must match", tags: ["orders"] })
    .input(
      z
        .object({
          number: z.string().trim().min(1).max(120).optional(),
          email: z.string().trim().max(320).optional(),
          phone: z.string().trim().max(40).optional(),
          trackingNumber: z.string().trim().max(120).optional(),
          /** Also ask the storefronts when nothing is stored. */
          live: z.union([z.boolean(), z.stringbool()]).default(false),
        })
        .refine((query) => query.number ?? query.email ?? query.phone ?? query.trackingNumber, {
          message: "Give at least one of number, email, phone, trackingNumber",
        }),
    )
    .output(z.object({ items: z.array(contextOrderSchema), gaps: z.array(gapSchema.extend({ adapterId: z.string() })) })),
  get: agentEndpoint
    .route({ method: "GET", path: "/orders/by-ref", summary: "Gets an order by its reference", tags: ["orders"] })
    .input(z.object({ ref: sourceRefSchema }))
    .output(contextOrderSchema)
    .errors(contractErrors("ORDER_NOT_FOUND")),
  refresh: agentEndpoint
    .route({ method: "POST", path: "/orders/refresh", summary: "Reads an order from its storefront now", tags: ["orders"] })
    .input(z.object({ ref: sourceRefSchema }))
    .output(contextOrderSchema)
    .errors(
      contractErrors(
        "ORDER_NOT_FOUND",
        "ADAPTER_RATE_LIMITED",
        "ADAPTER_UNAVAILABLE",
        "ADAPTER_TIMEOUT",
        "ADAPTER_UNREACHABLE",
        "ADAPTER_UNAUTHORIZED",
        "ADAPTER_FORBIDDEN",
      ),
    ),
};
