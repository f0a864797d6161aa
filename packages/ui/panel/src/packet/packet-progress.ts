import type { ContextPacket } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import { chip, joined, type Piece, sentence, theirs } from "../view/pieces.ts";
import { type PacketView, wordOf } from "./packet-view.ts";

/** What went wrong with the order and is not over. */
export function packetIncidents(view: PacketView, { incidents }: ContextPacket): Piece {
  const { words, nowMs } = view;
  const texts = view.details.deliveryTexts;
  if (incidents.length === 0) return nothing;
  return html`<section class="block">
    <h3>${texts.incidents}</h3>
    <ul class="list">
      ${incidents.map(
        ({ kind, state, openedAt }) => html`<li class="row between">
          <div class="grow">
            <p class="strong">${wordOf(texts.incidentKind, kind)}</p>
            <p class="muted small">${joined([fill(texts.since, { day: words.moment(openedAt, nowMs) }), words.ago(openedAt, nowMs)])}</p>
          </div>
          ${chip(state === "open" ? "danger" : "warn", wordOf(texts.incidentState, state))}
        </li>`,
      )}
    </ul>
  </section>`;
}

const tones: Readonly<Record<string, Tone>> = { open: "info", kept: "ok", broken: "danger" };

/** Who promised what by when, and how that stood. */
export function packetPromises(view: PacketView, { promises }: ContextPacket): Piece {
  if (promises.length === 0) return nothing;
  return html`<section class="block">
    <h3>${view.details.deliveryTexts.promises}</h3>
    <ul class="list">
      ${promises.map((each) => promise(view, each))}
    </ul>
  </section>`;
}

function promise(view: PacketView, { kind, madeBy, madeAt, dueAt, state }: ContextPacket["promises"][number]): TemplateResult {
  const { words, nowMs } = view;
  const texts = view.details.deliveryTexts;
  const isPast = Date.parse(dueAt) < nowMs;
  const open = isPast ? texts.duePassed : fill(texts.timeLeft, { time: words.until(dueAt, nowMs) });
  const tone = state === "open" && isPast ? "warn" : (Object.hasOwn(tones, state) && tones[state]) || "neutral";
  const who = madeBy === "agent" ? texts.agentSource : madeBy === "customer" ? texts.customerSource : theirs(madeBy);
  return html`<li class="small">
    <div class="row between">
      <p class="grow strong">${sentence(texts.promiseDue, { kind: wordOf(texts.promiseKind, kind), day: words.moment(dueAt, nowMs) })}</p>
      ${chip(tone, state === "open" ? open : wordOf(texts.promiseState, state))}
    </div>
    <p class="muted">${joined([who, fill(texts.promisedOn, { day: words.moment(madeAt, nowMs) })])}</p>
  </li>`;
}

/** What need not be proposed again, in the customer's words. */
export function packetTried(view: PacketView, { tried }: ContextPacket): Piece {
  if (tried.length === 0) return nothing;
  return html`<section class="block">
    <h3>${view.packetTexts.packetTried}</h3>
    <ul class="list tight">
      ${tried.map((each) => html`<li>${theirs(each)}</li>`)}
    </ul>
  </section>`;
}

/** The end of the conversation, the newest last; what was written among colleagues says that it is not for the customer. */
export function packetMessages(view: PacketView, { lastMessages }: ContextPacket): Piece {
  const { words, nowMs, packetTexts: texts } = view;
  if (lastMessages.length === 0) return nothing;
  return html`<section class="block">
    <h3>${texts.packetMessages}</h3>
    <ul class="list">
      ${lastMessages.map(
        ({ direction, channel, text, at }) => html`<li class="quote ${direction === "note" ? "private" : ""}">
          <p class="label">
            ${joined([
              wordOf(texts.packetDirection, direction),
              direction === "note" ? words.texts.privateNote : theirs(channel),
              html`<time datetime=${at}>${words.moment(at, nowMs)}</time>`,
            ])}
          </p>
          ${theirs(text)}
        </li>`,
      )}
    </ul>
  </section>`;
}
