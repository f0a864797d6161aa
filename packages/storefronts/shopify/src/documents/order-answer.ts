import * as z from "zod";
import { customerAnswerSchema } from "./customer-answer.ts";
import { fulfillmentAnswerSchema } from "./fulfillment-answer.ts";
import { moneyBagSchema, pageInfoSchema } from "./money.ts";

const text = z.string().nullish();

const addressAnswerSchema = z.object({
  firstName: text,
  lastName: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  province: text,
  zip: text,
  countryCodeV2: text,
  phone: text,
});
export type AddressAnswer = z.infer<typeof addressAnswerSchema>;

export const itemAnswerSchema = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: text,
  sku: text,
  quantity: z.number(),
  currentQuantity: z.number().nullish(),
  image: z.object({ url: text }).nullish(),
  originalUnitPriceSet: moneyBagSchema,
  discountedTotalSet: moneyBagSchema,
  customAttributes: z.array(z.object({ key: z.string(), value: text })).nullish(),
});
export type ItemAnswer = z.infer<typeof itemAnswerSchema>;

export const itemsAnswerSchema = z.object({ nodes: z.array(itemAnswerSchema), pageInfo: pageInfoSchema });

const discountAnswerSchema = z.object({ code: text, title: text });
export type DiscountAnswer = z.infer<typeof discountAnswerSchema>;

/** An order as the fragment `OrderFields` asks for it: what may be empty is, because of old orders, redaction and missing scopes. */
export const orderAnswerSchema = z.object({
  id: z.string(),
  legacyResourceId: z.union([z.string(), z.number()]).nullish(),
  name: z.string(),
  number: z.number().nullish(),
  createdAt: z.string(),
  processedAt: text,
  updatedAt: z.string(),
  cancelledAt: text,
  cancelReason: text,
  closedAt: text,
  displayFulfillmentStatus: text,
  displayFinancialStatus: text,
  returnStatus: text,
  email: text,
  phone: text,
  customerLocale: text,
  tags: z.array(z.string()).nullish(),
  note: text,
  test: z.boolean().nullish(),
  edited: z.boolean().nullish(),
  subtotalPriceSet: moneyBagSchema.nullish(),
  totalDiscountsSet: moneyBagSchema.nullish(),
  totalShippingPriceSet: moneyBagSchema.nullish(),
  totalTaxSet: moneyBagSchema.nullish(),
  totalPriceSet: moneyBagSchema,
  totalRefundedSet: moneyBagSchema.nullish(),
  discountApplications: z.object({ nodes: z.array(discountAnswerSchema) }).nullish(),
  paymentGatewayNames: z.array(z.string()).nullish(),
  transactions: z.array(z.object({ kind: text, status: text, processedAt: text })).nullish(),
  shippingLine: z.object({ title: text }).nullish(),
  shippingAddress: addressAnswerSchema.nullish(),
  billingAddress: addressAnswerSchema.nullish(),
  customer: customerAnswerSchema.nullish(),
  lineItems: itemsAnswerSchema,
  fulfillments: z.array(fulfillmentAnswerSchema).nullish(),
});
export type OrderAnswer = z.infer<typeof orderAnswerSchema>;
