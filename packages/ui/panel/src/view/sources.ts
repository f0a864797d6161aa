import type { Context } from "@askonce/spec";
import { html, nothing } from "lit";
import { fill } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import { joined, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

type Source = Context["sources"][number];

const tones: Record<Source["state"], Tone> = { never: "warn", filling: "warn", complete: "ok", failing: "danger" };

/** Where all of this comes from, and whether "no order" can be believed. */
export function sources(view: View, context: Context): Piece {
  const { words, nowMs } = view;
  const { texts } = words;
  if (context.sources.length === 0) return nothing;
  return html`<section class="block">
    <h3>${texts.sources}</h3>
    <ul class="list">
      ${context.sources.map((each) => {
        const newsAt = each.lastEventAt ?? each.lastReconciledAt;
        return html`<li class="small">
          <p class="row ${tones[each.state]}">
            <span class="dot"></span>
            <span class="grow">
              ${joined([
                html`<span class="strong">${theirs(each.displayName)}</span>`,
                texts.sourceState[each.state],
                newsAt ? html`<span class="muted">${fill(texts.lastEvent, { when: words.ago(newsAt, nowMs) })}</span>` : nothing,
              ])}
            </span>
          </p>
          ${each.problem ? html`<p class="muted">${theirs(each.problem)}</p>` : nothing}
        </li>`;
      })}
    </ul>
  </section>`;
}
