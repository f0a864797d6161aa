import type { FakeCustomer, FakeOrder, FakeOrderNote, FakeRefund } from "../shop-data/shop.ts";
import type { WooCustomer, WooLineItem, WooNote, WooOrder, WooRefund } from "./model.ts";
import { decimalText, minorAmount } from "./money.ts";
import { isRefundedInFull, orderMoney, type RenderContext, refundAmounts } from "./render-context.ts";
import { renderAddress } from "./render-order.ts";
import { gmtText, siteText } from "./site-time.ts";
import { slug } from "./slug.ts";
import { stableHash } from "./stable-hash.ts";

/** WooCommerce keeps its own notes with HTML entities (`50&rarr;49`); readers must expect them. */
export function renderNote(note: FakeOrderNote, context: RenderContext): WooNote {
  const at = Date.parse(note.at);
  return {
    id: note.id,
    author: note.author,
    date_created: siteText(at, context.timeZone),
    date_created_gmt: gmtText(at),
    note: note.text.replaceAll("→", "&rarr;"),
    customer_note: note.visibleToCustomer,
  };
}

/** A refund of the neutral order `order`, whose rendered form gives the lines their names and prices. */
export function renderRefund(refund: FakeRefund, order: FakeOrder, rendered: WooOrder, context: RenderContext): WooRefund {
  const { currency, convert } = orderMoney(order, context);
  const at = Date.parse(refund.at);
  const amounts = refundAmounts(order, minorAmount(rendered.total, currency), context);
  const full = isRefundedInFull(order) && refund === order.refunds.at(-1);
  return {
    id: context.ids.refund(refund.id),
    date_created: siteText(at, context.timeZone),
    date_created_gmt: gmtText(at),
    amount: decimalText(amounts.get(refund.id) ?? 0, currency),
    reason: refund.reason,
    refunded_by: 1,
    refunded_payment: false,
    meta_data: [{ id: context.ids.refund(refund.id) * 2, key: "_refund_type", value: full ? "full" : "partial" }],
    line_items: refund.items.flatMap((item) => {
      const line = rendered.line_items.find((each) => each.id === item.itemId);
      if (line === undefined) return [];
      const amount = decimalText(-convert(item.amountMinor), currency);
      return [refundLine(line, context.ids.refundLine(refund.id, item.itemId), item.quantity, amount)];
    }),
    shipping_lines: [],
    tax_lines: [],
    fee_lines: [],
  };
}

/** The line of a refund: the ordered line with a negative quantity and amount, pointing back by `_refunded_item_id`. */
export function refundLine(line: WooLineItem, id: number, quantity: number, negativeTotal: string): WooLineItem {
  return {
    ...line,
    id,
    quantity: -quantity,
    subtotal: negativeTotal,
    subtotal_tax: "0.00",
    total: negativeTotal,
    total_tax: "0.00",
    taxes: [],
    meta_data: [
      {
        id: id * 10,
        key: "_refunded_item_id",
        value: String(line.id),
        display_key: "_refunded_item_id",
        display_value: String(line.id),
      },
    ],
  };
}

export function renderCustomer(customer: FakeCustomer, context: RenderContext, isPaying: boolean): WooCustomer {
  const at = Date.parse(customer.createdAt);
  const address = renderAddress(customer.address, { phone: customer.address.phone });
  return {
    id: customer.id,
    date_created: siteText(at, context.timeZone),
    date_created_gmt: gmtText(at),
    date_modified: siteText(at, context.timeZone),
    date_modified_gmt: gmtText(at),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    role: "customer",
    username: slug(`${customer.firstName} ${customer.lastName}`).replaceAll("-", "."),
    billing: renderAddress(customer.address, { email: customer.email, phone: customer.phone }),
    shipping: address,
    is_paying_customer: isPaying,
    avatar_url: `https://secure.gravatar.com/avatar/${stableHash("avatar", customer.email)}?s=96&d=mm&r=g`,
    meta_data: [],
  };
}

/** The shop's administrator: a user that `customers?email=` does not find unless `role=all` is said. */
export function administrator(id: number, createdMs: number, timeZone: string): WooCustomer {
  const empty = {
    first_name: "",
    last_name: "",
    company: "",
    address_1: "",
    address_2: "",
    city: "",
    state: "",
    postcode: "",
    country: "",
  };
  return {
    id,
    date_created: siteText(createdMs, timeZone),
    date_created_gmt: gmtText(createdMs),
    date_modified: siteText(createdMs, timeZone),
    date_modified_gmt: gmtText(createdMs),
    email: "admin@example.test",
    first_name: "",
    last_name: "",
    role: "administrator",
    username: "admin",
    billing: { ...empty, email: "", phone: "" },
    shipping: { ...empty, phone: "" },
    is_paying_customer: false,
    avatar_url: `https://secure.gravatar.com/avatar/${stableHash("avatar", "admin@example.test")}?s=96&d=mm&r=g`,
    meta_data: [],
  };
}
