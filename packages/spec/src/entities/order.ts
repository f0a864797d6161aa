import * as z from "zod";
import { addressSchema } from "./address.ts";
import { lineQuantitySchema, parcelSchema } from "./parcel.ts";
import { dualMoneySchema, instantSchema, languageSchema, linkSchema, moneySchema, sourceRefSchema } from "./values.ts";

/** Whether the order still lives. `closed` says that the shop calls it done, not that a parcel was delivered. */
export const orderStatusSchema = z.enum(["open", "closed", "cancelled", "failed", "draft", "unknown"]).meta({ id: "OrderStatus" });
export type OrderStatus = z.infer<typeof orderStatusSchema>;

export const paymentStatusSchema = z
  .enum(["pending", "authorized", "partly_paid", "paid", "partly_refunded", "refunded", "voided", "failed", "unknown"])
  .meta({ id: "PaymentStatus" });
export type PaymentStatus = z.infer<typeof paymentStatusSchema>;

/** How much has left the shop. `fulfilled` means shipped; delivery is the parcels' own state. */
export const fulfillmentStatusSchema = z
  .enum(["unfulfilled", "partly_fulfilled", "fulfilled", "on_hold", "scheduled", "not_required", "unknown"])
  .meta({ id: "FulfillmentStatus" });
export type FulfillmentStatus = z.infer<typeof fulfillmentStatusSchema>;

export const lineItemSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    variant: z.string().nullable(),
    sku: z.string().nullable(),
    imageUrl: linkSchema.nullable(),
    /** As ordered. */
    quantity: z.int().nonnegative(),
    /** After edits, cancellations and refunds. */
    currentQuantity: z.int().nonnegative(),
    unitPrice: dualMoneySchema,
    /** Quantity times price less the line's discounts, as ordered. */
    total: dualMoneySchema,
    attributes: z.array(z.object({ name: z.string(), value: z.string() })),
  })
  .meta({ id: "LineItem" });
export type LineItem = z.infer<typeof lineItemSchema>;

/** A step in which the shop handed items over, with the source's own word for its state. Parcels refer to it. */
export const fulfillmentSchema = z
  .object({
    id: z.string(),
    status: z.enum(["pending", "fulfilled", "cancelled", "failed", "unknown"]),
    rawStatus: z.string().nullable(),
    createdAt: instantSchema.nullable(),
    items: z.array(lineQuantitySchema),
  })
  .meta({ id: "Fulfillment" });
export type Fulfillment = z.infer<typeof fulfillmentSchema>;

/** Money that went back. Amounts are positive. */
export const refundSchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    amount: dualMoneySchema,
    reason: z.string().nullable(),
    /** Empty when an amount was refunded without naming items. */
    items: z.array(lineQuantitySchema),
  })
  .meta({ id: "Refund" });
export type Refund = z.infer<typeof refundSchema>;

export const orderReturnSchema = z
  .object({
    id: z.string(),
    status: z.enum(["requested", "open", "closed", "declined", "cancelled", "unknown"]),
    rawStatus: z.string().nullable(),
    createdAt: instantSchema.nullable(),
    items: z.array(z.object({ lineItemId: z.string().nullable(), quantity: z.int().nonnegative(), reason: z.string().nullable() })),
  })
  .meta({ id: "OrderReturn" });
export type OrderReturn = z.infer<typeof orderReturnSchema>;

/** A note on the order. One that is not visible to the customer must never reach them. */
export const orderNoteSchema = z
  .object({ id: z.string(), at: instantSchema, author: z.string().nullable(), text: z.string(), visibleToCustomer: z.boolean() })
  .meta({ id: "OrderNote" });
export type OrderNote = z.infer<typeof orderNoteSchema>;

export const discountSchema = z
  .object({ code: z.string().nullable(), title: z.string().nullable(), amount: moneySchema.nullable() })
  .meta({ id: "Discount" });
export type Discount = z.infer<typeof discountSchema>;

/** The shop's customer behind an order, as the storefront knows them. Guests have none. */
export const orderCustomerSchema = z
  .object({
    ref: sourceRefSchema,
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: languageSchema.nullable(),
    since: instantSchema.nullable(),
    ordersCount: z.int().nonnegative().nullable(),
    totalSpent: moneySchema.nullable(),
    tags: z.array(z.string()),
    note: z.string().nullable(),
  })
  .meta({ id: "OrderCustomer" });
export type OrderCustomer = z.infer<typeof orderCustomerSchema>;

/**
 * Something the source did not tell us, and why, so that an empty field can be explained instead of looking like "none".
 * `scope_missing`: the connection lacks a permission; `too_old`: outside the window the source allows; `redacted`: personal data not
 * approved or erased; `not_installed`: the shop has no such feature; `failed`: the source answered with an error; `truncated`: there is
 * more than was fetched; `not_fetched`: nobody has asked yet.
 */
export const gapSchema = z
  .object({
    field: z.string(),
    reason: z.enum(["scope_missing", "too_old", "redacted", "not_installed", "failed", "truncated", "not_fetched"]),
    /** What would close it, for a person, for example the name of the missing scope. */
    remedy: z.string().nullable(),
  })
  .meta({ id: "Gap" });
export type Gap = z.infer<typeof gapSchema>;

/**
 * An order as a storefront adapter gives it. Bearer secrets that vendors put into orders (pay links, order keys) never appear here.
 */
export const orderSchema = z
  .object({
    ref: sourceRefSchema,
    /** What the customer reads, without a leading `#`; not unique across storefronts and not equal to the vendor's id. */
    number: z.string().min(1).max(120),
    status: orderStatusSchema,
    paymentStatus: paymentStatusSchema,
    fulfillmentStatus: fulfillmentStatusSchema,
    /** The source's own words, kept beside ours. */
    raw: z.object({
      status: z.string().nullable(),
      payment: z.string().nullable(),
      fulfillment: z.string().nullable(),
      return: z.string().nullable(),
    }),
    placedAt: instantSchema,
    /** The source's version: an older one never overwrites a newer one. */
    updatedAt: instantSchema,
    paidAt: instantSchema.nullable(),
    cancelledAt: instantSchema.nullable(),
    cancelReason: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: languageSchema.nullable(),
    /** `null` for a guest. */
    customer: orderCustomerSchema.nullable(),
    items: z.array(lineItemSchema),
    subtotal: dualMoneySchema,
    discountTotal: dualMoneySchema,
    shippingTotal: dualMoneySchema,
    taxTotal: dualMoneySchema,
    total: dualMoneySchema,
    refundedTotal: dualMoneySchema,
    discounts: z.array(discountSchema),
    /** As shown to the buyer, for example "Cash on delivery". */
    paymentMethod: z.string().nullable(),
    shippingMethod: z.string().nullable(),
    shippingAddress: addressSchema.nullable(),
    billingAddress: addressSchema.nullable(),
    customerNote: z.string().nullable(),
    notes: z.array(orderNoteSchema),
    tags: z.array(z.string()),
    fulfillments: z.array(fulfillmentSchema),
    parcels: z.array(parcelSchema),
    refunds: z.array(refundSchema),
    returns: z.array(orderReturnSchema),
    /** Edited after it was placed. */
    edited: z.boolean(),
    test: z.boolean(),
    /** Where an agent opens it in the shop's own administration. */
    adminUrl: linkSchema.nullable(),
    gaps: z.array(gapSchema),
  })
  .meta({ id: "Order" });
export type Order = z.infer<typeof orderSchema>;
