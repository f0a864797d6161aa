import type { Context, IdentityLink } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import type { PanelEventDetails } from "../panel-events.ts";
import { fold, joined, type Piece, sentence, theirs } from "../view/pieces.ts";
import type { KnownView } from "./known-view.ts";

type Decision = PanelEventDetails["askonce-decide-link"]["decision"];

/**
 * Who else this customer may be, the likeliest first, and who they are by somebody's decision. Of the other one nothing is shown but the
 * name: the evidence's own words could hold more, so only its kind is said.
 */
export function identity(view: KnownView, { identityLinks }: Context): Piece {
  const suggested = identityLinks.filter(({ state }) => state === "suggested").sort((one, other) => other.score - one.score);
  const linked = identityLinks.filter(({ state }) => state === "linked");
  const apart = identityLinks.filter(({ state }) => state === "rejected" || state === "undone");
  if (identityLinks.length === 0) return nothing;
  const { knownTexts: texts } = view;
  return html`<section class="block">
    <h3>${texts.samePerson}</h3>
    ${linked.map((each) => linkedOne(view, each))} ${suggested.map((each) => suggestion(view, each))}
    ${suggested.length > 0 ? html`<p class="small muted">${texts.sameHint}</p>` : nothing}
  ${
    apart.length === 0
      ? nothing
      : fold(
          texts.decidedSame,
          apart.length,
          html`<ul class="list tight">
            ${apart.map(
              (each) => html`<li class="row between">
                <p class="grow small">${sentence(texts.notSame, { name: nameOf(view, each) })}</p>
                ${button(view, each, "confirm", texts.confirmSame)}
              </li>`,
            )}
          </ul>`,
        )
  }
  </section>`;
}

function suggestion(view: KnownView, link: IdentityLink): TemplateResult {
  const { knownTexts: texts } = view;
  return html`<div class="notice info person">
    <p class="strong">${sentence(texts.maybeSame, { name: nameOf(view, link) })}</p>
    ${why(view, link)}
    <p class="row decide">${button(view, link, "confirm", texts.confirmSame)} ${button(view, link, "reject", texts.rejectSame)}</p>
  </div>`;
}

function linkedOne(view: KnownView, link: IdentityLink): TemplateResult {
  const { knownTexts: texts } = view;
  return html`<div class="row between person">
    <div class="grow">
      <p>${sentence(texts.isSame, { name: nameOf(view, link) })}</p>
      ${why(view, link)}
    </div>
    ${button(view, link, "undo", texts.undoSame)}
  </div>`;
}

function nameOf({ knownTexts }: KnownView, { otherName }: IdentityLink): Piece {
  return otherName === null ? knownTexts.nameless : theirs(otherName);
}

function why({ knownTexts: texts }: KnownView, { evidence }: IdentityLink): Piece {
  const kinds = [...new Set(evidence.map(({ kind }) => kind))];
  if (kinds.length === 0) return nothing;
  return html`<p class="small">
    ${texts.sameBecause} ${joined(
      kinds.map((kind) => texts.identityEvidence[kind]),
      "; ",
    )}
  </p>`;
}

function button(view: KnownView, link: IdentityLink, decision: Decision, text: string): Piece {
  if (!view.can.has("identity")) return nothing;
  return html`<button type="button" class="button" @click=${() => view.send("askonce-decide-link", { linkId: link.id, decision })}
    >${text}<span class="sr">: ${nameOf(view, link)}</span></button
  >`;
}
