import type { ContextPacket } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { chip, fold, insertable, joined, type Piece, sentence, theirs } from "../view/pieces.ts";
import { type PacketView, wordOf } from "./packet-view.ts";

type PacketOrder = NonNullable<ContextPacket["order"]>;

/** The order, why it is this one, its parcels and its items, as they were when the packet was made. */
export function packetOrder(view: PacketView, { order }: ContextPacket): TemplateResult {
  const { words, nowMs, packetTexts } = view;
  const { texts } = words;
  if (!order) return html`<section class="block"><p class="muted">${packetTexts.packetNoOrder}</p></section>`;
  const isOff = order.status === "cancelled" || order.status === "failed";
  return html`<section class="block">
      <p class="title">${insertable(view, order.number, sentence(texts.order, { number: theirs(order.number) }))}</p>
      ${order.evidence.length === 0 ? nothing : html`<p class="muted small">${texts.because} ${evidence(view, order)}</p>`}
      <p class="row part">
        ${chip(isOff ? "danger" : "neutral", wordOf(texts.orderStatus, order.status))}
        ${chip("neutral", wordOf(texts.fulfillmentStatus, order.fulfillmentStatus))}
      </p>
      <p class="small muted">
        ${joined([
          html`<span class="strong">${words.money(order.total)}</span>`,
          fill(texts.placed, { day: words.moment(order.placedAt, nowMs) }),
        ])}
      </p>
      ${order.items.length === 0 ? nothing : fold(texts.items, order.items.length, items(order))}
    </section>
    ${
      order.parcels.length === 0
        ? nothing
        : html`<section class="block">
            <h3>${texts.parcels}</h3>
            ${order.parcels.map((each) => parcel(view, each))}
          </section>`
    }`;
}

function evidence({ words: { texts } }: PacketView, order: PacketOrder): Piece {
  return joined(
    order.evidence.map(({ kind, detail }) => sentence(wordOf(texts.evidence, kind), { detail: theirs(detail) })),
    "; ",
  );
}

function items({ items: all }: PacketOrder): TemplateResult {
  return html`<ul class="list tight">
    ${all.map(({ title, variant, quantity }) => html`<li>${quantity} × ${theirs(variant ? `${title}, ${variant}` : title)}</li>`)}
  </ul>`;
}

const late: readonly string[] = ["late", "very_late", "delivered_late"];

function parcel(view: PacketView, { carrier, trackingNumber, status, lateness }: PacketOrder["parcels"][number]): TemplateResult {
  const { texts } = view.words;
  const tone = late.includes(lateness) ? "danger" : lateness === "at_risk" ? "warn" : status === "delivered" ? "ok" : "neutral";
  return html`<article class="parcel ${tone}">
    <div class="row between">
      <h4 class="grow strong">${carrier ? theirs(carrier) : texts.unknownCarrier}</h4>
      ${chip(tone, wordOf(texts.deliveryStatus, status))}
    </div>
    <p>
      ${joined([
        trackingNumber
          ? html`<span class="sr">${texts.trackingNumber}: </span>${insertable(view, trackingNumber)}`
          : html`<span class="muted">${texts.noTrackingNumber}</span>`,
        // `unknown` is a parcel that nobody measured: nothing to say about it.
        lateness === "unknown"
          ? nothing
          : html`<span class="small ${tone} toned">${wordOf(view.packetTexts.packetLateness, lateness)}</span>`,
      ])}
    </p>
  </article>`;
}

export function packetOtherOrders(view: PacketView, { otherOrders }: ContextPacket): Piece {
  const { words, nowMs } = view;
  if (otherOrders.length === 0) return nothing;
  const list = html`<ul class="list tight">
    ${otherOrders.map(
      ({ number, status, placedAt }) => html`<li>
        ${joined([
          html`<span class="strong">${insertable(view, number, sentence(words.texts.order, { number: theirs(number) }))}</span>`,
          wordOf(words.texts.orderStatus, status),
          html`<span class="muted">${fill(words.texts.placed, { day: words.day(placedAt, nowMs) })}</span>`,
        ])}
      </li>`,
    )}
  </ul>`;
  return html`<section class="block">${fold(words.texts.otherOrders, otherOrders.length, list)}</section>`;
}
