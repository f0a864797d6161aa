import { moneyBag } from "../money.ts";
import type { OrderRecord } from "../records.ts";

/** The `DiscountApplication`s of an order: its code, or a manual discount when it has an amount without a code. */
export function discountApplications(order: OrderRecord): Record<string, unknown>[] {
  if (order.discount.amountMinor === 0 && order.discount.code === null) return [];
  const common = {
    index: 0,
    allocationMethod: "ACROSS",
    targetSelection: "ALL",
    targetType: "LINE_ITEM",
    value: { __typename: "MoneyV2", ...moneyBag(order.currencies, order.discount.amountMinor).shopMoney },
  };
  return order.discount.code === null
    ? [{ __typename: "ManualDiscountApplication", ...common, title: "Discount", description: null }]
    : [{ __typename: "DiscountCodeApplication", ...common, code: order.discount.code }];
}
