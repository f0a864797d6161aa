import type { Order } from "@askonce/spec";
import { html, type TemplateResult } from "lit";
import { addresses } from "./addresses.ts";
import { amounts, discounts, refunds, returns } from "./amounts.ts";
import { gaps } from "./gaps.ts";
import { items } from "./items.ts";
import { notes } from "./notes.ts";
import type { View } from "./view.ts";

/** What was bought, paid and given back, and what the shop wrote about it. */
export function orderDetails(view: View, order: Order): TemplateResult {
  return html`<section class="block">
    <h3>${view.words.texts.items}</h3>
    ${items(view, order)} ${amounts(view, order)} ${discounts(view, order)} ${refunds(view, order)} ${returns(view, order)}
    ${notes(view, order)} ${addresses(view, order)} ${gaps(view, order)}
  </section>`;
}
