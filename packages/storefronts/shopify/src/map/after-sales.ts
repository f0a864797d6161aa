import type { Gap, OrderReturn, Refund } from "@askonce/spec";
import type { AfterSalesAnswer, RefundAnswer, ReturnAnswer } from "../documents/read-after-sales.ts";
import type { DeniedField } from "../graphql/graphql-error.ts";
import { gapsUnder } from "./gaps.ts";
import { instantOrNull } from "./instant.ts";
import { dualMoney } from "./money.ts";
import { returnStatus } from "./order-status.ts";
import { textOrNull } from "./text.ts";

/** What happened to an order after it was sold. */
export interface AfterSales {
  refunds: Refund[];
  returns: OrderReturn[];
  gaps: Gap[];
}

/** For an order whose refunds and returns nobody has asked for. */
export function afterSalesNotFetched(): AfterSales {
  return {
    refunds: [],
    returns: [],
    gaps: [
      { field: "refunds", reason: "not_fetched", remedy: null },
      { field: "returns", reason: "not_fetched", remedy: null },
    ],
  };
}

export function mapAfterSales(answer: AfterSalesAnswer, denied: readonly DeniedField[]): AfterSales {
  const gaps = [...gapsUnder(denied, ["refunded"], "refunds"), ...gapsUnder(denied, ["returned"], "returns")];
  const refunds = answer.refunded?.refunds ?? [];
  const returns = answer.returned?.returns?.nodes ?? [];
  if (refunds.length >= 20) gaps.push({ field: "refunds", reason: "truncated", remedy: null });
  if (returns.length >= 10) gaps.push({ field: "returns", reason: "truncated", remedy: null });
  return { refunds: refunds.flatMap((refund) => mapRefund(refund) ?? []), returns: returns.map(mapReturn), gaps };
}

function mapRefund(refund: RefundAnswer): Refund | null {
  const at = instantOrNull(refund.processedAt) ?? instantOrNull(refund.createdAt);
  if (at === null) return null;
  return {
    id: refund.id,
    at,
    amount: dualMoney(refund.totalRefundedSet),
    reason: textOrNull(refund.note),
    items: (refund.refundLineItems?.nodes ?? []).flatMap((line) =>
      line.lineItem ? [{ lineItemId: line.lineItem.id, quantity: line.quantity }] : [],
    ),
  };
}

function mapReturn(orderReturn: ReturnAnswer): OrderReturn {
  return {
    id: orderReturn.id,
    status: returnStatus(orderReturn.status),
    rawStatus: orderReturn.status ?? null,
    createdAt: instantOrNull(orderReturn.createdAt),
    items: (orderReturn.returnLineItems?.nodes ?? []).map((line) => ({
      lineItemId: line.fulfillmentLineItem?.lineItem?.id ?? null,
      quantity: line.quantity ?? 0,
      // The handle is stable (`damaged-or-defective`); the name beside it is translated.
      reason: line.returnReasonDefinition?.handle ?? textOrNull(line.returnReasonNote),
    })),
  };
}
