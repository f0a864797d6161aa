import type { Context, ContextCustomer, OrderCustomer } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { parseReference } from "../model/source-reference.ts";
import { insertable, joined, type Piece, sentence, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** Who is writing: name, addresses and how sure we are of each, and what they have bought. */
export function customerBlock(view: View, context: Context): TemplateResult {
  const { texts } = view.words;
  const known = context.customer;
  if (!known) {
    return html`<section class="block">
      <h3>${texts.customer}</h3>
      <p class="strong">${texts.noCustomer}</p>
      <p class="muted">${texts.noCustomerHint}</p>
    </section>`;
  }
  const shopCustomer = context.order?.belongsToCustomer ? context.order.order.customer : null;
  const name = known.customer.name;
  return html`<section class="block">
    <h3>${texts.customer}</h3>
    <p class="title">${name ? insertable(view, name) : html`<span class="muted">${texts.unknownName}</span>`}</p>
    ${history(view, context, known, shopCustomer)}
    <ul class="list tight part">
      ${known.customer.contactPoints.map((point) => contactPoint(view, context, point))}
    </ul>
    ${shopCustomer ? aboutThem(view, shopCustomer) : nothing}
  </section>`;
}

function history(view: View, context: Context, known: ContextCustomer, shopCustomer: OrderCustomer | null): TemplateResult {
  const { texts, count, money, month, ago, languageName } = view.words;
  const since = [known.firstOrderAt, shopCustomer?.since ?? null].filter((each) => each !== null).sort()[0];
  const incomplete = context.sources.some((each) => each.state === "filling" || each.state === "never");
  const language = known.customer.language ?? context.ticket.language;
  const line =
    known.ordersCount > 0
      ? html`<p>
          ${joined([
            count(texts.orders, known.ordersCount),
            ...known.spent.filter((each) => each.amountMinor > 0).map((each) => fill(texts.spent, { amount: money(each) })),
            known.lastOrderAt ? fill(texts.lastOrder, { when: ago(known.lastOrderAt, view.nowMs) }) : nothing,
          ])}
        </p>`
      : html`<p>${texts.noOrders}</p>
          <p class="muted">${incomplete ? texts.historyIncomplete : texts.noOrdersHint}</p>`;
  const rest = joined([
    since ? fill(texts.customerSince, { month: month(since) }) : nothing,
    language ? fill(texts.speaks, { language: languageName(language) }) : nothing,
  ]);
  return html`${line}<p class="muted small">${rest}</p>`;
}

function contactPoint(view: View, context: Context, point: ContextCustomer["customer"]["contactPoints"][number]): TemplateResult {
  const { texts } = view.words;
  return html`<li class="row">
    <span class="sr">${texts.contactKind[point.kind]}:</span>
    <span>${contactValue(view, context, point)}</span>
    <span class="tag">${texts.assurance[point.assurance]}</span>
  </li>`;
}

function contactValue(view: View, context: Context, { kind, value }: ContextCustomer["customer"]["contactPoints"][number]): Piece {
  if (kind !== "shopCustomer") return insertable(view, value);
  const reference = parseReference(value);
  if (!reference) return theirs(value);
  const source = context.sources.find((each) => each.adapterId === reference.adapterId)?.displayName ?? reference.adapterId;
  return sentence(view.words.texts.shopCustomerNumber, { number: theirs(reference.vendorId), source: theirs(source) });
}

/** What the shop's people wrote down about them. It is theirs, not the customer's to read. */
function aboutThem(view: View, shopCustomer: OrderCustomer): Piece {
  const { texts } = view.words;
  return html`${
    shopCustomer.tags.length > 0
      ? html`<ul class="row part">
        ${shopCustomer.tags.map((tag) => html`<li class="tag">${theirs(tag)}</li>`)}
      </ul>`
      : nothing
  }
  ${
    shopCustomer.note
      ? html`<div class="quote private part">
        <p class="label">${texts.shopNoteOnCustomer} · ${texts.privateNote}</p>
        ${theirs(shopCustomer.note)}
      </div>`
      : nothing
  }`;
}
