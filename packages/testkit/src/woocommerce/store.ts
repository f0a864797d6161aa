import type { FakeOrder } from "../shop-data/shop.ts";
import type { WooCustomer, WooFulfillment, WooNote, WooOrder, WooRefund } from "./model.ts";

/** An order with everything that hangs on it. */
export interface StoredOrder {
  order: WooOrder;
  createdMs: number;
  modifiedMs: number;
  notes: WooNote[];
  refunds: WooRefund[];
  fulfillments: WooFulfillment[];
  /** The neutral order this one was rendered from; `null` for a recorded one. */
  neutral: FakeOrder | null;
  /** The status to go back to when the order leaves the trash. */
  statusBeforeTrash: string | null;
}

/** The state of a fake shop. Everything but orders and customers is kept by the part that uses it. */
export interface Store {
  readonly orders: Map<number, StoredOrder>;
  readonly customers: Map<number, WooCustomer>;
  readonly currency: string;
  readonly name: string;
}

/** The next free number for orders and refunds, which share one range in WooCommerce. */
export function nextOrderId(store: Store): number {
  let highest = 0;
  for (const stored of store.orders.values()) {
    highest = Math.max(highest, stored.order.id, ...stored.refunds.map((refund) => refund.id));
  }
  return highest + 1;
}

/** The next free number for notes. */
export function nextNoteId(store: Store): number {
  let highest = 0;
  for (const stored of store.orders.values()) highest = Math.max(highest, ...stored.notes.map((note) => note.id));
  return highest + 1;
}
