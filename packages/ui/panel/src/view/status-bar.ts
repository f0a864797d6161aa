import type { Context } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelState } from "../panel-state.ts";
import { refreshIcon } from "./icons.ts";
import { chip, joined, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** Whose data this is, how old it is, and the way to newer data. */
export function statusBar(view: View, context: Context, state: PanelState, sinceMs: number): TemplateResult {
  const { texts, age } = view.words;
  const provenance = context.order?.provenance ?? context.customer?.provenance ?? null;
  const source = context.sources.find((each) => each.adapterId === provenance?.source)?.displayName ?? provenance?.source;
  const loading = state === "loading";
  return html`<div class="bar">
    <span>${joined([source ? theirs(source) : nothing, provenance ? age(provenance.ageMs + sinceMs) : nothing])}</span>
    ${loading ? html`<span aria-hidden="true">${texts.refreshing}</span>` : provenance?.stale ? chip("warn", texts.stale) : nothing}
    <button
      type="button"
      class="icon ${loading ? "turning" : ""}"
      aria-label=${texts.refresh}
      title=${texts.refresh}
      @click=${() => view.send("askonce-refresh", null)}
    >
      ${refreshIcon}
    </button>
  </div>`;
}
