import type { Order } from "@askonce/spec";
import { html, nothing } from "lit";
import { type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** What is missing and what would close it, so that an empty place does not read as "none". */
export function gaps(view: View, order: Order): Piece {
  if (order.gaps.length === 0) return nothing;
  const { texts } = view.words;
  const fields: Record<string, string> = texts.gapField;
  return html`<div class="notice neutral part">
    <strong>${texts.gaps}</strong>
    <ul>
      ${order.gaps.map(
        (gap) => html`<li class="small">
          <span class="strong">${theirs(Object.hasOwn(fields, gap.field) ? (fields[gap.field] ?? gap.field) : gap.field)}</span>:
          ${texts.gapReason[gap.reason]}${gap.remedy ? html` (${theirs(gap.remedy)})` : nothing}
        </li>`,
      )}
    </ul>
  </div>`;
}
