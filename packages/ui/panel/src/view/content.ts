import type { Context } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { headline } from "../model/headline.ts";
import { orderChoice } from "../model/order-choice.ts";
import { customerBlock } from "./customer.ts";
import { earlierTickets } from "./earlier-tickets.ts";
import { headlineView } from "./headline.ts";
import { orderBlock } from "./order.ts";
import { noOrderBlock, orderPicker } from "./order-link.ts";
import { otherOrders } from "./other-orders.ts";
import type { Piece } from "./pieces.ts";
import { sources } from "./sources.ts";
import type { View } from "./view.ts";

/**
 * Everything that is known, the most important line first.
 *
 * @param sinceMs how long the panel has had this context; added to every age in it
 */
export function content(view: View, context: Context, sinceMs: number): TemplateResult {
  const choice = orderChoice(context);
  const picks = context.order === null && context.orderChoice === "unsure" && choice.named.length + choice.others.length > 0;
  return html`${headlineView(headline(context, view.words, view.nowMs))}
  ${view.details?.handOver(view, context)} ${context.order ? view.details?.storms(view, context, context.order.delivery) : nothing}
  ${picks ? orderPicker(view, choice) : nothing} ${customerBlock(view, context)} ${view.details?.facts(view, context, sinceMs)}
  ${view.details?.identity(view, context)}
  ${context.order ? orderBlock(view, context, context.order, choice) : picks ? nothing : noOrderBlock(view, context, choice)}
  ${details(view, context)} ${picks ? nothing : otherOrders(view, context, choice)} ${earlierTickets(view, context)} ${sources(view, context)}`;
}

/** A part that is missing must not look like an order without items. */
function details(view: View, { order }: Context): Piece {
  if (view.details) return order ? view.details.order(view, order.order) : nothing;
  return view.lacksDetails ? html`<section class="block"><p class="muted">${view.words.texts.detailsFailed}</p></section>` : nothing;
}
