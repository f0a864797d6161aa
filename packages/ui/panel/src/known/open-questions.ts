import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { type Piece, sentence, theirs } from "../view/pieces.ts";
import { type KnownThings, type KnownView, keyName, type ShownQuestion } from "./known-view.ts";

/** What the customer was asked and has not answered, so that the next one does not ask it once more. */
export function openQuestions(view: KnownView, { openQuestions: open }: KnownThings): Piece {
  if (open.length === 0) return nothing;
  return html`<h4 class="part strong">${view.knownTexts.openQuestions}</h4>
    <ul class="list tight">
      ${open.map((each) => question(view, each))}
    </ul>`;
}

function question(view: KnownView, { key, askedAt, askedBy, wasKnown, sentAnyway }: ShownQuestion): TemplateResult {
  const { words, nowMs, knownTexts: texts } = view;
  const who = askedBy === "system" ? texts.aSystem : theirs(view.agentName(askedBy) ?? texts.anAgent);
  return html`<li>
    <p>${keyName(view, key)}</p>
    <p class="source">${sentence(texts.openAsked, { when: words.ago(askedAt, nowMs), who })}</p>
    ${wasKnown ? html`<p class="source">${sentAnyway ? fill(texts.openInsisted, { reason: sentAnyway }) : texts.openKnown}</p>` : nothing}
  </li>`;
}
