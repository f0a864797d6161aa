import * as z from "zod";
import { assuranceSchema } from "./assurance.ts";
import { idSchema, instantSchema } from "./values.ts";

/** What can be known about a matter. Closed for the core; a plugin adds its own with a prefix and a dot, as in `returns.label`. */
export const factKeys = [
  "orderNumber",
  "item",
  "quantity",
  "trackingNumber",
  "carrier",
  "email",
  "phone",
  "name",
  "shippingAddress",
  "postcode",
  "problem",
  "since",
  "damageExtent",
  "photoOfItem",
  "photoOfPackaging",
  "photoOfLabel",
  "tried",
  "wantedOutcome",
  "deliveryDate",
  "invoiceData",
  "size",
  "color",
  "returnReason",
  "paymentMethod",
  "language",
  "pickupPoint",
  "giftRecipient",
] as const;
export const factKeySchema = z
  .union([z.enum(factKeys), z.string().regex(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9.]*$/)])
  .meta({ id: "FactKey" });
export type FactKey = z.infer<typeof factKeySchema>;

/** Where a fact came from, precise enough to show a person. */
export const factSourceSchema = z
  .object({
    kind: z.enum(["message", "order", "parcel", "identity", "agent", "form", "ticket", "carrier", "incident"]),
    /** The id of the message, the order's reference, and so on. */
    ref: z.string().max(512),
    /** The words it was read from, when it was read from words. */
    excerpt: z.string().max(200).nullable(),
  })
  .meta({ id: "FactSource" });
export type FactSource = z.infer<typeof factSourceSchema>;

/** Something known. Contradictions are kept side by side; the newest strongest one is shown first. */
export const factSchema = z
  .object({
    id: idSchema,
    ticketId: idSchema.nullable(),
    customerId: idSchema.nullable(),
    key: factKeySchema,
    value: z.string().min(1).max(2000),
    source: factSourceSchema,
    /** When it was said or seen at the source. */
    at: instantSchema,
    assurance: assuranceSchema,
    /** From when on it should be checked again; `null` when it does not age. */
    freshUntil: instantSchema.nullable(),
    /** The fact that replaced it; `null` while it stands. */
    supersededById: idSchema.nullable(),
  })
  .meta({ id: "Fact" });
export type Fact = z.infer<typeof factSchema>;
