import type { ContextOrder } from "@askonce/spec";
import { html, nothing } from "lit";
import { orderHeadline } from "../model/headline.ts";
import { shownMoney } from "./items.ts";
import { joined, outsideLink, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** An order in three short lines: how it stands, when and how much, what. */
export function orderSummary(view: View, linked: ContextOrder): Piece {
  const { words, nowMs } = view;
  const { order } = linked;
  const state = orderHeadline(order, words, nowMs, linked.delivery);
  const shown = order.items.slice(0, 2);
  const rest = order.items.length - shown.length;
  const link = order.adminUrl ? outsideLink(view, order.adminUrl, words.texts.openInShop) : nothing;
  return html`<p class="small row ${state.tone}"><span class="dot"></span><span class="grow">${state.title}</span></p>
    <p class="muted small">${joined([words.day(order.placedAt, nowMs), shownMoney(view, order.total), link])}</p>
    <p class="muted small">
      ${joined(
        shown.map(({ title }) => theirs(title)),
        ", ",
      )}${rest > 0 ? ` +${rest}` : nothing}
    </p>`;
}
