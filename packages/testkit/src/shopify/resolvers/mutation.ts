import { type UserError, userError } from "../user-error.ts";
import type { FieldResolvers } from "./field-resolvers.ts";
import { cancelOrder, createFulfillmentEvent, updateOrder } from "./order-mutations.ts";
import { createRefund } from "./refund-mutation.ts";
import { createReturn } from "./return-mutation.ts";
import { addTags, removeTags } from "./tag-mutations.ts";
import { createSubscription, deleteSubscription } from "./webhook-mutations.ts";

export const mutationResolvers: FieldResolvers<unknown> = {
  refundCreate: (_source, given, context) => createRefund(given, context),
  returnCreate: (_source, given, context) => createReturn(given, context),
  orderCancel: (_source, given, context) => cancelOrder(given, context),
  orderUpdate: (_source, given, context) => updateOrder(given, context),
  tagsAdd: (_source, given, context) => addTags(given, context),
  tagsRemove: (_source, given, context) => removeTags(given, context),
  fulfillmentEventCreate: (_source, given, context) => createFulfillmentEvent(given, context),
  webhookSubscriptionCreate: (_source, given, context) => createSubscription(given, context),
  webhookSubscriptionDelete: (_source, given, context) => deleteSubscription(given, context),
  bulkOperationRunQuery: async (_source, given, context) => {
    const started = await context.startBulkOperation(String(given.query));
    const userErrors: UserError[] = "problem" in started ? [userError(["query"], started.problem)] : [];
    const bulkOperation = "id" in started ? (context.store.bulkOperations.get(started.id) ?? null) : null;
    return { bulkOperation, userErrors };
  },
};
