import type { Parcel } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import { promisedDay, scanText } from "../model/headline.ts";
import { daysAfterDue, type KnownDelivery } from "../model/known-delivery.ts";
import { type Punctuality, punctuality } from "../model/punctuality.ts";
import { scanAge } from "../model/scan-age.ts";
import { chip, joined, type Piece } from "../view/pieces.ts";
import type { DeliveryView } from "./delivery-view.ts";
import { flag } from "./rail.ts";

/** The promised day, how reality stands to it in words, and how old the last sign of life is. */
export function clock(view: DeliveryView, parcel: Parcel, known: KnownDelivery | null): TemplateResult {
  const { words, nowMs, deliveryTexts } = view;
  const timing = punctuality(parcel, nowMs, words.calendarDay, known);
  const promised = (known && promisedDay(known, words, nowMs)) ?? (parcel.promisedAt && words.day(parcel.promisedAt, nowMs));
  const estimated = parcel.estimatedAt && !parcel.deliveredAt ? words.day(parcel.estimatedAt, nowMs) : null;
  const scan = scanAge(parcel, nowMs, known);
  const scanned = scan && scanText(parcel, words, nowMs);
  const lateness = known?.state.lateness;
  const said = standing(view, parcel, known, timing);
  return html`<p class="row middle small">
      ${
        promised
          ? html`<span><svg class="sign" aria-hidden="true">${flag}</svg>${fill(deliveryTexts.promisedBy, { day: promised })}</span>`
          : html`<span class="muted">${estimated ? fill(words.texts.estimatedFor, { day: estimated }) : deliveryTexts.noPromise}</span>`
      }
      ${said ? chip(...said) : nothing}
      ${promised && estimated && estimated !== promised ? html`<span>${fill(deliveryTexts.expectedNow, { day: estimated })}</span>` : nothing}
    </p>
    ${lateness?.risk ? html`<p class="small toned warn">${fill(deliveryTexts.atRisk, { why: deliveryTexts.risk[lateness.risk] })}</p>` : nothing}
    ${lateness?.legalOverdue ? html`<p class="small toned danger">${deliveryTexts.legalOverdue}</p>` : nothing}
    ${scanned ? html`<p class="small ${scan.tooOld ? "warn toned" : "muted"}">${joined([html`<bdi>${scanned}</bdi>`, stalled(view, known)])}</p>` : nothing}`;
}

function stalled({ words, nowMs, deliveryTexts }: DeliveryView, known: KnownDelivery | null): Piece {
  const since = known?.state.lateness.stalledSince;
  return since ? fill(deliveryTexts.stalledSince, { day: words.moment(since, nowMs) }) : nothing;
}

/** Late or not, in words: the tone only repeats them. */
function standing(view: DeliveryView, parcel: Parcel, known: KnownDelivery | null, timing: Punctuality): [Tone, string] | null {
  const { words, deliveryTexts: texts } = view;
  const isDelivered = parcel.status === "delivered";
  switch (timing.kind) {
    case "late": {
      const days = words.count(timing.since === "promise" ? texts.lateByDays : words.texts.pastEstimate, timing.days);
      const late = timing.since === "said" ? words.texts.late : timing.days > 0 ? days : texts.lateSinceToday;
      return ["danger", known?.state.lateness.state === "very_late" ? `${late} · ${texts.veryLate}` : late];
    }
    case "deliveredLate": {
      const byDays = isDelivered ? texts.deliveredLateByDays : texts.arrivedLateByDays;
      return [
        "warn",
        timing.days > 0 ? words.count(byDays, timing.days) : isDelivered ? texts.deliveredLaterThatDay : texts.arrivedLaterThatDay,
      ];
    }
    case "willBeLate":
      return ["warn", words.count(words.texts.estimateLaterBy, timing.days)];
    case "atRisk":
    case "onTime": {
      if (isDelivered) return ["ok", texts.deliveredOnTime];
      if (known?.state.lateness.stoppedAt) return ["ok", texts.arrivedOnTime];
      const after = known && daysAfterDue(known, new Date(view.nowMs).toISOString(), words.calendarDay);
      if (after === null || after > 0) return null;
      const due = after === 0 ? texts.dueToday : after === -1 ? texts.dueTomorrow : words.count(texts.dueIn, -after);
      return [timing.kind === "atRisk" ? "warn" : "info", due];
    }
    default:
      return null;
  }
}
