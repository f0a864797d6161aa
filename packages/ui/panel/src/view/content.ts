import type { Context, Order } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { headline } from "../model/headline.ts";
import { orderChoice } from "../model/order-choice.ts";
import { customerBlock } from "./customer.ts";
import { earlierTickets } from "./earlier-tickets.ts";
import { facts } from "./facts.ts";
import { headlineView } from "./headline.ts";
import { orderBlock } from "./order.ts";
import { noOrderBlock } from "./order-link.ts";
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
  return html`${headlineView(headline(context, view.words, view.nowMs))}
  ${context.order ? view.details?.storms(view, context, context.order.delivery) : nothing} ${customerBlock(view, context)}
  ${context.order ? orderBlock(view, context, context.order, choice) : noOrderBlock(view, context, choice)} ${facts(view, context, sinceMs)}
  ${context.order ? details(view, context.order.order) : nothing}
  ${otherOrders(view, context, choice)} ${earlierTickets(view, context)} ${sources(view, context)}`;
}

/** A part that is missing must not look like an order without items. */
function details(view: View, order: Order): Piece {
  if (view.details) return view.details.order(view, order);
  return view.lacksDetails ? html`<section class="block"><p class="muted">${view.words.texts.detailsFailed}</p></section>` : nothing;
}
