import type { Context, ContextOrder } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import type { OrderChoice } from "../model/order-choice.ts";
import { chooseButton } from "./order-link.ts";
import { orderSummary } from "./order-summary.ts";
import { fold, insertable, type Piece, sentence, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** The customer's other orders, each in a few words; open when one of them has to be chosen. */
export function otherOrders(view: View, context: Context, choice: OrderChoice): Piece {
  const { texts, count } = view.words;
  if (choice.others.length === 0 && choice.notShown === 0) return nothing;
  return html`<section class="block">
    ${fold(
      texts.otherOrders,
      choice.others.length + choice.notShown,
      html`<ul class="list lined">
          ${choice.others.map((each) => row(view, each))}
        </ul>
        ${choice.notShown > 0 ? html`<p class="muted small part">${count(texts.more, choice.notShown)}</p>` : nothing}`,
      context.order === null,
    )}
  </section>`;
}

function row(view: View, linked: ContextOrder): TemplateResult {
  const { order } = linked;
  return html`<li class="row between">
    <div class="grow">
      <p class="strong">${insertable(view, order.number, sentence(view.words.texts.order, { number: theirs(order.number) }))}</p>
      ${orderSummary(view, linked)}
    </div>
    ${chooseButton(view, order.ref, order.number)}
  </li>`;
}
