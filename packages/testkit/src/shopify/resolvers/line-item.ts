import { gid } from "../ids.ts";
import { moneyBag } from "../money.ts";
import { lineQuantities } from "../order-totals.ts";
import type { LineItemRecord, OrderRecord } from "../records.ts";
import type { FieldResolvers } from "./field-resolvers.ts";

/** A line item with the order it belongs to. */
export interface LineItemOfOrder {
  order: OrderRecord;
  item: LineItemRecord;
}

export const lineItemResolvers: FieldResolvers<LineItemOfOrder> = {
  id: ({ item }) => gid("LineItem", item.id),
  title: ({ item }) => item.title,
  name: ({ item }) => (item.variantTitle === null ? item.title : `${item.title} - ${item.variantTitle}`),
  variantTitle: ({ item }) => item.variantTitle,
  sku: ({ item }) => item.sku,
  vendor: (_line, _given, context) => context.store.shop.name,
  quantity: ({ item }) => item.quantity,
  currentQuantity: ({ order, item }) => lineQuantities(order, item).current,
  unfulfilledQuantity: ({ order, item }) => lineQuantities(order, item).unfulfilled,
  refundableQuantity: ({ order, item }) => lineQuantities(order, item).refundable,
  nonFulfillableQuantity: () => 0,
  requiresShipping: () => true,
  taxable: () => true,
  isGiftCard: () => false,
  restockable: ({ order, item }) => lineQuantities(order, item).current > 0,
  merchantEditable: ({ order }) => order.cancelledAt === null,
  customAttributes: () => [],
  image: ({ item }, _given, context) =>
    item.imageUrl === ""
      ? null
      : { id: null, url: new URL(item.imageUrl, context.origin).href, altText: item.title, width: 240, height: 240 },
  originalUnitPriceSet: ({ order, item }) => moneyBag(order.currencies, item.unitPriceMinor),
  originalTotalSet: ({ order, item }) => moneyBag(order.currencies, item.unitPriceMinor * item.quantity),
  discountedUnitPriceSet: ({ order, item }) => moneyBag(order.currencies, item.unitPriceMinor),
  discountedTotalSet: ({ order, item }, given) =>
    moneyBag(order.currencies, item.unitPriceMinor * item.quantity - (given.withCodeDiscounts === true ? shareOfDiscount(order, item) : 0)),
  totalDiscountSet: ({ order, item }) => moneyBag(order.currencies, shareOfDiscount(order, item)),
};

/** An order-level discount spread over the lines by their worth. */
function shareOfDiscount(order: OrderRecord, item: LineItemRecord): number {
  const total = order.lineItems.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0);
  return total === 0 ? 0 : Math.round((order.discount.amountMinor * item.unitPriceMinor * item.quantity) / total);
}
