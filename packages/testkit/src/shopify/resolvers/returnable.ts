import { connectInOrder, type PageArguments } from "../connection.ts";
import { type ExecutionContext, isVisible } from "../context.ts";
import { gid } from "../ids.ts";
import type { FulfillmentRecord, OrderRecord } from "../records.ts";
import { orderByGid } from "../store.ts";
import type { FieldArguments } from "./field-resolvers.ts";
import { fulfillmentLineItem } from "./fulfillment.ts";

/** `returnableFulfillments`: what was shipped and is in no return that still stands. */
export function returnableFulfillments(_source: unknown, given: FieldArguments, context: ExecutionContext): unknown {
  const order = orderByGid(context.store, String(given.orderId));
  const shipped = order && isVisible(context, order) ? order.fulfillments.filter((fulfillment) => fulfillment.status === "SUCCESS") : [];
  const returnable = shipped.flatMap((fulfillment) => {
    const lines = linesLeft(order as OrderRecord, fulfillment);
    return lines.length === 0 ? [] : [{ fulfillment, lines, order: order as OrderRecord }];
  });
  return connectInOrder(
    returnable.map((entry) => ({
      id: gid("ReturnableFulfillment", entry.fulfillment.id),
      fulfillment: entry.fulfillment,
      returnableFulfillmentLineItems: (page: PageArguments) =>
        connectInOrder(
          entry.lines.map((line) => ({ quantity: line.quantity, fulfillmentLineItem: fulfillmentLineItem(line, entry.order) })),
          (line) => line.fulfillmentLineItem.id,
          page,
          context,
        ),
    })),
    (entry) => entry.id,
    given as PageArguments,
    context,
  );
}

function linesLeft(order: OrderRecord, fulfillment: FulfillmentRecord): FulfillmentRecord["lines"] {
  const standing = order.returns.filter((record) => record.status !== "DECLINED" && record.status !== "CANCELED");
  return fulfillment.lines.flatMap((line) => {
    const returned = standing
      .flatMap((record) => record.lines)
      .reduce((total, entry) => total + (entry.fulfillmentLineItemId === line.id ? entry.quantity : 0), 0);
    return returned >= line.quantity ? [] : [{ ...line, quantity: line.quantity - returned }];
  });
}
