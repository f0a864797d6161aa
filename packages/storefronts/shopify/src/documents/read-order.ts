import * as z from "zod";
import type { AdminDocument } from "../graphql/admin-document.ts";
import { itemFieldsAlone, orderFields } from "./fragments.ts";
import { itemsAnswerSchema, type OrderAnswer, orderAnswerSchema } from "./order-answer.ts";

/** One order with everything but refunds and returns. */
export const readOrder: AdminDocument<{ order?: OrderAnswer | null | undefined }> = {
  name: "AskonceOrder",
  cost: 140,
  schema: z.object({ order: orderAnswerSchema.nullish() }),
  text: `
query AskonceOrder($id: ID!) {
  order(id: $id) { ...OrderFields }
}
${orderFields}`,
};

const moreItemsSchema = z.object({ order: z.object({ lineItems: itemsAnswerSchema }).nullish() });

/** The items after the first page. */
export const readMoreItems: AdminDocument<z.infer<typeof moreItemsSchema>> = {
  name: "AskonceOrderItems",
  cost: 100,
  schema: moreItemsSchema,
  text: `
query AskonceOrderItems($id: ID!, $after: String!) {
  order(id: $id) {
    lineItems(first: 100, after: $after) { nodes { ...ItemFields } pageInfo { hasNextPage endCursor } }
  }
}
${itemFieldsAlone}`,
};
