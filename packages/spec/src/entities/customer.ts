import * as z from "zod";
import { assuranceSchema } from "./assurance.ts";
import { idSchema, instantSchema, languageSchema } from "./values.ts";

export const contactPointKindSchema = z.enum(["email", "phone", "handle", "shopCustomer"]).meta({ id: "ContactPointKind" });
export type ContactPointKind = z.infer<typeof contactPointKindSchema>;

/** One address of a person. Two people never share one as `verified`; a link can be undone without loss. */
export const contactPointSchema = z
  .object({
    id: idSchema,
    customerId: idSchema,
    kind: contactPointKindSchema,
    /** As a person reads it. A `shopCustomer` holds a source reference. */
    value: z.string().min(1).max(320),
    assurance: assuranceSchema,
    /** Why we believe that it is theirs, for example `order woocommerce:1042` or `message msg_…`. */
    evidence: z.string().max(300),
    createdAt: instantSchema,
  })
  .meta({ id: "ContactPoint" });
export type ContactPoint = z.infer<typeof contactPointSchema>;

export const customerSchema = z
  .object({
    id: idSchema,
    name: z.string().max(200).nullable(),
    language: languageSchema.nullable(),
    contactPoints: z.array(contactPointSchema),
    createdAt: instantSchema,
  })
  .meta({ id: "Customer" });
export type Customer = z.infer<typeof customerSchema>;
