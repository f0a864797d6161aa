import type { Context, ContextOrder, Parcel } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { parcelHeadline } from "../model/headline.ts";
import { knownDelivery } from "../model/known-delivery.ts";
import { chip, copyButton, insertable, joined, outsideLink, type Piece, rawWord, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** Every box of the order. An order that still waits for one says so; one that will never have any does not. */
export function parcels(view: View, context: Context, linked: ContextOrder): Piece {
  const { texts } = view.words;
  const { order } = linked;
  const over = order.status === "cancelled" || order.status === "failed" || order.fulfillmentStatus === "not_required";
  if (order.parcels.length === 0 && over) return nothing;
  const fulfillment = texts.fulfillmentStatus[order.fulfillmentStatus];
  return html`<section class="block">
    <h3>${texts.parcels}</h3>
    ${
      order.parcels.length === 0
        ? html`<p>${texts.noParcels}</p>
            <p class="muted">${joined([fulfillment, order.shippingMethod ? theirs(order.shippingMethod) : nothing])}</p>`
        : order.parcels.map((parcel, index) => parcelCard(view, context, linked, parcel, index))
    }
  </section>`;
}

function parcelCard(view: View, context: Context, linked: ContextOrder, parcel: Parcel, index: number): TemplateResult {
  const { texts } = view.words;
  const { tone } = parcelHeadline(parcel, view.words, view.nowMs, knownDelivery(linked.delivery, parcel));
  const status = texts.deliveryStatus[parcel.status];
  const count = linked.order.parcels.length;
  const name = parcel.leg === "return" ? texts.returnParcel : count > 1 ? fill(texts.parcelOf, { number: index + 1, count }) : texts.parcel;
  return html`<article class="parcel ${tone}">
    <div class="row between">
      <h4 class="grow">
        <span class="strong">${parcel.carrier ? theirs(parcel.carrier) : texts.unknownCarrier}</span>
        <span class="muted small">${name}</span>
      </h4>
      ${chip(tone, status)}
    </div>
    ${rawWord(parcel.rawStatus, status) === nothing ? nothing : html`<p>${rawWord(parcel.rawStatus, status)}</p>`}
    ${tracking(view, parcel)} ${view.details?.parcel(view, context, linked, parcel)}
  </article>`;
}

function tracking(view: View, parcel: Parcel): Piece {
  const { texts } = view.words;
  const link = parcel.trackingUrl ? outsideLink(view, parcel.trackingUrl, texts.track) : nothing;
  if (!parcel.trackingNumber) return html`<p class="small muted">${joined([texts.noTrackingNumber, link])}</p>`;
  return html`<div class="row middle">
    <span class="sr">${texts.trackingNumber}:</span>
    <span class="strong">${insertable(view, parcel.trackingNumber)}</span>
    ${copyButton(view, parcel.trackingNumber, texts.trackingNumber)}
    <span class="small">${link}</span>
  </div>`;
}
