import type { FakeOrder, FakeShop } from "../shop-data/shop.ts";
import type { RenderContext } from "./render-context.ts";
import { renderOrder } from "./render-order.ts";
import { administrator, renderCustomer, renderNote, renderRefund } from "./render-parts.ts";
import type { Store, StoredOrder } from "./store.ts";

/** Renders a neutral order with its notes and refunds. */
export function storedFromNeutral(neutral: FakeOrder, context: RenderContext): StoredOrder {
  const { order, tracking } = renderOrder(neutral, context);
  return {
    order,
    createdMs: Date.parse(neutral.placedAt),
    modifiedMs: Date.parse(neutral.updatedAt),
    notes: neutral.notes.map((note) => renderNote(note, context)),
    refunds: neutral.refunds.map((refund) => renderRefund(refund, neutral, order, context)),
    fulfillments: tracking.fulfillments,
    neutral,
    statusBeforeTrash: null,
  };
}

export function storeFromShop(shop: FakeShop, context: RenderContext): Store {
  const orders = new Map<number, StoredOrder>();
  for (const neutral of shop.orders) orders.set(neutral.id, storedFromNeutral(neutral, context));
  const paying = new Set(shop.orders.filter((order) => order.paidAt !== null).map((order) => order.customerId));
  const customers = new Map(shop.customers.map((each) => [each.id, renderCustomer(each, context, paying.has(each.id))]));
  const adminId = Math.max(0, ...customers.keys()) + 1;
  customers.set(adminId, administrator(adminId, Date.parse(shop.now), context.timeZone));
  return { orders, customers, currency: shop.currency, name: shop.name };
}
