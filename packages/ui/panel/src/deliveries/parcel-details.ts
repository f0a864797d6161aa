import type { ContextOrder, Parcel, ParcelDelivery } from "@askonce/spec";
import { html, nothing } from "lit";
import { fill } from "../language/fill.ts";
import { exceptionTone } from "../model/exception-tone.ts";
import { knownDelivery } from "../model/known-delivery.ts";
import { lineNames } from "../view/items.ts";
import { joined, type Piece, rawWord, sentence, theirs } from "../view/pieces.ts";
import { checkpoints } from "./checkpoints.ts";
import { clock } from "./clock.ts";
import type { DeliveryView } from "./delivery-view.ts";
import { parcelSources } from "./parcel-sources.ts";
import { rail } from "./rail.ts";

/** Everything about one parcel below its name and number. */
export function parcelDetails(view: DeliveryView, { order, delivery }: ContextOrder, parcel: Parcel): Piece {
  const texts = view.deliveryTexts;
  const known = knownDelivery(delivery, parcel);
  const state = known?.state ?? null;
  return html`${rail(view, parcel, known)} ${clock(view, parcel, known)} ${state ? pickup(view, parcel, state) : nothing}
    ${troubles(view, parcel, state)} ${state ? parcelSources(view, parcel, state) : nothing} ${state ? pieces(view, state) : nothing}
    <p class="small">
      ${
        parcel.items.length > 0
          ? html`<span class="muted">${texts.inside}</span> ${lineNames(order, parcel.items)}`
          : html`<span class="muted">${texts.insideUnknown}</span>`
      }
    </p>
    ${checkpoints(view, parcel, state?.uncounted ?? [])}`;
}

function pickup({ words, nowMs, deliveryTexts: texts }: DeliveryView, parcel: Parcel, { pickup: place }: ParcelDelivery): Piece {
  if (!place || parcel.status !== "ready_for_pickup") return nothing;
  const { name, until } = place;
  const isOver = until !== null && Date.parse(until) < nowMs;
  const day = until && words.moment(until, nowMs);
  return html`<p class="small ${isOver ? "toned danger" : ""}">
    ${joined([
      name ? sentence(texts.pickupAt, { place: html`<span class="strong">${theirs(name)}</span>` }) : texts.pickupWaiting,
      day ? fill(isOver ? texts.pickupOver : texts.pickupUntil, { day }) : nothing,
      day && !isOver ? words.until(until, nowMs) : nothing,
      day && place.untilAssumed ? texts.assumed : nothing,
    ])}
  </p>`;
}

/** What is wrong, who says so and since when; what is over is still said, quietly. */
function troubles({ words, nowMs, deliveryTexts }: DeliveryView, parcel: Parcel, state: ParcelDelivery | null): Piece {
  const facts = state?.exceptions ?? parcel.exceptions.map((each) => ({ kind: each.kind, by: each.by, since: each.at, clearedAt: null }));
  // That it is late or quiet by our own reckoning is said by the clock already.
  const shown = facts.filter((each) => each.by !== "derived" || (each.kind !== "late" && each.kind !== "stalled"));
  if (shown.length === 0) return nothing;
  return html`<ul>
    ${shown.map(
      ({ kind, by, since, clearedAt }) => html`<li class="small">
        <span class=${clearedAt ? "muted" : `toned ${exceptionTone(kind)}`}>${words.texts.exception[kind]}</span>
        <span class="muted"
          >${joined([
            words.texts.saidBy[by],
            since ? words.moment(since, nowMs) : nothing,
            clearedAt ? fill(deliveryTexts.over, { day: words.moment(clearedAt, nowMs) }) : nothing,
          ])}</span
        >
      </li>`,
    )}
  </ul>`;
}

/** The boxes that one number stands for: one can be delivered and another one not. */
function pieces({ words, nowMs, deliveryTexts: texts }: DeliveryView, state: ParcelDelivery): Piece {
  if (state.pieces.length === 0) return nothing;
  return html`<div class="small">
    <p class="label">${words.count(texts.boxes, state.pieces.length)}</p>
    <ul class="list tight">
      ${state.pieces.map((each) => {
        const status = words.texts.deliveryStatus[each.status];
        const at = each.deliveredAt ?? each.lastScanAt;
        return html`<li class="row">
          <span class="strong">${status}</span>${rawWord(each.rawStatus, status)}
          <span class="muted">${joined([theirs(each.trackingNumber), at ? fill(texts.boxScanned, { when: words.ago(at, nowMs) }) : texts.notScanned])}</span>
        </li>`;
      })}
    </ul>
  </div>`;
}
