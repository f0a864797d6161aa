import type { WooNote, WooOrder, WooRefund } from "./model.ts";
import { decimalText, minorAmount } from "./money.ts";
import { orderStatuses } from "./order-query.ts";
import { refundLine } from "./render-parts.ts";
import { invalidOrderId, RestError } from "./rest-error.ts";
import type { Site } from "./site.ts";
import { gmtText, siteText } from "./site-time.ts";
import { nextNoteId, nextOrderId, type StoredOrder } from "./store.ts";

/** Changes to orders with all their consequences: dates, notes, webhooks. Used by the write routes and by the controls of the fake. */

/** @throws {RestError} 404 for an unknown id, also for the id of a refund */
export function findOrder(site: Site, id: number): StoredOrder {
  const stored = site.store.orders.get(id);
  if (stored === undefined) throw invalidOrderId();
  return stored;
}

/** The moment of a change in whole seconds, the precision of WooCommerce's dates. */
function moment(site: Site): { ms: number; local: string; gmt: string } {
  const ms = Math.floor(site.now() / 1000) * 1000;
  return { ms, local: siteText(ms, site.timeZone), gmt: gmtText(ms) };
}

function touch(site: Site, stored: StoredOrder): void {
  const { ms, local, gmt } = moment(site);
  stored.modifiedMs = ms;
  stored.order.date_modified = local;
  stored.order.date_modified_gmt = gmt;
}

/** Writes fields; a new status also leaves its note and dates. Even a change of nothing counts as an update and sends a webhook. */
export function changeOrder(site: Site, stored: StoredOrder, change: Partial<WooOrder>): void {
  const before = stored.order.status;
  Object.assign(stored.order, change);
  touch(site, stored);
  if (change.status !== undefined && change.status !== before) applyStatus(site, stored, before);
  site.queue.trigger("order.updated", stored.order.id);
}

function applyStatus(site: Site, stored: StoredOrder, before: string): void {
  const { order } = stored;
  const { local, gmt } = moment(site);
  if (order.status === "completed" && order.date_completed === null) {
    order.date_completed = local;
    order.date_completed_gmt = gmt;
  }
  // Cash on delivery counts as paid when the order is completed, not before.
  const pays = order.status === "completed" || (order.status === "processing" && order.payment_method !== "cod");
  if (pays && order.date_paid === null) {
    order.date_paid = local;
    order.date_paid_gmt = gmt;
  }
  order.needs_payment = (order.status === "pending" || order.status === "failed") && Number(order.total) > 0;
  order.is_editable = order.status === "pending" || order.status === "on-hold";
  const text = `Order status changed from ${statusName(before)} to ${statusName(order.status)}.`;
  addNoteTo(site, stored, { text, visibleToCustomer: false });
  site.queue.trigger("action.woocommerce_order_status_changed", order.id);
}

function statusName(slug: string): string {
  return orderStatuses.find(([known]) => known === slug)?.[1] ?? slug;
}

/** A note changes nothing on the order and sends no `order.updated`; only a webhook on the action hears of it, without the order's id. */
export function addNoteTo(site: Site, stored: StoredOrder, given: { text: string; visibleToCustomer: boolean; author?: string }): WooNote {
  const { local, gmt } = moment(site);
  const note: WooNote = {
    id: nextNoteId(site.store),
    author: given.author ?? "WooCommerce",
    date_created: local,
    date_created_gmt: gmt,
    note: given.text,
    customer_note: given.visibleToCustomer,
  };
  stored.notes.push(note);
  site.queue.trigger("action.woocommerce_order_note_added", note.id);
  return note;
}

export interface RefundRequest {
  /** Positive, in the order's currency. */
  amountMinor: number;
  reason: string;
  items: { itemId: number; quantity: number; amountMinor: number }[];
}

/**
 * Refunds by hand (no payment gateway is asked). The order becomes `refunded` when nothing is left.
 *
 * @throws {RestError} 500 with `data: 500`, WooCommerce's way to refuse an amount that is not left to refund
 */
export function addRefundTo(site: Site, stored: StoredOrder, given: RefundRequest): WooRefund {
  const { order } = stored;
  const { currency } = order;
  const refunded = stored.refunds.reduce((sum, refund) => sum + minorAmount(refund.amount, currency), 0);
  const left = minorAmount(order.total, currency) - refunded;
  if (given.amountMinor <= 0 || given.amountMinor > left) {
    throw new RestError(500, "woocommerce_rest_cannot_create_order_refund", "Invalid refund amount.", 500);
  }
  const id = nextOrderId(site.store);
  const { local, gmt } = moment(site);
  const full = given.amountMinor === left;
  const refund: WooRefund = {
    id,
    date_created: local,
    date_created_gmt: gmt,
    amount: decimalText(given.amountMinor, currency),
    reason: given.reason,
    refunded_by: 1,
    refunded_payment: false,
    meta_data: [{ id: id * 2, key: "_refund_type", value: full ? "full" : "partial" }],
    line_items: given.items.flatMap((item, index) => {
      const line = order.line_items.find((each) => each.id === item.itemId);
      return line === undefined ? [] : [refundLine(line, id * 100 + index, item.quantity, decimalText(-item.amountMinor, currency))];
    }),
    shipping_lines: [],
    tax_lines: [],
    fee_lines: [],
  };
  stored.refunds.unshift(refund);
  order.refunds.unshift({ id, reason: given.reason, total: `-${refund.amount}` });
  changeOrder(site, stored, full ? { status: "refunded" } : {});
  return refund;
}

/** Moves the order to the trash: `order.deleted` with nothing but the id. */
export function trash(site: Site, stored: StoredOrder): void {
  if (stored.order.status === "trash") return;
  stored.statusBeforeTrash = stored.order.status;
  stored.order.status = "trash";
  touch(site, stored);
  site.queue.trigger("order.deleted", stored.order.id);
}

/** Takes the order out of the trash. */
export function untrash(site: Site, stored: StoredOrder): void {
  if (stored.statusBeforeTrash === null) return;
  stored.order.status = stored.statusBeforeTrash;
  stored.statusBeforeTrash = null;
  touch(site, stored);
  site.queue.trigger("order.restored", stored.order.id);
}
