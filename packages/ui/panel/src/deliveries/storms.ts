import type { OrderDelivery } from "@askonce/spec";
import { html } from "lit";
import { fill } from "../language/fill.ts";
import { fold, type Piece, sentence, theirs } from "../view/pieces.ts";
import type { DeliveryView } from "./delivery-view.ts";

/** Two digits say enough of a rate. */
const rounded = (value: number) => Number(value.toPrecision(2));

/** The order is one of many with the same trouble: said before anything else is tried, with how sure that is. */
export function storms({ words, nowMs, deliveryTexts: texts }: DeliveryView, delivery: OrderDelivery): Piece {
  return delivery.storms.map((each) => {
    const sure = words.count(texts.stormFalseAlarms, rounded(each.falseAlarmsPerYear));
    const count = words.count(texts.stormCount, each.incidentCount);
    return html`<div class="notice warn storm" title=${sure}>
      <strong>${sentence(texts.storm, { kind: texts.incidentKind[each.kind], cause: sentence(texts.stormCause[each.cause], { name: theirs(each.causeName) }) })}</strong>
      <p>${fill(count, { day: words.day(each.beganAt, nowMs), expected: words.number(rounded(each.expectedCount)) })}</p>
      ${fold(texts.stormSure, null, html`<p>${sure}</p>`)}
    </div>`;
  });
}
