import type { Refund } from "@askonce/spec";
import { metaText } from "../schemas/meta.ts";
import type { WooOrder } from "../schemas/woo-order.ts";
import type { WooRefund } from "../schemas/woo-refund.ts";
import { gmtInstant } from "./instants.ts";
import { orderMoney } from "./order-money.ts";
import { plainText } from "./plain-text.ts";

/** Newest first, as WooCommerce lists them. Lines point back to the ordered line by a hidden meta key. */
export function mapRefunds(refunds: readonly WooRefund[], order: Pick<WooOrder, "currency" | "prices_include_tax">): Refund[] {
  const money = orderMoney(order);
  return refunds.flatMap((refund) => {
    const at = gmtInstant(refund.date_created_gmt);
    if (at === null) return [];
    const { shop } = money.sum(refund.amount);
    return [
      {
        id: refund.id,
        at,
        amount: { shop: { ...shop, amountMinor: Math.abs(shop.amountMinor) }, presentment: null },
        reason: refund.reason === null ? null : plainText(refund.reason) || null,
        items: refund.line_items.flatMap((line) => {
          const lineItemId = metaText(line.meta_data, "_refunded_item_id");
          const quantity = Math.abs(Math.round(line.quantity));
          return lineItemId === null || quantity === 0 ? [] : [{ lineItemId, quantity }];
        }),
      },
    ];
  });
}
