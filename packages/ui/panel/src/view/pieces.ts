import { html, nothing, type TemplateResult } from "lit";
import { fillParts } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import { safeLink } from "../model/safe-url.ts";
import { copyIcon, doneIcon } from "./icons.ts";
import type { View } from "./view.ts";

/** What a template may hold. */
export type Piece = TemplateResult | string | number | typeof nothing | readonly Piece[];

/** Text of a shop, a courier or a customer: isolated, so that its direction does not turn what stands around it. */
export function theirs(text: string): TemplateResult {
  return html`<bdi>${text}</bdi>`;
}

/** The source's own word beside ours; nothing when it is the same word. */
export function rawWord(word: string | null, ours: string): Piece {
  if (!word || word.toLowerCase() === ours.toLowerCase()) return nothing;
  return html` <span class="raw small"><q><bdi>${word}</bdi></q></span>`;
}

/** A sentence with elements in its places. */
export function sentence(text: string, values: Record<string, Piece>): Piece {
  return fillParts<Piece>(text, values);
}

export function chip(tone: Tone, content: Piece): TemplateResult {
  return html`<span class="chip ${tone}">${content}</span>`;
}

export function joined(parts: readonly Piece[], separator = "\u00a0· "): Piece {
  return parts.filter((each) => each !== nothing && each !== "").flatMap((each, index) => (index === 0 ? [each] : [separator, each]));
}

/** A value that goes into the reply with a click; plain text where the page has no reply. */
export function insertable(view: View, text: string, shown: Piece = theirs(text)): TemplateResult {
  if (!view.can.has("insert")) return html`${shown}`;
  return html`<button type="button" class="insert" @click=${() => view.send("askonce-insert-text", { text })}
    >${shown}<span class="sr"> (${view.words.texts.insert})</span></button
  >`;
}

export function copyButton(view: View, text: string, what: string): TemplateResult {
  const { texts } = view.words;
  const done = view.copied === text;
  const label = done ? texts.copied : texts.copy.replace("{what}", what);
  return html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${() => view.copy(text)}>
    ${done ? doneIcon : copyIcon}
  </button>`;
}

/** A link out of the panel, or just its text when the address is not a safe one. */
export function outsideLink(view: View, address: string | null, text: Piece): Piece {
  const href = safeLink(address);
  if (!href) return text;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
    >${text}<span aria-hidden="true">\u00a0↗</span><span class="sr"> (${view.words.texts.opensNewTab})</span></a
  >`;
}

/** A disclosure; `<details>` brings keyboard and screen reader with it. */
export function fold(title: string, count: number | null, body: Piece, open = false): TemplateResult {
  return html`<details class="fold" ?open=${open}>
    <summary>${title}${count === null ? nothing : html`<span class="count">${count}</span>`}</summary>
    <div>${body}</div>
  </details>`;
}
