import type { Parcel } from "@askonce/spec";
import { html, nothing, svg, type TemplateResult } from "lit";
import type { KnownDelivery } from "../model/known-delivery.ts";
import { parcelTimeline } from "../model/timeline.ts";
import type { DeliveryView } from "./delivery-view.ts";
import { railMarks } from "./rail-marks.ts";

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** The sign of the promised day, on the line and before its words. */
export const flag = svg`<path class="flag" d="M0 19V2h9L6.5 5.5 9 9H0" />`;

/** The way of the parcel against the promise: a line to look at, an ordered list to listen to. */
export function rail(view: DeliveryView, parcel: Parcel, known: KnownDelivery | null): TemplateResult {
  const { words, nowMs } = view;
  const uncounted = new Set(known?.state.uncounted.map((each) => each.checkpointId));
  const timeline = parcelTimeline({ ...parcel, checkpoints: parcel.checkpoints.filter((each) => !uncounted.has(each.id)) });
  const { stops, here, promise, overdue } = railMarks(timeline, parcel, known, nowMs);
  const line = (name: string, from = 0, to = 0) => svg`<line class=${name} x1=${percent(from)} x2=${percent(to)} y1="19" y2="19" />`;
  const done = timeline.steps.filter((step) => step.reached).length;
  return html`<div>
    <svg class="rail" aria-hidden="true">
      ${line("ahead", stops[0], stops.at(-1))} ${done > 0 ? line("done", stops[0], Math.max(here ?? 0, stops[done - 1] ?? 0)) : nothing}
      ${overdue ? line("overdue", ...overdue) : nothing}
      ${timeline.steps.map((step, index) => svg`<circle class=${step.reached ? "reached" : ""} cx=${percent(stops[index] ?? 0)} cy="19" r="5" />`)}
      ${here === null ? nothing : svg`<circle class="here" cx=${percent(here)} cy="19" r="7" />`}
      ${promise === null ? nothing : svg`<svg x=${percent(promise)} overflow="visible">${flag}</svg>`}
    </svg>
    <ol class="way" aria-label=${view.deliveryTexts.steps}>
      ${timeline.steps.map(
        (step) => html`<li class=${step.current ? "current" : ""} aria-current=${step.current ? "step" : nothing}>
          <span
            >${words.texts.deliveryStatus[step.status]}${step.at ? html`<time datetime=${step.at}>${words.day(step.at, nowMs)}</time>` : nothing}</span
          >
        </li>`,
      )}
    </ol>
  </div>`;
}
