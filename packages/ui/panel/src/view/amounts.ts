import type { DualMoney, Order } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { lineNames, shownMoney } from "./items.ts";
import { joined, type Piece, rawWord, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** The sums in what the buyer paid with; total and refunds also in the shop's currency, where that is another one. */
export function amounts(view: View, order: Order): TemplateResult {
  const { texts } = view.words;
  return html`<dl class="pairs part">
    ${sum(view, texts.subtotal, order.subtotal)} ${sum(view, texts.discount, negative(order.discountTotal))}
    ${sum(view, texts.shipping, order.shippingTotal)} ${sum(view, texts.tax, order.taxTotal)}
    <dt class="strong">${texts.total}</dt>
    <dd class="strong">${shownMoney(view, order.total)}</dd>
    ${inShopCurrency(view, order.total)} ${sum(view, texts.refunded, negative(order.refundedTotal))}
    ${inShopCurrency(view, negative(order.refundedTotal))}
  </dl>`;
}

function sum(view: View, label: string, money: DualMoney): Piece {
  if (money.shop.amountMinor === 0) return nothing;
  return html`<dt>${label}</dt>
    <dd>${shownMoney(view, money)}</dd>`;
}

function inShopCurrency(view: View, { shop, presentment }: DualMoney): Piece {
  if (!presentment || presentment.currency === shop.currency || shop.amountMinor === 0) return nothing;
  return html`<dt class="muted small">${view.words.texts.inShopCurrency}</dt>
    <dd class="muted small">${view.words.money(shop)}</dd>`;
}

function negative({ shop, presentment }: DualMoney): DualMoney {
  return {
    shop: { ...shop, amountMinor: 0 - shop.amountMinor },
    presentment: presentment && { ...presentment, amountMinor: 0 - presentment.amountMinor },
  };
}

export function discounts(view: View, order: Order): Piece {
  if (order.discounts.length === 0) return nothing;
  const { texts, money } = view.words;
  return html`<div class="part">
    <h4>${texts.discounts}</h4>
    <ul class="list">
      ${order.discounts.map(
        (each) => html`<li class="small">
          ${joined([
            each.code ? html`<span class="strong">${theirs(each.code)}</span>` : each.title ? nothing : texts.discountWithoutCode,
            each.title && each.title !== each.code ? theirs(each.title) : nothing,
            each.amount ? money({ ...each.amount, amountMinor: -each.amount.amountMinor }) : nothing,
          ])}
        </li>`,
      )}
    </ul>
  </div>`;
}

export function refunds(view: View, order: Order): Piece {
  if (order.refunds.length === 0) return nothing;
  const { words, nowMs } = view;
  return html`<div class="part">
    <h4>${words.texts.refunds}</h4>
    <ul class="list">
      ${order.refunds.map(
        (each) => html`<li>
          <p class="row between"><span class="grow">${words.day(each.at, nowMs)}</span><span class="strong">${shownMoney(view, each.amount)}</span></p>
          <p class="muted small">${joined([each.reason ? theirs(each.reason) : nothing, each.items.length > 0 ? html`${lineNames(order, each.items)}` : nothing])}</p>
        </li>`,
      )}
    </ul>
  </div>`;
}

export function returns(view: View, order: Order): Piece {
  if (order.returns.length === 0) return nothing;
  const { words, nowMs } = view;
  const { texts } = words;
  return html`<div class="part">
    <h4>${texts.returns}</h4>
    <ul class="list">
      ${order.returns.map((each) => {
        const status = texts.returnStatus[each.status];
        return html`<li>
          <p>${joined([html`<span class="strong">${status}</span>${rawWord(each.rawStatus, status)}`, each.createdAt ? words.day(each.createdAt, nowMs) : nothing])}</p>
          ${each.items.map((item) => html`<p class="muted small">${joined([html`${lineNames(order, [{ lineItemId: item.lineItemId ?? "?", quantity: item.quantity }])}`, item.reason ? theirs(item.reason) : nothing])}</p>`)}
        </li>`;
      })}
    </ul>
  </div>`;
}
