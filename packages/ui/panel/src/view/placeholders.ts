import { html, nothing, type TemplateResult } from "lit";
import type { PanelError } from "../panel-state.ts";
import type { View } from "./view.ts";

/** What stands there while nothing is known yet, shaped like what will come. */
export function skeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">
    <div class="bone big"></div>
    <div class="bone half"></div>
    <div class="bone"></div>
    <div class="bone half"></div>
    <div class="bone big"></div>
    <div class="bone"></div>
    <div class="bone half"></div>
  </div>`;
}

export function idle({ words: { texts } }: View): TemplateResult {
  return html`<div class="empty"><h3 class="title">${texts.idleTitle}</h3><p>${texts.idleText}</p></div>`;
}

/** The failure, instead of everything or above what was known before. */
export function failure(view: View, error: PanelError | null, hasContext: boolean): TemplateResult {
  const { texts } = view.words;
  const retry =
    error && !error.retryable
      ? nothing
      : html`<button type="button" class="button" @click=${() => view.send("askonce-refresh", null)}>${texts.retry}</button>`;
  const title = error?.title ?? texts.errorTitle;
  const detail = error?.detail ?? texts.errorServer;
  if (!hasContext) {
    return html`<div class="empty" role="alert"><h3 class="title">${title}</h3><p>${detail}</p>${retry}</div>`;
  }
  return html`<div class="headline notice warn row between" role="alert">
    <div class="grow"><strong>${title}</strong><p>${detail} ${texts.showingOld}</p></div>
    ${retry}
  </div>`;
}
