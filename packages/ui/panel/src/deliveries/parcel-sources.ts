import type { Parcel, ParcelDelivery } from "@askonce/spec";
import { html, nothing } from "lit";
import { fill } from "../language/fill.ts";
import { joined, type Piece, rawWord } from "../view/pieces.ts";
import { type DeliveryView, sourceName } from "./delivery-view.ts";

type Source = ParcelDelivery["sources"][number];

/** Who says where the parcel is: one line when they agree, side by side when they cannot both be right. */
export function parcelSources(view: DeliveryView, parcel: Parcel, state: ParcelDelivery): Piece {
  const { words, nowMs, deliveryTexts: texts } = view;
  const { sources, contradictory, nextCheckAt } = state;
  const next = nextCheckAt ? fill(texts.nextCheck, { when: words.until(nextCheckAt, nowMs) }) : nothing;
  const name = (each: Source) => html`<span class="strong">${sourceName(view, each.source, parcel)}</span>`;
  const asked = (each: Source) => fill(texts.asked, { when: words.ago(each.fetchedAt, nowMs) });
  if (sources.length === 0) return next === nothing ? nothing : html`<p class="muted small">${next}</p>`;
  if (!contradictory) {
    return html`<div class="muted small">
      <p>${joined([
        html`${texts.accordingTo} ${joined(
          sources.map((each) => html`${name(each)}, ${asked(each)}`),
          "; ",
        )}`,
        next,
      ])}</p>
      ${sources.map((each) => problem(view, each))}
    </div>`;
  }
  return html`<div class="notice warn">
    <strong>${texts.disagree}</strong>
    <ul class="beside">
      ${sources.map(
        (each) => html`<li>
          <p class="small">${name(each)}</p>
          <p class="strong">${words.texts.deliveryStatus[each.status]}${rawWord(each.rawStatus, words.texts.deliveryStatus[each.status])}</p>
          <p class="small">${joined([each.at ? fill(texts.asOf, { day: words.moment(each.at, nowMs) }) : nothing, asked(each)])}</p>
          ${problem(view, each)}
        </li>`,
      )}
    </ul>
    ${next === nothing ? nothing : html`<p class="small">${next}</p>`}
  </div>`;
}

function problem({ deliveryTexts }: DeliveryView, each: Source): Piece {
  return each.problem ? html`<p class="small warn toned">${fill(deliveryTexts.sourceFailed, { code: each.problem })}</p>` : nothing;
}
