import * as z from "zod";
import type { AdminDocument } from "../graphql/admin-document.ts";
import { moneyFieldsAlone } from "./fragments.ts";
import { moneyBagSchema } from "./money.ts";

const text = z.string().nullish();

const refundAnswerSchema = z.object({
  id: z.string(),
  createdAt: text,
  processedAt: text,
  note: text,
  totalRefundedSet: moneyBagSchema,
  refundLineItems: z
    .object({ nodes: z.array(z.object({ quantity: z.number(), lineItem: z.object({ id: z.string() }).nullish() })) })
    .nullish(),
});
export type RefundAnswer = z.infer<typeof refundAnswerSchema>;

const returnAnswerSchema = z.object({
  id: z.string(),
  status: text,
  createdAt: text,
  returnLineItems: z
    .object({
      nodes: z.array(
        z.object({
          quantity: z.number().nullish(),
          returnReasonDefinition: z.object({ handle: text }).nullish(),
          returnReasonNote: text,
          fulfillmentLineItem: z.object({ lineItem: z.object({ id: z.string() }).nullish() }).nullish(),
        }),
      ),
    })
    .nullish(),
});
export type ReturnAnswer = z.infer<typeof returnAnswerSchema>;

const refundsSchema = z.object({ order: z.object({ id: z.string(), refunds: z.array(refundAnswerSchema).nullish() }).nullish() });
const returnsSchema = z.object({
  order: z.object({ id: z.string(), returns: z.object({ nodes: z.array(returnAnswerSchema) }).nullish() }).nullish(),
});
const afterSalesSchema = z.object({ refunded: refundsSchema.shape.order, returned: returnsSchema.shape.order });
export type AfterSalesAnswer = z.infer<typeof afterSalesSchema>;

/**
 * Refunds and returns of one order. Returns need a scope of their own, and what may not be read takes its whole branch away: therefore
 * two branches, and a document apart from the order's.
 */
export const readAfterSales: AdminDocument<AfterSalesAnswer> = {
  name: "AskonceAfterSales",
  cost: 115,
  schema: afterSalesSchema,
  text: `
query AskonceAfterSales($id: ID!) {
  refunded: order(id: $id) {
    id
    refunds(first: 20) {
      id createdAt processedAt note
      totalRefundedSet { ...MoneyFields }
      refundLineItems(first: 30) { nodes { quantity lineItem { id } } }
    }
  }
  returned: order(id: $id) {
    id
    returns(first: 10) {
      nodes {
        id status createdAt
        returnLineItems(first: 20) {
          nodes {
            quantity returnReasonNote
            returnReasonDefinition { handle }
            ... on ReturnLineItem { fulfillmentLineItem { lineItem { id } } }
          }
        }
      }
    }
  }
}
${moneyFieldsAlone}`,
};
