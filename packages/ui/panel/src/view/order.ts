import type { Context, ContextOrder, Order } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import type { OrderChoice } from "../model/order-choice.ts";
import { foreignNotice, namedOrders, unlinkButton, whyThisOrder } from "./order-link.ts";
import { parcels } from "./parcels.ts";
import { chip, insertable, joined, outsideLink, type Piece, rawWord, sentence, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** The order that the ticket is about, why we think so, and where its parcels are. */
export function orderBlock(view: View, context: Context, linked: ContextOrder, choice: OrderChoice): TemplateResult {
  const { texts } = view.words;
  const { order } = linked;
  return html`<section class="block">
      ${view.can.has("link") ? html`<h3>${texts.aboutOrder}</h3>` : nothing}
      <div class="row between">
        <p class="title grow">${insertable(view, order.number, sentence(texts.order, { number: theirs(order.number) }))}</p>
        ${unlinkButton(view, linked)}
      </div>
      ${whyThisOrder(view, linked)}
      ${linked.belongsToCustomer ? nothing : html`<div class="notice danger part"><p>${texts.foreignOrder}</p></div>`}
      ${states(view, order)} ${customerNote(view, order)} ${namedOrders(view, context, choice)} ${foreignNotice(view, choice)}
    </section>
    ${view.details?.incidents(view, context, linked)} ${parcels(view, context, linked)} ${view.details?.promises(view, context, linked)}`;
}

const paymentTone: Partial<Record<Order["paymentStatus"], Tone>> = { paid: "ok", failed: "danger", pending: "warn", partly_paid: "warn" };

function states(view: View, order: Order): Piece {
  const { words, nowMs } = view;
  const { texts } = words;
  const status = texts.orderStatus[order.status];
  const payment = texts.paymentStatus[order.paymentStatus];
  const fulfillment = texts.fulfillmentStatus[order.fulfillmentStatus];
  const total = order.total.presentment ?? order.total.shop;
  return html`<div class="part">
    <p class="row">
      ${order.test ? chip("danger", texts.testOrder) : nothing}
      <span>${chip(order.status === "cancelled" || order.status === "failed" ? "danger" : "neutral", status)}${rawWord(order.raw.status, status)}</span>
      <span>${chip(paymentTone[order.paymentStatus] ?? "neutral", payment)}${rawWord(order.raw.payment, payment)}</span>
      <span>${chip("neutral", fulfillment)}${rawWord(order.raw.fulfillment, fulfillment)}</span>
      ${order.edited ? html`<span class="tag">${texts.edited}</span>` : nothing}
      ${order.tags.map((tag) => html`<span class="tag">${theirs(tag)}</span>`)}
    </p>
    <p class="small muted">
      ${joined([
        html`<span class="strong">${words.money(total)}</span>`,
        fill(texts.placed, { day: words.moment(order.placedAt, nowMs) }),
        order.paidAt ? fill(texts.paidOn, { day: words.day(order.paidAt, nowMs) }) : nothing,
        order.paymentMethod ? theirs(order.paymentMethod) : nothing,
      ])}
    </p>
    ${order.status === "cancelled" ? html`<p class="small">${cancellation(view, order)}</p>` : nothing}
    ${order.adminUrl ? html`<p class="small">${outsideLink(view, order.adminUrl, texts.openInShop)}</p>` : nothing}
  </div>`;
}

function cancellation({ words, nowMs }: View, order: Order): Piece {
  return joined([
    order.cancelledAt ? fill(words.texts.cancelledOn, { day: words.moment(order.cancelledAt, nowMs) }) : words.texts.orderStatus.cancelled,
    order.cancelReason ? sentence(words.texts.cancelReason, { reason: theirs(order.cancelReason) }) : nothing,
  ]);
}

function customerNote(view: View, order: Order): Piece {
  if (!order.customerNote) return nothing;
  return html`<div class="quote part"><p class="label">${view.words.texts.customerNote}</p>${theirs(order.customerNote)}</div>`;
}
