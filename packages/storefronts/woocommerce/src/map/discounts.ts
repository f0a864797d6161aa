import type { Discount } from "@askonce/spec";
import type { WooOrder } from "../schemas/woo-order.ts";
import { orderMoney } from "./order-money.ts";
import { plainText } from "./plain-text.ts";

/** Coupons, and negative fees, which is how plugins for loyalty points and gift cards take money off. */
export function mapDiscounts(order: WooOrder): Discount[] {
  const money = orderMoney(order);
  const coupons = order.coupon_lines.map(
    ({ code, discount, discount_tax }): Discount => ({ code, title: null, amount: money.part(discount, discount_tax).shop }),
  );
  const fees = order.fee_lines.flatMap(({ name, total, total_tax }): Discount[] => {
    const { shop } = money.part(total, total_tax);
    if (shop.amountMinor >= 0) return [];
    return [{ code: null, title: name === null ? null : plainText(name), amount: { ...shop, amountMinor: -shop.amountMinor } }];
  });
  return [...coupons, ...fees];
}
