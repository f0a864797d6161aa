import type { Context, ContextOrder, OrderEvidence } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import type { OrderChoice } from "../model/order-choice.ts";
import { orderSummary } from "./order-summary.ts";
import { joined, type Piece, sentence, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** Why we think so, in words. An agent's or a message's id says nothing to a person and is left out. */
function evidenceWords(view: View, evidence: readonly OrderEvidence[]): Piece {
  const { texts } = view.words;
  return joined(
    evidence.map((each) => sentence(texts.evidence[each.kind], { detail: theirs(each.detail) })),
    "; ",
  );
}

export function whyThisOrder(view: View, { evidence }: ContextOrder): Piece {
  if (evidence.length === 0) return nothing;
  return html`<p class="muted small">${view.words.texts.because} ${evidenceWords(view, evidence)}</p>`;
}

export function unlinkButton(view: View, { order }: ContextOrder): Piece {
  if (!view.can.has("link")) return nothing;
  return html`<button type="button" class="button" @click=${() => view.send("askonce-unlink-order", { orderRef: order.ref })}>
    ${view.words.texts.unlink}
  </button>`;
}

export function chooseButton(view: View, orderRef: string, number: string): Piece {
  if (!view.can.has("link")) return nothing;
  const { texts } = view.words;
  return html`<button
    type="button"
    class="button"
    aria-label=${fill(texts.chooseOrder, { number })}
    @click=${() => view.send("askonce-link-order", { orderRef })}
  >
    ${texts.choose}
  </button>`;
}

/** Orders that were named as well, or instead. */
export function namedOrders(view: View, context: Context, choice: OrderChoice): Piece {
  if (choice.named.length === 0) return nothing;
  return html`<div class="part">
    ${context.order ? html`<h4>${view.words.texts.alsoNamed}</h4>` : nothing}
    <ul class="list lined">
      ${choice.named.map(({ candidate, known }) => option(view, candidate, known))}
    </ul>
  </div>`;
}

function option(
  view: View,
  { ref, number, evidence }: Pick<Context["candidates"][number], "ref" | "number" | "evidence">,
  known: ContextOrder | null,
) {
  return html`<li class="row between">
    <div class="grow">
      <p class="strong">${sentence(view.words.texts.order, { number: theirs(number) })}</p>
      ${evidence.length > 0 ? html`<p class="muted small">${evidenceWords(view, evidence)}</p>` : nothing}
      ${known ? orderSummary(view, known) : nothing}
    </div>
    ${chooseButton(view, ref, number)}
  </li>`;
}

/** Several orders fit: all of them in one list, those with evidence first, to be settled with one click. */
export function orderPicker(view: View, choice: OrderChoice): TemplateResult {
  const { texts, count } = view.words;
  const others = choice.others.map((each) => option(view, { ...each.order, evidence: each.evidence }, each));
  return html`<section class="block">
    <p class="muted">${texts.unsureHint}</p>
    <ul class="list lined part" aria-label=${texts.needsChoice}>
      ${choice.named.map(({ candidate, known }) => option(view, candidate, known))} ${others}
    </ul>
    ${choice.notShown > 0 ? html`<p class="muted small part">${count(texts.more, choice.notShown)}</p>` : nothing}
    ${foreignNotice(view, choice)}
  </section>`;
}

/** That somebody else's number was named, and nothing more about it. */
export function foreignNotice(view: View, choice: OrderChoice): Piece {
  if (choice.foreign === 0) return nothing;
  return html`<div class="notice warn part"><p>${view.words.texts.foreignOne}</p></div>`;
}

/** Honest about not knowing, with what can be chosen. */
export function noOrderBlock(view: View, context: Context, choice: OrderChoice): TemplateResult {
  const { texts } = view.words;
  const possible = choice.named.length + choice.others.length > 0;
  return html`<section class="block">
    <h3>${texts.aboutOrder}</h3>
    <p class="strong">${texts.noOrderTitle}</p>
    <p class="muted">${possible ? texts.noOrderHint : texts.noOrderAlone}</p>
    ${namedOrders(view, context, choice)} ${foreignNotice(view, choice)}
  </section>`;
}
