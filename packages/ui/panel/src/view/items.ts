import type { DualMoney, LineItem, LineQuantity, Order } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { safeImage } from "../model/safe-url.ts";
import { joined, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** What the buyer saw; the shop's own currency where they saw no other. */
export function shownMoney(view: View, money: DualMoney): string {
  return view.words.money(money.presentment ?? money.shop);
}

export function items(view: View, order: Order): TemplateResult {
  if (order.items.length === 0) return html`<p class="muted">${view.words.texts.noItems}</p>`;
  return html`<ul class="list">
    ${order.items.map((each) => item(view, each))}
  </ul>`;
}

function item(view: View, line: LineItem): TemplateResult {
  const details = joined([line.variant ? theirs(line.variant) : nothing, line.sku ? theirs(line.sku) : nothing]);
  return html`<li class="item">
    ${picture(line)}
    <div>
      <p>${theirs(line.title)}</p>
      <p class="muted small">${details}</p>
      ${line.attributes.map((each) => html`<p class="muted small">${theirs(each.name)}: ${theirs(each.value)}</p>`)}
      <p class="small">${quantity(view, line)}</p>
    </div>
    <p>${shownMoney(view, line.total)}</p>
  </li>`;
}

function quantity(view: View, { quantity: ordered, currentQuantity: current, unitPrice }: LineItem): Piece {
  const price = shownMoney(view, unitPrice);
  if (ordered === current) return `${ordered} × ${price}`;
  return html`<span class="warn toned">${fill(view.words.texts.quantityChanged, { ordered, current })}</span> × ${price}`;
}

function picture(line: LineItem): TemplateResult {
  const source = safeImage(line.imageUrl);
  if (!source) return html`<span class="picture" aria-hidden="true"></span>`;
  return html`<img alt="" width="40" height="40" loading="lazy" decoding="async" referrerpolicy="no-referrer" src=${source} @error=${hidePicture} />`;
}

/** A picture that does not load leaves its calm frame and no broken sign. */
function hidePicture(event: Event) {
  if (event.currentTarget instanceof HTMLImageElement) event.currentTarget.removeAttribute("src");
}

/** `2 × Mug, 1 × Plate`, by the lines of the order; a line that is not in the order keeps its number only. */
export function lineNames(order: Order, lines: readonly LineQuantity[]): Piece {
  return joined(
    lines.map(({ lineItemId, quantity: count }) => {
      const line = order.items.find((each) => each.id === lineItemId);
      return html`${count} × ${theirs(line ? [line.title, line.variant].filter(Boolean).join(", ") : lineItemId)}`;
    }),
    "; ",
  );
}
