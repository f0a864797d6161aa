import type { FakeOrder } from "../shop-data/shop.ts";
import { allocate } from "./money.ts";

/** The amounts of one line in minor units, tax apart, as WooCommerce keeps them. */
export interface LineAmounts {
  subtotalMinor: number;
  subtotalTaxMinor: number;
  totalMinor: number;
  totalTaxMinor: number;
}

export interface OrderAmounts {
  lines: LineAmounts[];
  shippingMinor: number;
  shippingTaxMinor: number;
  discountMinor: number;
  discountTaxMinor: number;
  cartTaxMinor: number;
  taxMinor: number;
  totalMinor: number;
}

/**
 * Splits a neutral order, whose prices contain the tax, into WooCommerce's amounts without tax plus tax. The sums hold exactly:
 * total = lines' totals + lines' taxes + shipping + shipping tax, and discount = subtotals - totals.
 */
export function orderAmounts(order: FakeOrder, convert: (amountMinor: number) => number): OrderAmounts {
  const gross = order.items.map((item) => convert(item.unitPriceMinor) * item.quantity);
  const discount = Math.min(
    convert(order.discountMinor),
    gross.reduce((sum, amount) => sum + amount, 0),
  );
  const discounts = allocate(discount, gross);
  const paid = gross.map((amount, index) => amount - (discounts[index] ?? 0));
  const shipping = convert(order.shippingMinor);
  const taxes = allocate(convert(order.taxMinor), [...paid, shipping]);
  const shippingTaxMinor = taxes[paid.length] ?? 0;
  const lines = gross.map((amount, index): LineAmounts => {
    const afterDiscount = paid[index] ?? 0;
    const totalTaxMinor = taxes[index] ?? 0;
    const subtotalTaxMinor = afterDiscount === 0 ? 0 : Math.round((totalTaxMinor * amount) / afterDiscount);
    return {
      subtotalMinor: amount - subtotalTaxMinor,
      subtotalTaxMinor,
      totalMinor: afterDiscount - totalTaxMinor,
      totalTaxMinor,
    };
  });
  const sum = (read: (line: LineAmounts) => number): number => lines.reduce((total, line) => total + read(line), 0);
  const cartTaxMinor = sum((line) => line.totalTaxMinor);
  return {
    lines,
    shippingMinor: shipping - shippingTaxMinor,
    shippingTaxMinor,
    discountMinor: sum((line) => line.subtotalMinor - line.totalMinor),
    discountTaxMinor: sum((line) => line.subtotalTaxMinor - line.totalTaxMinor),
    cartTaxMinor,
    taxMinor: cartTaxMinor + shippingTaxMinor,
    totalMinor: paid.reduce((total, amount) => total + amount, 0) + shipping,
  };
}
