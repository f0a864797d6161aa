import type { ContextOrder, Incident, IncidentEvidence } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import type { Tone } from "../model/exception-tone.ts";
import { chip, fold, joined, type Piece, sentence, theirs } from "../view/pieces.ts";
import type { DeliveryView } from "./delivery-view.ts";

const tones: Record<number, Tone> = { 1: "info", 2: "warn", 3: "danger" };

/** What went wrong with the order, with what speaks for it; what is over is folded away. */
export function incidents(view: DeliveryView, { order, delivery }: ContextOrder): Piece {
  const { words, nowMs, deliveryTexts: texts } = view;
  const isActive = (each: Incident) => each.state === "open" || each.state === "suspected";
  const active = delivery.incidents.filter(isActive);
  const closed = delivery.incidents.filter((each) => !isActive(each));
  if (delivery.incidents.length === 0) return nothing;
  const several = order.parcels.length > 1;
  const which = (each: Incident) => (several && each.trackingNumber ? theirs(each.trackingNumber) : nothing);
  return html`<section class="block">
    <h3>${texts.incidents}</h3>
    ${active.map(
      (each) => html`<article class="parcel ${tones[each.severity] ?? "warn"}">
        <div class="row between">
          <h4 class="grow strong">${texts.incidentKind[each.kind]}</h4>
          ${chip(each.state === "open" ? (tones[each.severity] ?? "warn") : "neutral", texts.incidentState[each.state])}
        </div>
        <p class="muted small">${joined([fill(texts.since, { day: words.moment(each.openedAt, nowMs) }), words.ago(each.openedAt, nowMs), which(each)])}</p>
        ${evidenceList(view, each)}
      </article>`,
    )}
    ${
      closed.length === 0
        ? nothing
        : fold(
            texts.closedIncidents,
            closed.length,
            html`<ul class="list">
              ${closed.map(
                (each) => html`<li class="small">
                  <p>
                    ${joined([
                      html`<span class="strong">${texts.incidentKind[each.kind]}</span>`,
                      texts.incidentState[each.state],
                      each.closedBecause ? texts.incidentClosing[each.closedBecause] : nothing,
                    ])}
                  </p>
                  <p class="muted">${joined([each.closedAt ? fill(texts.closedOn, { day: words.moment(each.closedAt, nowMs) }) : nothing, which(each)])}</p>
                  ${evidenceList(view, each)}
                </li>`,
              )}
            </ul>`,
          )
    }
  </section>`;
}

function evidenceList(view: DeliveryView, incident: Incident): TemplateResult {
  const { words, nowMs } = view;
  return html`<ul class="scans small">
    ${incident.evidence.map(
      (each) => html`<li>
        ${evidenceText(view, each)}${each.text ? html` <span class="raw"><q>${theirs(each.text)}</q></span>` : nothing}
        <span class="muted">${joined([words.texts.saidBy[each.by], words.moment(each.at, nowMs)])}</span>
      </li>`,
    )}
  </ul>`;
}

/** A code of a newer server has no words here: it is shown as it is. */
function evidenceText(view: DeliveryView, { code, values }: IncidentEvidence): Piece {
  const { words, nowMs, deliveryTexts } = view;
  const known: Record<string, string> = deliveryTexts.incidentEvidence;
  const text = Object.hasOwn(known, code) ? known[code] : undefined;
  if (text === undefined) return html`<code>${code}</code>`;
  const statuses: Record<string, string> = words.texts.deliveryStatus;
  const exceptions: Record<string, string> = words.texts.exception;
  // A value that did not come reads as never: the only ones that may be absent are scans.
  const shown: Record<string, Piece> = { lastScanAt: deliveryTexts.never, dueAt: "–", until: "–" };
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    const word = name === "status" ? statuses[value] : name === "exception" ? exceptions[value] : undefined;
    shown[name] =
      word ?? (typeof value === "string" && /(At|until|since)$/.test(name) ? words.moment(value, nowMs) : theirs(String(value)));
  }
  const said = sentence(text, shown);
  return values.assumed ? html`${said} (${deliveryTexts.assumed})` : said;
}
