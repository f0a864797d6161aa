import type { ExecutionContext } from "../context.ts";
import { fromGid } from "../ids.ts";
import { returnReasonDefinitions } from "../return-reasons.ts";
import { userError } from "../user-error.ts";
import type { FieldArguments } from "./field-resolvers.ts";
import { findOrder } from "./order-mutations.ts";

interface ReturnInput {
  orderId: string;
  returnLineItems: {
    fulfillmentLineItemId: string;
    quantity: number;
    returnReasonDefinitionId?: string | null;
    returnReasonNote?: string | null;
  }[];
}

/** `returnCreate`: an approved return of shipped items. */
export function createReturn(given: FieldArguments, context: ExecutionContext): unknown {
  const input = given.returnInput as ReturnInput;
  const refuse = (field: string[], message: string, code: string): unknown => ({
    return: null,
    userErrors: [userError(["returnInput", ...field], message, code)],
  });
  const order = findOrder(context, input.orderId);
  if (!order) return refuse(["orderId"], "Order does not exist.", "NOT_FOUND");
  const shipped = new Set(order.fulfillments.flatMap((fulfillment) => fulfillment.lines.map((line) => line.id)));

  const lines = [];
  for (const [index, asked] of input.returnLineItems.entries()) {
    const at = ["returnLineItems", String(index)];
    const fulfillmentLineItemId = fromGid("FulfillmentLineItem", asked.fulfillmentLineItemId);
    if (fulfillmentLineItemId === null || !shipped.has(fulfillmentLineItemId)) {
      return refuse([...at, "fulfillmentLineItemId"], "Fulfillment line item does not exist.", "NOT_FOUND");
    }
    const reason = returnReasonDefinitions.find((definition) => definition.id === asked.returnReasonDefinitionId);
    if (!reason) return refuse([...at, "returnReasonDefinitionId"], "Return reason definition not found.", "NOT_FOUND");
    const reasonNote = asked.returnReasonNote ?? "";
    if (reason.handle === "other-reason" && reasonNote === "") {
      return refuse([...at, "returnReasonNote"], "Return reason note can't be blank", "BLANK");
    }
    if (reasonNote.length > 255) return refuse([...at, "returnReasonNote"], "Return reason note is too long", "TOO_LONG");
    lines.push({
      id: context.store.ids.next("ReturnLineItem"),
      fulfillmentLineItemId,
      quantity: asked.quantity,
      reasonHandle: reason.handle,
      reasonNote,
      customerNote: null,
    });
  }
  const record = context.changes.openReturn(order, lines);
  return { return: { ...record, order }, userErrors: [] };
}
