import type { Order, Parcel } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { exceptionTone } from "../model/exception-tone.ts";
import { delayText, dueText, parcelHeadline, scanText } from "../model/headline.ts";
import { punctuality } from "../model/punctuality.ts";
import { scanAge } from "../model/scan-age.ts";
import { checkpoints } from "./checkpoints.ts";
import { lineNames } from "./items.ts";
import { chip, copyButton, insertable, joined, outsideLink, type Piece, rawWord, theirs } from "./pieces.ts";
import { timeline } from "./timeline.ts";
import type { View } from "./view.ts";

/** Every box of the order. An order that still waits for one says so; one that will never have any does not. */
export function parcels(view: View, order: Order): Piece {
  const { texts } = view.words;
  const over = order.status === "cancelled" || order.status === "failed" || order.fulfillmentStatus === "not_required";
  if (order.parcels.length === 0 && over) return nothing;
  const fulfillment = texts.fulfillmentStatus[order.fulfillmentStatus];
  return html`<section class="block">
    <h3>${texts.parcels}</h3>
    ${
      order.parcels.length === 0
        ? html`<p>${texts.noParcels}</p>
            <p class="muted">${joined([fulfillment, order.shippingMethod ? theirs(order.shippingMethod) : nothing])}</p>`
        : order.parcels.map((parcel, index) => parcelCard(view, order, parcel, index))
    }
  </section>`;
}

function parcelCard(view: View, order: Order, parcel: Parcel, index: number): TemplateResult {
  const { texts } = view.words;
  const { tone } = parcelHeadline(parcel, view.words, view.nowMs);
  const status = texts.deliveryStatus[parcel.status];
  const count = order.parcels.length;
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
    ${timeline(view, parcel)} ${dates(view, parcel)} ${troubles(view, parcel)} ${tracking(view, parcel)}
    <p class="small">
      ${
        parcel.items.length > 0
          ? html`<span class="muted">${texts.inside}</span> ${lineNames(order, parcel.items)}`
          : html`<span class="muted">${texts.insideUnknown}</span>`
      }
    </p>
    ${checkpoints(view, parcel)}
  </article>`;
}

/** The promised day against the estimate, and how old the last sign of life is. */
function dates(view: View, parcel: Parcel): Piece {
  const { words, nowMs } = view;
  const { texts } = words;
  const timing = punctuality(parcel, nowMs, words.calendarDay);
  const scan = scanAge(parcel, nowMs);
  const scanned = scan && scanText(parcel, words, nowMs);
  const delay = delayText(timing, words);
  const estimate =
    parcel.promisedAt && parcel.estimatedAt && !parcel.deliveredAt
      ? fill(texts.estimatedFor, { day: words.day(parcel.estimatedAt, nowMs) })
      : nothing;
  return html`<p class="small">
      ${joined([
        dueText(parcel, words, nowMs) ?? html`<span class="muted">${texts.noPromise}</span>`,
        estimate,
        parcel.deliveredAt ? fill(texts.deliveredOn, { day: words.moment(parcel.deliveredAt, nowMs) }) : nothing,
        delay ? html`<span class="toned ${timing.kind === "late" ? "danger" : "warn"}">${delay}</span>` : nothing,
      ])}
    </p>
    ${scanned ? html`<p class="small ${scan.tooOld ? "warn toned" : "muted"}"><bdi>${scanned}</bdi></p>` : nothing}`;
}

function troubles(view: View, parcel: Parcel): Piece {
  const { texts } = view.words;
  // That we worked out ourselves that it is late is said beside the dates already.
  const shown = parcel.exceptions.filter((each) => each.kind !== "late" || each.by !== "derived" || parcel.promisedAt === null);
  if (shown.length === 0) return nothing;
  return html`<ul>
    ${shown.map(
      (each) => html`<li class="small">
        <span class="toned ${exceptionTone(each.kind)}">${texts.exception[each.kind]}</span>
        <span class="muted">${joined([texts.saidBy[each.by], each.at ? view.words.moment(each.at, view.nowMs) : nothing])}</span>
      </li>`,
    )}
  </ul>`;
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
