import type { Parcel } from "@askonce/spec";
import { html, nothing } from "lit";
import { fold, joined, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** Every scan, newest first: our word, and below it the courier's own. */
export function checkpoints(view: View, parcel: Parcel): Piece {
  if (parcel.checkpoints.length === 0) return nothing;
  const { words, nowMs } = view;
  const { texts } = words;
  return fold(
    words.count(texts.history, parcel.checkpoints.length),
    null,
    html`<ol class="list scans">
      ${parcel.checkpoints.map((each) => {
        const country = each.countryCode ? words.country(each.countryCode) : null;
        const place = [each.city, country].filter(Boolean).join(", ");
        const original = [each.text, each.rawStatus].filter((word, index, all) => word && all.indexOf(word) === index);
        return html`<li>
          <p>
            ${joined([
              html`<span class="strong">${texts.deliveryStatus[each.status]}</span>`,
              ...each.exceptions.map((kind) => texts.exception[kind]),
            ])}
          </p>
          <p class="muted small">
            ${joined([html`<time datetime=${each.at}>${words.moment(each.at, nowMs)}</time>`, place ? theirs(place) : nothing, each.by === "carrier" ? nothing : texts.saidBy[each.by]])}
          </p>
          ${original.length > 0 ? html`<p class="raw small">${joined(original.map((word) => html`<q>${theirs(word ?? "")}</q>`))}</p>` : nothing}
        </li>`;
      })}
    </ol>`,
  );
}
