import type { Context, ContextFact } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { insertable, joined, type Piece, sentence, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** What nobody has to ask for. Each with its source, which shows on hover and focus and is read out in place. */
export function facts(view: View, context: Context, sinceMs: number): Piece {
  const standing = context.facts.filter((each) => each.supersededById === null);
  if (standing.length === 0) return nothing;
  const { texts } = view.words;
  return html`<section class="block">
    <h3>${texts.facts}</h3>
    <p class="muted small">${texts.factsHint}</p>
    <dl>
      ${standing.map((each) => fact(view, each, sinceMs))}
    </dl>
  </section>`;
}

function fact(view: View, each: ContextFact, sinceMs: number): TemplateResult {
  const { words, nowMs } = view;
  const { texts } = words;
  const keys: Record<string, string> = texts.factKey;
  const old = each.freshUntil !== null && Date.parse(each.freshUntil) < nowMs;
  const excerpt = each.source.excerpt ? html`: <q>${theirs(each.source.excerpt)}</q>` : nothing;
  const source = sentence(texts.factFrom, { source: html`${texts.factSource[each.source.kind]}${excerpt}` });
  return html`<div class="fact" @keydown=${closeOnEscape} @mouseleave=${reopen} @focusout=${reopen}>
    <dt class="muted">${Object.hasOwn(keys, each.key) ? keys[each.key] : each.key}</dt>
    <dd>
      ${view.can.has("insert") ? insertable(view, each.value) : html`<span tabindex="0">${theirs(each.value)}</span>`}
      <p class="source">
        ${joined([texts.factSource[each.source.kind], words.age(each.ageMs + sinceMs), old ? html`<span class="warn toned">${texts.factOld}</span>` : nothing])}
      </p>
      <p class="tip">${source}<br /><span class="muted">${fill(texts.factAssurance, { level: texts.assurance[each.assurance] })} · ${words.moment(each.at, nowMs)}</span></p>
    </dd>
  </div>`;
}

/** What covers other text must be possible to send away without moving (WCAG 1.4.13). */
function closeOnEscape(event: KeyboardEvent) {
  if (event.key === "Escape" && event.currentTarget instanceof Element) event.currentTarget.classList.add("closed");
}

function reopen(event: Event) {
  if (event.currentTarget instanceof Element) event.currentTarget.classList.remove("closed");
}
