import type { FakeOrder } from "../shop-data/shop.ts";
import type { WooCustomer, WooFulfillment, WooNote, WooOrder, WooRefund } from "./model.ts";
import { addNoteTo, addRefundTo, changeOrder, findOrder, type RefundRequest, trash, untrash } from "./order-changes.ts";
import type { Site } from "./site.ts";
import { storedFromNeutral } from "./store-from-shop.ts";

/** The orders of the shop as they are now. What is returned is a copy. */
export interface OrderAccess {
  list(): WooOrder[];
  get(id: number): WooOrder | null;
  notes(id: number): WooNote[];
  refunds(id: number): WooRefund[];
  fulfillments(id: number): WooFulfillment[];
}

/** What the shop's own people and customers do. Every change has the consequences it has in WooCommerce: dates, notes, queued webhooks. */
export interface ShopControls {
  readonly orders: OrderAccess;
  customers(): WooCustomer[];
  /** Changes fields, sets `date_modified` and queues `order.updated`, even when nothing differs. A new status leaves a note and dates. */
  updateOrder(id: number, change: Partial<WooOrder>): WooOrder;
  /** Changes the neutral order (a parcel moves on, say) and renders it anew. Only for a fake made from a `FakeShop`. */
  updateShopOrder(id: number, change: (order: FakeOrder) => FakeOrder): WooOrder;
  /** Adds a neutral order and queues `order.created`. Only for a fake made from a `FakeShop`. */
  addShopOrder(order: FakeOrder): WooOrder;
  /** @throws when more is refunded than is left */
  addRefund(id: number, refund: { amountMinor: number; reason?: string; items?: RefundRequest["items"] }): WooRefund;
  /** Adds a note. There is no webhook for it, and the order's `date_modified` stays as it was. */
  addNote(id: number, note: { text: string; visibleToCustomer?: boolean; author?: string }): WooNote;
  /** Puts the order in the trash and queues `order.deleted`, whose body is only the id. */
  trashOrder(id: number): void;
  /** Takes the order out of the trash and queues `order.restored`. */
  restoreOrder(id: number): void;
  /** Removes the order for good. Nobody is told. */
  forceDeleteOrder(id: number): void;
}

export function createControls(site: Site): ShopControls {
  const copy = <Value>(value: Value): Value => structuredClone(value);
  const neutralContext = () => {
    if (site.renderContext === null) throw new Error("This fake was made from recordings and has no neutral orders.");
    return site.renderContext;
  };
  return {
    orders: {
      list: () => [...site.store.orders.values()].map((stored) => copy(stored.order)),
      get: (id) => copy(site.store.orders.get(id)?.order ?? null),
      notes: (id) => copy(findOrder(site, id).notes),
      refunds: (id) => copy(findOrder(site, id).refunds),
      fulfillments: (id) => copy(findOrder(site, id).fulfillments),
    },
    customers: () => copy([...site.store.customers.values()]),
    updateOrder(id, change) {
      const stored = findOrder(site, id);
      changeOrder(site, stored, copy(change));
      return copy(stored.order);
    },
    updateShopOrder(id, change) {
      const context = neutralContext();
      const stored = findOrder(site, id);
      if (stored.neutral === null) throw new Error("This order was not made from a neutral order.");
      const neutral = change(copy(stored.neutral));
      const rendered = storedFromNeutral({ ...neutral, id }, context);
      // Notes and refunds that were added to the running fake are not part of the neutral order and must survive.
      const added = stored.refunds.filter((refund) => !rendered.refunds.some((each) => each.id === refund.id));
      rendered.refunds.unshift(...added);
      rendered.order.refunds.unshift(...stored.order.refunds.filter((refund) => added.some((each) => each.id === refund.id)));
      rendered.notes.push(...stored.notes.filter((note) => !rendered.notes.some((each) => each.id === note.id)));
      site.store.orders.set(id, rendered);
      changeOrder(site, rendered, {});
      return copy(rendered.order);
    },
    addShopOrder(order) {
      const stored = storedFromNeutral(order, neutralContext());
      site.store.orders.set(order.id, stored);
      site.queue.trigger("order.created", order.id);
      return copy(stored.order);
    },
    addRefund(id, { amountMinor, reason = "", items = [] }) {
      return copy(addRefundTo(site, findOrder(site, id), { amountMinor, reason, items }));
    },
    addNote(id, { text, visibleToCustomer = false, author }) {
      return copy(addNoteTo(site, findOrder(site, id), { text, visibleToCustomer, ...(author === undefined ? {} : { author }) }));
    },
    trashOrder: (id) => trash(site, findOrder(site, id)),
    restoreOrder: (id) => untrash(site, findOrder(site, id)),
    forceDeleteOrder(id) {
      site.store.orders.delete(id);
    },
  };
}
