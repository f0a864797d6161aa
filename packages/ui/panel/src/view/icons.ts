import { html } from "lit";

/** Drawn here, 16 by 16, and silent to screen readers: the control's name says what it does. */
export const refreshIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.8v3h-3" /></svg>`;
export const copyIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true"><rect x="5.5" y="5.5" width="8" height="8" rx="1.5" /><path d="M10.5 2.5h-7a1 1 0 0 0-1 1v7" /></svg>`;
export const doneIcon = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3 8.5 3.5 3.5L13 4.5" /></svg>`;
