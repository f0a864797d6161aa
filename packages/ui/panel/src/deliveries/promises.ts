import type { ContextOrder, CustomerPromise } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import { chip, fold, joined, type Piece, sentence } from "../view/pieces.ts";
import { type DeliveryView, sourceName } from "./delivery-view.ts";

const tones: Record<CustomerPromise["state"], Tone> = {
  open: "info",
  kept: "ok",
  broken: "danger",
  withdrawn: "neutral",
  superseded: "neutral",
};

/** Who promised what by when, and how that stands: what is open or broken first, the rest folded. */
export function promises(view: DeliveryView, { delivery }: ContextOrder): Piece {
  const { promises: all } = delivery;
  if (all.length === 0) return nothing;
  const { deliveryTexts: texts } = view;
  const measures = new Set(delivery.parcels.map((each) => each.lateness.promiseId));
  const isLive = (each: CustomerPromise) => each.state === "open" || each.state === "broken" || measures.has(each.id);
  const live = all.filter(isLive);
  const rest = all.filter((each) => !isLive(each));
  const list = (some: readonly CustomerPromise[]) => html`<ul class="list">
    ${some.map((each) => promise(view, each, measures.has(each.id)))}
  </ul>`;
  return html`<section class="block">
    <h3>${texts.promises}</h3>
    ${list(live)} ${rest.length > 0 ? fold(texts.earlierPromises, rest.length, list(rest)) : nothing}
  </section>`;
}

function promise(view: DeliveryView, each: CustomerPromise, isMeasure: boolean): TemplateResult {
  const { words, nowMs, deliveryTexts: texts } = view;
  const day = each.dueDate ? words.date(each.dueDate) : words.moment(each.dueAt, nowMs);
  return html`<li class="small">
    <div class="row between">
      <p class="grow strong">${sentence(texts.promiseDue, { kind: texts.promiseKind[each.kind], day })}</p>
      ${chip(each.state === "open" && Date.parse(each.dueAt) < nowMs ? "warn" : tones[each.state], state(view, each))}
    </div>
    <p class="muted">
      ${joined([
        html`${texts.promiseSource[each.source]} (${sourceName(view, each.madeBy)})`,
        fill(texts.promisedOn, { day: words.moment(each.madeAt, nowMs) }),
        isMeasure ? texts.measure : nothing,
        each.shownToBuyer ? nothing : texts.notShown,
      ])}
    </p>
  </li>`;
}

function state({ words, nowMs, deliveryTexts: texts }: DeliveryView, each: CustomerPromise): string {
  const word = texts.promiseState[each.state];
  if (each.state !== "open") return each.settledAt ? fill(texts.settled, { state: word, day: words.day(each.settledAt, nowMs) }) : word;
  return Date.parse(each.dueAt) < nowMs ? texts.duePassed : fill(texts.timeLeft, { time: words.until(each.dueAt, nowMs) });
}
