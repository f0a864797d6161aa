import { html, nothing } from "lit";
import type { Headline } from "../model/headline.ts";
import { joined, type Piece, theirs } from "./pieces.ts";

export function headlineView(line: Headline | null): Piece {
  if (!line) return nothing;
  return html`<div class="headline ${line.tone}">
    <h3><bdi>${line.title}</bdi></h3>
    ${line.details.length > 0 ? html`<p>${joined(line.details.map(theirs))}</p>` : nothing}
  </div>`;
}
