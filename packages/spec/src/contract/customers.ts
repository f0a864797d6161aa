import * as z from "zod";
import { contextOrderSchema } from "../entities/context.ts";
import { customerSchema } from "../entities/customer.ts";
import { identityLinkSchema } from "../entities/identity-link.ts";
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
  links: agentEndpoint
    .route({
      method: "GET",
      path: "/customers/{customerId}/links",
      summary: "Who else this customer is, may be, or is said not to be",
      tags: ["identity"],
    })
    .input(customerPath)
    .output(z.object({ items: z.array(identityLinkSchema) }))
    .errors(contractErrors("CUSTOMER_NOT_FOUND")),
  link: agentEndpoint
    .route({
      method: "POST",
      path: "/customers/{customerId}/links",
      summary: "Says that two customers are one person",
      tags: ["identity"],
      successStatus: 201,
    })
    .input(customerPath.extend({ otherCustomerId: idSchema }))
    .output(identityLinkSchema)
    .errors(contractErrors("CUSTOMER_NOT_FOUND")),
  decideLink: agentEndpoint
    .route({
      method: "POST",
      path: "/identity-links/{linkId}/decide",
      summary: "Confirms, rejects or undoes a link between two customers",
      description: "Confirming what was undone or rejected is possible, and the other way round: nothing is lost by any of them.",
      tags: ["identity"],
      successStatus: 200,
    })
    .input(z.object({ linkId: idSchema, decision: z.enum(["confirm", "reject", "undo"]) }))
    .output(identityLinkSchema)
    .errors(contractErrors("IDENTITY_LINK_NOT_FOUND")),
};
