import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { insertable, joined, type Piece, sentence, theirs } from "../view/pieces.ts";
import { type FactGroup, factGroups } from "./fact-groups.ts";
import { factInWords } from "./fact-in-words.ts";
import { type KnownThings, type KnownView, keyName, type ShownFact } from "./known-view.ts";
import { openQuestions } from "./open-questions.ts";

/** What nobody has to ask for, each with its source, and what was asked already. */
export function facts(view: KnownView, known: KnownThings, sinceMs: number): Piece {
  const groups = factGroups(inWords(view, known.facts), known.isCut);
  const questions = openQuestions(view, known);
  if (groups.length === 0 && questions === nothing) return nothing;
  const { knownTexts: texts } = view;
  return html`<section class="block">
    ${
      groups.length === 0
        ? nothing
        : html`<h3>${texts.facts}</h3>
            <p class="muted small">${texts.factsHint}</p>
            <dl>
              ${groups.map((each) => factGroup(view, each, sinceMs))}
            </dl>`
    }
    ${questions}
  </section>`;
}

/** Said before they are put together: what reads the same stands there once. */
function inWords({ words, nowMs, knownTexts }: KnownView, all: readonly ShownFact[]): ShownFact[] {
  const speech = {
    language: words.language,
    texts: knownTexts,
    day: (instant: string) => words.day(instant, nowMs),
    moment: (instant: string) => words.moment(instant, nowMs),
  };
  return all.map((fact) => ({ ...fact, value: factInWords(fact, speech) }));
}

function factGroup(view: KnownView, { key, values, disagree }: FactGroup, sinceMs: number): TemplateResult {
  return html`<div class="fact ${disagree ? "disagree warn" : ""}">
    <dt class="muted">
      ${keyName(view, key)}${disagree ? html`<br /><span class="toned small">${view.knownTexts.factsDisagree}</span>` : nothing}
    </dt>
    <dd>${values.map((each) => factValue(view, each, sinceMs))}</dd>
  </div>`;
}

/** The whole note shows on hover and focus; its first words always, for fingers. */
function factValue(view: KnownView, { value, facts: all }: FactGroup["values"][number], sinceMs: number): TemplateResult {
  const { words, nowMs, knownTexts: texts } = view;
  const isOld = (each: ShownFact) => each.stale || (each.freshUntil !== null && Date.parse(each.freshUntil) < nowMs);
  const sources = [...new Set(all.map(({ source }) => texts.factSource[source.kind]))].join(", ");
  const ageMs = Math.min(...all.map((each) => each.ageMs)) + sinceMs;
  const old = all.every(isOld) ? html`<span class="warn toned">${texts.factOld}</span>` : nothing;
  return html`<div class="value" @keydown=${closeOnEscape} @mouseleave=${reopen} @focusout=${reopen}>
    ${view.can.has("insert") ? insertable(view, value) : html`<span tabindex="0">${theirs(value)}</span>`}
    <p class="source">${joined([sources, words.age(ageMs), old])}</p>
    <div class="tip">${all.map((each) => note(view, each))}</div>
  </div>`;
}

function note({ words, nowMs, knownTexts: texts }: KnownView, { source, assurance, at }: ShownFact): TemplateResult {
  const excerpt = source.excerpt ? html`: <q>${theirs(source.excerpt)}</q>` : nothing;
  return html`<p>
    ${sentence(texts.factFrom, { source: html`${texts.factSource[source.kind]}${excerpt}` })}<br /><span class="muted"
      >${fill(texts.factAssurance, { level: words.texts.assurance[assurance] })} · ${words.moment(at, nowMs)}</span
    >
  </p>`;
}

/** What covers other text must be possible to send away without moving (WCAG 1.4.13). */
function closeOnEscape(event: KeyboardEvent) {
  if (event.key === "Escape" && event.currentTarget instanceof Element) event.currentTarget.classList.add("closed");
}

function reopen(event: Event) {
  if (event.currentTarget instanceof Element) event.currentTarget.classList.remove("closed");
}
