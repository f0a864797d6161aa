import type { Parcel } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { parcelTimeline } from "../model/timeline.ts";
import type { View } from "./view.ts";

/** The way of the parcel as a list of stops: a rail to look at, an ordered list to listen to. */
export function timeline(view: View, parcel: Parcel): TemplateResult {
  const { words, nowMs } = view;
  const { texts } = words;
  return html`<ol class="way" aria-label=${texts.steps}>
    ${parcelTimeline(parcel).steps.map(
      (step) => html`<li
        class="${step.reached ? "reached" : ""} ${step.current ? "current" : ""}"
        aria-current=${step.current ? "step" : nothing}
      >
        <span>${texts.deliveryStatus[step.status]}${step.at ? html`<time datetime=${step.at}>${words.day(step.at, nowMs)}</time>` : nothing}</span>
      </li>`,
    )}
  </ol>`;
}
