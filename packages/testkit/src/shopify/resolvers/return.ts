import { connectInOrder, type PageArguments } from "../connection.ts";
import { gid } from "../ids.ts";
import type { OrderRecord, ReturnRecord } from "../records.ts";
import { returnReasonByHandle } from "../return-reasons.ts";
import type { FieldResolvers } from "./field-resolvers.ts";
import { fulfillmentLineItem } from "./fulfillment.ts";

/** A return with the order it belongs to. */
export type ReturnOfOrder = ReturnRecord & { order: OrderRecord };

export const returnResolvers: FieldResolvers<ReturnOfOrder> = {
  id: (record) => gid("Return", record.id),
  totalQuantity: (record) => record.lines.reduce((total, line) => total + line.quantity, 0),
  returnLineItems: (record, given, context) =>
    connectInOrder(
      record.lines.map((line) => returnLineItem(record, line)),
      (line) => String(line.id),
      given as PageArguments,
      context,
    ),
  reverseFulfillmentOrders: (_record, given, context) => connectInOrder<never>([], () => "", given as PageArguments, context),
  refunds: (_record, given, context) => connectInOrder<never>([], () => "", given as PageArguments, context),
};

function returnLineItem(record: ReturnOfOrder, line: ReturnRecord["lines"][number]): Record<string, unknown> {
  const shipped = record.order.fulfillments
    .flatMap((fulfillment) => fulfillment.lines)
    .find((candidate) => candidate.id === line.fulfillmentLineItemId);
  const closed = record.status === "CLOSED";
  return {
    __typename: "ReturnLineItem",
    id: gid("ReturnLineItem", line.id),
    quantity: line.quantity,
    processedQuantity: closed ? line.quantity : 0,
    refundedQuantity: 0,
    refundableQuantity: line.quantity,
    returnReasonNote: line.reasonNote,
    returnReasonDefinition: returnReasonByHandle(line.reasonHandle),
    customerNote: line.customerNote,
    fulfillmentLineItem: shipped ? fulfillmentLineItem(shipped, record.order) : null,
  };
}
