import * as z from "zod";
import { contextOrderSchema } from "../entities/context.ts";
import { customerSchema } from "../entities/customer.ts";
import { idSchema, languageSchema } from "../entities/values.ts";
import { agentEndpoint } from "./base.ts";
import { contractErrors } from "./errors.ts";
import { pageOf, pageRequestSchema } from "./paging.ts";

const customerPath = z.object({ customerId: idSchema });

export const customersContract = {
  list: agentEndpoint
    .route({ method: "GET", path: "/customers", summary: "Finds customers by name, e-mail or phone", tags: ["customers"] })
    .input(pageRequestSchema.extend({ q: z.string().trim().max(200).optional() }))
    .output(pageOf(customerSchema)),
  create: agentEndpoint
    .route({ method: "POST", path: "/customers", summary: "Adds a customer", tags: ["customers"], successStatus: 201 })
    .input(
      z.object({
        name: z.string().trim().max(200).optional(),
        email: z.email().max(320).optional(),
        phone: z.string().trim().min(5).max(40).optional(),
        language: languageSchema.optional(),
      }),
    )
    .output(customerSchema),
  get: agentEndpoint
    .route({ method: "GET", path: "/customers/{customerId}", summary: "Gets a customer with their contact points", tags: ["customers"] })
    .input(customerPath)
    .output(customerSchema)
    .errors(contractErrors("CUSTOMER_NOT_FOUND")),
  orders: agentEndpoint
    .route({
      method: "GET",
      path: "/customers/{customerId}/orders",
      summary: "Lists a customer's orders, newest first",
      tags: ["customers"],
    })
    .input(customerPath.extend(pageRequestSchema.shape))
    .output(pageOf(contextOrderSchema))
    .errors(contractErrors("CUSTOMER_NOT_FOUND")),
  addContactPoint: agentEndpoint
    .route({
      method: "POST",
      path: "/customers/{customerId}/contact-points",
      summary: "Adds an address to a customer",
      tags: ["customers"],
      successStatus: 201,
    })
    .input(customerPath.extend({ kind: z.enum(["email", "phone", "handle"]), value: z.string().trim().min(1).max(320) }))
    .output(customerSchema)
    .errors(contractErrors("CUSTOMER_NOT_FOUND")),
  removeContactPoint: agentEndpoint
    .route({
      method: "DELETE",
      path: "/customers/{customerId}/contact-points/{contactPointId}",
      summary: "Undoes the link of an address",
      tags: ["customers"],
    })
    .input(customerPath.extend({ contactPointId: idSchema }))
    .output(customerSchema)
    .errors(contractErrors("CUSTOMER_NOT_FOUND", "NOT_FOUND")),
};
