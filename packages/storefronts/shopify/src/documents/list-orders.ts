import * as z from "zod";
import type { AdminDocument } from "../graphql/admin-document.ts";
import { orderFields } from "./fragments.ts";
import { pageInfoSchema } from "./money.ts";
import { orderAnswerSchema } from "./order-answer.ts";

const ordersSchema = z.object({ nodes: z.array(orderAnswerSchema), pageInfo: pageInfoSchema });

const foundSchema = z.object({ orders: ordersSchema.nullish() });

/** Orders that match a search, newest first. */
export const searchOrders: AdminDocument<z.infer<typeof foundSchema>> = {
  name: "AskonceOrderSearch",
  cost: 700,
  schema: foundSchema,
  text: `
query AskonceOrderSearch($query: String!, $first: Int! = 20) {
  orders(first: $first, query: $query, sortKey: PROCESSED_AT, reverse: true) {
    nodes { ...OrderFields }
    pageInfo { hasNextPage endCursor }
  }
}
${orderFields}`,
};

const changedSchema = z.object({
  orders: ordersSchema.nullish(),
  ordersCount: z.object({ count: z.number(), precision: z.string().nullish() }).nullish(),
});

/** Orders by their last change, oldest change first. */
export const listChangedOrders: AdminDocument<z.infer<typeof changedSchema>> = {
  name: "AskonceChangedOrders",
  cost: 860,
  schema: changedSchema,
  text: `
query AskonceChangedOrders($query: String, $first: Int! = 25, $after: String) {
  orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    nodes { ...OrderFields }
    pageInfo { hasNextPage endCursor }
  }
  ordersCount(query: $query, limit: null) { count precision }
}
${orderFields}`,
};
