import type { Parcel, ParcelDelivery } from "@askonce/spec";
import { html, nothing } from "lit";
import { fold, joined, type Piece, theirs } from "../view/pieces.ts";
import type { DeliveryView } from "./delivery-view.ts";

/** Every scan, newest first: our word, and below it the courier's own. One that does not count says why. */
export function checkpoints(view: DeliveryView, parcel: Parcel, uncounted: ParcelDelivery["uncounted"]): Piece {
  if (parcel.checkpoints.length === 0) return nothing;
  const { words, nowMs, deliveryTexts } = view;
  const { texts } = words;
  const reasons = new Map(uncounted.map((each) => [each.checkpointId, each.reason]));
  return fold(
    words.count(deliveryTexts.history, parcel.checkpoints.length),
    null,
    html`<ol class="list scans">
      ${parcel.checkpoints.map((each) => {
        const country = each.countryCode ? words.country(each.countryCode) : null;
        const place = [each.city, country].filter(Boolean).join(", ");
        const original = [each.text, each.rawStatus].filter((word, index, all) => word && all.indexOf(word) === index);
        const reason = reasons.get(each.id);
        return html`<li>
          <p>
            ${joined([
              html`<span class=${reason ? "muted" : "strong"}>${texts.deliveryStatus[each.status]}</span>`,
              ...each.exceptions.map((kind) => texts.exception[kind]),
            ])}
          </p>
          ${reason ? html`<p class="small warn toned">${deliveryTexts.uncounted[reason]}</p>` : nothing}
          <p class="muted small">
            ${joined([html`<time datetime=${each.at}>${words.moment(each.at, nowMs)}</time>`, place ? theirs(place) : nothing, each.by === "carrier" ? nothing : texts.saidBy[each.by]])}
          </p>
          ${original.length > 0 ? html`<p class="raw small">${joined(original.map((word) => html`<q>${theirs(word ?? "")}</q>`))}</p>` : nothing}
        </li>`;
      })}
    </ol>`,
  );
}
